import { identity } from '@zbor/contracts';
import { Button, Cluster, Link, Narrow, Notice, PageHead } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { forget } from '../../../shared/preferences.server';
import { Sentence } from '../../../shared/sentence';
import type { Route } from './+types/sign-out';

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const { assisted } = await api(identity.visit, { params: { town } });
  await api(identity.signOut, { params: { town } });
  // Of whoever was helped not even their language stays.
  if (assisted) return api.seeOther(to.signIn(town), [forget(request, 'lang')]);
  return api.seeOther(to.town(town));
}

export default function SignOut() {
  const t = useT();
  const { slug } = useTown();
  const { account, assisted } = usePage();
  return (
    <Narrow>
      <Head title={t('identity:signOut.title')} private />
      <PageHead
        title={t('identity:signOut.title')}
        lead={
          account ? (
            <Sentence of="identity:signOut.lead" values={{ name: account.displayName }} />
          ) : (
            t('identity:signOut.notSignedIn')
          )
        }
      />
      {assisted && (
        <Notice
          tone="warning"
          announce={false}
          actions={<Link href={to.finish(slug)}>{t('assisted.finish')}</Link>}
        >
          {t('assisted.noReceipt')}
        </Notice>
      )}
      {account?.signInName === null && !assisted && (
        <Notice
          tone="warning"
          announce={false}
          actions={<Link href={to.keep(slug)}>{t('identity:keep.title')}</Link>}
        >
          {t('identity:keep.warning')}
        </Notice>
      )}
      {account ? (
        <Form method="post">
          <Cluster>
            <Button>{t('identity:signOut.submit')}</Button>
            <Button variant="quiet" href={to.me(slug)}>
              {t('identity:signOut.stay')}
            </Button>
          </Cluster>
        </Form>
      ) : (
        <Button href={to.signIn(slug)}>{t('identity:signOut.toSignIn')}</Button>
      )}
    </Narrow>
  );
}
