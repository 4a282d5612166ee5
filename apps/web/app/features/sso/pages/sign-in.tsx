import { identity } from '@zbor/contracts';
import { Button, Link, Narrow, PageHead } from '@zbor/ui';
import { data, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Happened } from '../../../shared/happened';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { AlreadySignedIn } from '../../identity/components/already-signed-in';
import type { Route } from './+types/sign-in';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { sso: name } = await apiOf({ request, context, params })(identity.ways, {
    params: { town: params.town },
  });
  if (name === null) throw data(null, { status: 404 });
  return { name };
}

export default function SignInElsewhere({ loaderData: { name } }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'), '');
  const title = t('sso:signIn.title', { name });
  if (account) return <AlreadySignedIn title={title} />;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('sso:signIn.lead', { name })} />
      <Happened />
      <p>{t('sso:signIn.keep', { name })}</p>
      <Button wide href={to.goToProvider(slug, returnTo)}>
        {t('sso:signIn.go', { name })}
      </Button>
      <p>
        <Link href={to.signIn(slug, returnTo)}>{t('sso:signIn.other')}</Link>
      </p>
    </Narrow>
  );
}
