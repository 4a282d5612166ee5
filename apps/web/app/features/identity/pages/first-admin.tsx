import { identity, municipalities } from '@zbor/contracts';
import { Button, Cluster, Narrow, Notice, PageHead, TextInput } from '@zbor/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { PassphraseField } from '../components/passphrase-field';
import { operatorIn } from '../operator.server';
import type { Route } from './+types/first-admin';
import '../identity.css';

export async function loader({ request, context, params: { slug } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  await operatorIn(api);
  const { name } = await api(municipalities.read, { params: { town: slug } });
  return { name };
}

export async function action({ request, context, params: { slug } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: {} });
  const form = await formOf(request);
  const { displayName = '', signInName = '', passphrase = '' } = typed(form);
  return attempt(form, async () => {
    await api(identity.firstAdmin, { params: { town: slug }, body: { displayName, signInName, passphrase } });
    return api.seeOther(`${to.operator()}?admin=${slug}`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function FirstAdmin({ loaderData: { name }, actionData }: Route.ComponentProps) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const labels = {
    displayName: t('identity:operator.adminName'),
    signInName: t('identity:operator.adminSignInName'),
    passphrase: t('identity:operator.adminPassphrase'),
  };
  const form = useFormState(refusal, labels, {}, { name_taken: 'signInName' });
  const hasAdmin = refusal && refusal.problem !== 'unsent' && refusal.problem.code === 'wrong_state';
  return (
    <Narrow>
      <Head title={t('identity:operator.adminName')} private />
      <PageHead
        eyebrow={t('identity:operator.stepAdmin')}
        title={<Sentence of="identity:operator.adminTitle" values={{ town: name }} />}
        lead={t('identity:operator.adminLead')}
      />
      {hasAdmin ? (
        <Notice tone="warning">{t('identity:operator.hasAdmin')}</Notice>
      ) : (
        (form.summary ??
        (query.get('done') === 'opened' && (
          <Notice tone="success">
            <Sentence of="identity:operator.opened" values={{ town: name }} />
          </Notice>
        )))
      )}
      <Form method="post" noValidate className="identity-form">
        <TextInput
          name="displayName"
          label={labels.displayName}
          error={form.error('displayName')}
          defaultValue={form.value('displayName')}
          autoComplete="off"
          required
        />
        <TextInput
          name="signInName"
          label={labels.signInName}
          hint={t('identity:signUp.signInName.hint')}
          error={form.error('signInName')}
          defaultValue={form.value('signInName')}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
        <PassphraseField
          autoComplete="new-password"
          label={labels.passphrase}
          hint={t('identity:signUp.passphrase.hint')}
          error={form.error('passphrase')}
        />
        <Cluster>
          <Button disabled={sending}>{t('identity:operator.submitAdmin')}</Button>
          <Button variant="quiet" href={to.operator()}>
            {t('identity:operator.later')}
          </Button>
        </Cluster>
      </Form>
    </Narrow>
  );
}
