import { email } from '@zbor/contracts';
import { Link, Narrow, PageHead } from '@zbor/ui';
import { useNavigation, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { AlreadySignedIn } from '../../identity/components/already-signed-in';
import { CodeForm } from '../components/code-form';
import { NoCode } from '../components/no-code';
import type { Route } from './+types/sign-in-code';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return apiOf({ request, context, params })(email.asked, { params: { town: params.town } });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { code = '' } = typed(form);
  return attempt(form, async () => {
    await api(email.signIn, { params: { town }, body: { code } });
    return api.seeOther(safeReturn(form.get('returnTo'), to.town(town)));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const sending = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'), '');
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const again = to.signInByEmail(slug, returnTo);
  if (account && !sending) return <AlreadySignedIn title={t('email:code.title')} />;
  if (loaderData.for !== 'sign-in' && !refusal && !sending) return <NoCode again={again} />;
  return (
    <Narrow>
      <Head title={t('email:code.title')} private />
      <PageHead title={t('email:code.title')} lead={t('email:code.sent')} />
      <CodeForm hint={t('email:code.hint')} submit={t('email:code.signIn')} refusal={refusal}>
        <input type="hidden" name="returnTo" value={returnTo} />
      </CodeForm>
      <p>
        <Link href={again}>{t('email:code.again')}</Link>
      </p>
    </Narrow>
  );
}
