import { Button, TextInput } from '@zbor/ui';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import type { Refusal } from '../../../shared/problem';
import { PassphraseField } from './passphrase-field';

/** Sign-in name and passphrase, posted to the page on which it stands. */
export function SignInForm({ returnTo, refusal }: { returnTo?: string; refusal: Refusal | undefined }) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const form = useFormState(refusal, {
    signInName: t('identity:signIn.signInName'),
    passphrase: t('identity:signIn.passphrase'),
  });
  return (
    <>
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
        <TextInput
          name="signInName"
          label={t('identity:signIn.signInName')}
          error={form.error('signInName')}
          defaultValue={form.value('signInName')}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
        <PassphraseField
          autoComplete="current-password"
          label={t('identity:signIn.passphrase')}
          hint={t('identity:signIn.shared')}
          error={form.error('passphrase')}
        />
        <Button wide name="act" value="sign-in" disabled={sending}>
          {sending ? t('form.sending') : t('identity:signIn.submit')}
        </Button>
      </Form>
    </>
  );
}
