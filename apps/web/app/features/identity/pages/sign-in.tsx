import { identity } from '@zbor/contracts';
import { Button, Link, Narrow, Notice, PageHead, Panel } from '@zbor/ui';
import { useNavigation, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { AlreadySignedIn } from '../components/already-signed-in';
import { SignInForm } from '../components/sign-in-form';
import { ByPasskey } from '../factors/components/by-passkey';
import type { Route } from './+types/sign-in';
import '../identity.css';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return apiOf({ request, context, params })(identity.ways, { params: { town: params.town } });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { signInName = '', passphrase = '' } = typed(form);
  return attempt(form, async () => {
    await api(identity.signIn, { params: { town }, body: { signInName, passphrase } });
    return api.seeOther(safeReturn(form.get('returnTo'), to.town(town)));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function SignIn({ loaderData: ways, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { account } = usePage();
  const sending = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'), '');
  if (account && !sending) return <AlreadySignedIn title={t('identity:signIn.title')} />;
  return (
    <Narrow>
      <Head title={t('identity:signIn.title')} private />
      <PageHead
        title={t('identity:signIn.title')}
        lead={<Sentence of="identity:signIn.lead" values={{ town: town.name }} />}
      />
      {returnTo && <Notice announce={false}>{t('identity:signIn.goOn')}</Notice>}
      <SignInForm returnTo={returnTo} refusal={isRefusal(actionData) ? actionData : undefined} />
      <ByPasskey returnTo={returnTo || to.town(town.slug)} />
      {ways.sso !== null && (
        <Button variant="secondary" wide href={to.signInElsewhere(town.slug, returnTo)}>
          {t('sso:signIn.title', { name: ways.sso })}
        </Button>
      )}
      {ways.email && (
        <Button variant="secondary" wide href={to.signInByEmail(town.slug, returnTo)}>
          {t('email:signIn.title')}
        </Button>
      )}
      <Panel tone="saffron">
        <p>
          <strong>{t('identity:signIn.newHere')}</strong> {t('identity:signUp.lead')}
        </p>
        <Button variant="secondary" href={to.signUp(town.slug, returnTo)}>
          {t('identity:signIn.toSignUp')}
        </Button>
      </Panel>
      <p>
        {t('identity:signIn.code')} <Link href={to.join(town.slug)}>{t('identity:signIn.toJoin')}</Link>
      </p>
      <p>
        <Link href={to.recover(town.slug)}>{t('identity:signIn.lost')}</Link>
      </p>
    </Narrow>
  );
}
