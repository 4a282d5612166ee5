import { Button, Section } from '@zbor/ui';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../../shared/forms';
import { useT } from '../../../../shared/i18n';
import type { Refusal } from '../../../../shared/problem';
import type { Offer } from '../steps.server';
import { CodeField } from './code-field';
import { QrPicture } from './qr-picture';

/** Sets an authenticator app up: first the way to a new secret, then the secret and its first code. */
export function AppSetUp({ offer, refusal }: { offer: Offer | null; refusal: Refusal | undefined }) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const label = t('factors:totp.confirm');
  const form = useFormState(refusal, { code: label }, {}, { wrong_code: 'code' });
  if (!offer) {
    return (
      <>
        {form.summary}
        <p>{t('factors:totp.need')}</p>
        <Form method="post">
          <Button name="act" value="offer" disabled={sending}>
            {t('factors:totp.start')}
          </Button>
        </Form>
      </>
    );
  }
  return (
    <>
      {form.summary}
      <Section title={t('factors:totp.scanTitle')} id="scan">
        <p>{t('factors:totp.scan')}</p>
        <QrPicture code={offer.picture} label={t('factors:totp.picture')} />
        <p>{t('factors:totp.type')}</p>
        <p>
          <code className="factors-key" dir="ltr">
            {offer.groups}
          </code>
        </p>
      </Section>
      <Section title={t('factors:totp.confirmTitle')} id="confirm">
        <Form method="post" noValidate className="identity-form">
          <CodeField label={label} hint={t('factors:step.codeHint')} error={form.error('code')} />
          <Button wide name="act" value="confirm" disabled={sending}>
            {t('factors:totp.submit')}
          </Button>
        </Form>
      </Section>
    </>
  );
}
