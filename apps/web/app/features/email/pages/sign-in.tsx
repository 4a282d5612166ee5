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
import { AddressForm } from '../components/address-form';
import type { Route } from './+types/sign-in';

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { address = '' } = typed(form);
  return attempt(form, async () => {
    await api(email.ask, { params: { town }, body: { address } });
    return api.seeOther(to.signInCode(town, safeReturn(form.get('returnTo'), '')));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function SignInByEmail({ actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const sending = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'), '');
  const title = t('email:signIn.title');
  if (account && !sending) return <AlreadySignedIn title={title} />;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('email:signIn.lead')} />
      <AddressForm
        label={t('email:signIn.address')}
        hint={t('email:signIn.hint')}
        submit={t('email:signIn.submit')}
        refusal={isRefusal(actionData) ? actionData : undefined}
      >
        <input type="hidden" name="returnTo" value={returnTo} />
      </AddressForm>
      <p>
        <Link href={to.signIn(slug, returnTo)}>{t('email:signIn.other')}</Link>
      </p>
    </Narrow>
  );
}
