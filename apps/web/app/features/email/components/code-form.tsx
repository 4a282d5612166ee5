import { Button, TextInput } from '@zbor/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import type { Refusal } from '../../../shared/problem';
import '../../identity/identity.css';

interface CodeFormProps {
  hint: string;
  submit: string;
  refusal: Refusal | undefined;
  /** Hidden fields. */
  children?: ReactNode;
}

/**
 * Asks for the code of a mail. The link of the mail carries it behind `#`, which a browser sends to nobody: here it is
 * put into the field, and taken out of the address. Nothing happens before one presses the button.
 */
export function CodeForm({ hint, submit, refusal, children }: CodeFormProps) {
  const t = useT();
  const sending = useNavigation().state !== 'idle';
  const input = useRef<HTMLInputElement>(null);
  const label = t('email:code.label');
  const form = useFormState(refusal, { code: label }, {}, { wrong_email_code: 'code' });

  useEffect(() => {
    const { hash, pathname, search } = window.location;
    if (!/^#(\d{6}|\d{12})$/.test(hash)) return;
    // Whoever types already goes on typing.
    const field = input.current;
    if (field && field !== document.activeElement && !field.value) field.value = hash.slice(1);
    window.history.replaceState(window.history.state, '', pathname + search);
  }, []);

  return (
    <>
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        {children}
        <TextInput
          ref={input}
          name="code"
          label={label}
          hint={hint}
          error={form.error('code')}
          defaultValue={form.value('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          required
        />
        <Button wide disabled={sending}>
          {sending ? t('form.sending') : submit}
        </Button>
      </Form>
    </>
  );
}
