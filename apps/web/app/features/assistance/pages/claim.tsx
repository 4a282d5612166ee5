import { assistance } from '@zbor/contracts';
import { groupedCode, typedCode } from '@zbor/domain';
import { Narrow, PageHead, TextInput } from '@zbor/ui';
import { Form, useNavigation } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { AlreadySignedIn } from '../../identity/components/already-signed-in';
import { PassphraseField } from '../../identity/components/passphrase-field';
import type { Route } from './+types/claim';
import '../../identity/identity.css';
import '../assistance.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

/** Looks at no code: opening the link of a receipt, however often and by whomever, changes and tells nothing. */
export function loader({ params: { code = '' } }: Route.LoaderArgs) {
  return { code: groupedCode(typedCode(code) ?? '') };
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { code = '', signInName = '', passphrase = '' } = typed(form);
  return attempt(form, async () => {
    await api(assistance.claim, { params: { town }, body: { code, signInName, passphrase } });
    return api.seeOther(to.me(town));
  });
}

export default function Page(props: Route.ComponentProps) {
  return (
    <Further of="assistance">
      <Claim {...props} />
    </Further>
  );
}

/** Where somebody with a receipt makes what they wrote their own. */
function Claim({ loaderData: { code }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const idle = useNavigation().state === 'idle';
  const form = useFormState(
    isRefusal(actionData) ? actionData : undefined,
    {
      code: t('assistance:claim.code'),
      signInName: t('identity:signIn.signInName'),
      passphrase: t('identity:signIn.passphrase'),
    },
    {},
    { code_refused: 'code', name_taken: 'signInName' },
  );
  const title = t('assistance:claim.title');
  if (account && idle) return <AlreadySignedIn title={title} />;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('assistance:claim.lead')} />
      {form.summary}
      <Form method="post" action={to.claim(slug)} noValidate className="identity-form">
        <TextInput
          name="code"
          label={t('assistance:claim.code')}
          hint={t('access-codes:join.codeHint')}
          error={form.error('code')}
          defaultValue={form.value('code', code)}
          className="assistance-typed"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          required
        />
        <TextInput
          name="signInName"
          label={t('identity:signUp.signInName.label')}
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
          label={t('identity:signUp.passphrase.label')}
          hint={t('identity:signUp.passphrase.hint')}
          error={form.error('passphrase')}
        />
        <SubmitButton wide>{t('assistance:claim.submit')}</SubmitButton>
      </Form>
    </Narrow>
  );
}
