import { identity } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import { Badge, Button, Cluster, DataTable, EmptyState, Link, Narrow, Notice, PageHead } from '@zbor/ui';
import { Form, redirect, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { SignInForm } from '../components/sign-in-form';
import type { Route } from './+types/operator';
import '../identity.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  const { account, halfway } = await api(identity.operatorVisit);
  if (halfway) throw redirect(to.operatorSecondStep());
  if (!account) return { account, towns: [] };
  const { items: towns } = await api(identity.operatorTowns);
  return { account, towns };
}

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: {} });
  const form = await formOf(request);
  const { act, signInName = '', passphrase = '' } = typed(form);
  return attempt(form, async () => {
    if (act === 'sign-out') await api(identity.operatorSignOut);
    else await api(identity.operatorSignIn, { body: { signInName, passphrase } });
    return api.seeOther(to.operator());
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function Operator({ loaderData: { account, towns }, actionData }: Route.ComponentProps) {
  const t = useT();
  const [query] = useSearchParams();
  const opened = towns.find((town) => town.slug === query.get('admin'));
  if (!account) {
    return (
      <Narrow>
        <Head title={t('identity:operator.title')} private />
        <PageHead title={t('identity:operator.title')} lead={t('identity:operator.signInLead')} />
        <SignInForm refusal={isRefusal(actionData) ? actionData : undefined} />
      </Narrow>
    );
  }
  return (
    <>
      <Head title={t('identity:operator.title')} private />
      <PageHead
        title={t('identity:operator.title')}
        lead={t('identity:operator.lead')}
        actions={
          <Form method="post">
            <Cluster>
              <Button href={to.openTown()}>{t('identity:operator.open')}</Button>
              <Button variant="secondary" href={to.operatorAudit()}>
                {t('identity:admin.audit')}
              </Button>
              <Button variant="quiet" name="act" value="sign-out">
                {t('identity:operator.signOut')}
              </Button>
            </Cluster>
          </Form>
        }
      />
      {opened && (
        <Notice tone="success">
          <Sentence of="identity:operator.adminMade" values={{ town: opened.name }} />
        </Notice>
      )}
      {towns.length === 0 ? (
        <EmptyState title={t('identity:operator.empty')}>
          <p>{t('identity:operator.emptyHint')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('identity:operator.caption')}
          rows={towns}
          rowKey={(town) => town.slug}
          columns={[
            {
              key: 'name',
              label: t('identity:operator.name'),
              cell: (town) => (
                <Link href={to.town(town.slug)}>
                  <bdi>{town.name}</bdi>
                </Link>
              ),
            },
            {
              key: 'address',
              label: t('identity:operator.address'),
              cell: (town) => <bdi>{to.town(town.slug)}</bdi>,
            },
            {
              key: 'languages',
              label: t('identity:operator.languages'),
              cell: (town) => (
                <ul className="identity-languages">
                  {town.languages.map((code) => (
                    <li key={code} lang={code}>
                      {localeNames[code]}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'acts',
              label: t('identity:operator.acts'),
              cell: (town) =>
                town.hasAdmin ? (
                  <Link href={to.admins(town.slug)}>
                    <Sentence of="identity:operator.adminsOf" values={{ town: town.name }} />
                  </Link>
                ) : (
                  <>
                    <Badge>{t('identity:operator.noAdmin')}</Badge>{' '}
                    <Link href={to.firstAdmin(town.slug)}>
                      <Sentence of="identity:operator.firstAdminOf" values={{ town: town.name }} />
                    </Link>
                  </>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
