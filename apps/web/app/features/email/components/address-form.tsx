import { Button, TextInput } from '@zbor/ui';
import { type ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import type { Refusal } from '../../../shared/problem';
import '../../identity/identity.css';

interface AddressFormProps {
  label: string;
  hint?: string;
  submit: string;
  refusal: Refusal | undefined;
  /** Hidden fields. */
  children?: ReactNode;
}

/** Asks for an e-mail address, to which a code is then sent. */
export function AddressForm({ label, hint, submit, refusal, children }: AddressFormProps) {
  const t = useT();
  const sending = useNavigation().state !== 'idle';
  const form = useFormState(refusal, { address: label });
  return (
    <>
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        {children}
        <TextInput
          name="address"
          type="email"
          label={label}
          hint={hint}
          error={form.error('address')}
          defaultValue={form.value('address')}
          autoComplete="email"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          required
        />
        <Button wide name="act" value="send" disabled={sending}>
          {sending ? t('form.sending') : submit}
        </Button>
      </Form>
    </>
  );
}
