import { Button, Panel } from '@zbor/ui';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../../shared/forms';
import { useT } from '../../../../shared/i18n';
import type { Refusal } from '../../../../shared/problem';
import { PassphraseField } from '../../components/passphrase-field';

/** Asks for the passphrase once more before a way in is changed; posted to the page on which it stands. */
export function ProveAgain({ refusal }: { refusal: Refusal | undefined }) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const label = t('factors:again.passphrase');
  const form = useFormState(refusal, { passphrase: label }, {}, { wrong_passphrase: 'passphrase' });
  return (
    <Panel>
      <p>{t('factors:again.lead')}</p>
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <PassphraseField autoComplete="current-password" label={label} error={form.error('passphrase')} />
        <Button name="act" value="passphrase" disabled={sending}>
          {t('factors:again.submit')}
        </Button>
      </Form>
    </Panel>
  );
}
