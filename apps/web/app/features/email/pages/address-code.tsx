import { email } from '@zbor/contracts';
import { Link, Narrow, PageHead } from '@zbor/ui';
import { useNavigation } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { CodeForm } from '../components/code-form';
import { NoCode } from '../components/no-code';
import type { Route } from './+types/address-code';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params });
  // Whoever is not signed in is led to signing in, and back.
  await api(email.mine, { params: { town: params.town } });
  return api(email.asked, { params: { town: params.town } });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { code = '' } = typed(form);
  return attempt(form, async () => {
    await api(email.confirm, { params: { town }, body: { code } });
    return api.seeOther(`${to.myEmail(town)}?done=saved`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function AddressCode({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const sending = useNavigation().state !== 'idle';
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const again = to.myEmail(slug);
  if (loaderData.for !== 'address' && !refusal && !sending) return <NoCode again={again} />;
  return (
    <Narrow>
      <Head title={t('email:code.title')} private />
      <PageHead title={t('email:code.title')} lead={t('email:code.sentThere')} />
      <CodeForm hint={t('email:code.hint')} submit={t('email:code.confirm')} refusal={refusal} />
      <p>
        <Link href={again}>{t('email:code.again')}</Link>
      </p>
    </Narrow>
  );
}
