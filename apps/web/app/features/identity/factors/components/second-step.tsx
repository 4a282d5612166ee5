import { Button, Narrow, Notice, PageHead } from '@zbor/ui';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { useFormState } from '../../../../shared/forms';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import type { Refusal } from '../../../../shared/problem';
import type { StepData } from '../steps.server';
import { AppSetUp } from './app-set-up';
import { CodeField } from './code-field';
import { ProveAgain } from './prove-again';
import '../../identity.css';
import '../factors.css';

/** The second step of signing in: proving what was set up, or setting it up where the role asks for it. */
export function SecondStep({
  data,
  refusal,
  children,
}: {
  data: StepData;
  refusal: Refusal | undefined;
  /** Another way to take it. */
  children?: ReactNode;
}) {
  const t = useT();
  const { step, offer } = data;
  const settingUp = step.factors.length === 0;
  return (
    <Narrow>
      <Head title={t('factors:step.title')} private />
      <PageHead title={t('factors:step.title')} lead={t(leadOf(step))} />
      {step.factors.includes('totp') && !step.closed && <CodeForm demo={step.demo} refusal={refusal} />}
      {settingUp &&
        (step.fresh ? <AppSetUp offer={offer} refusal={refusal} /> : <ProveAgain refusal={refusal} />)}
      {children}
      <Form method="post">
        <Button variant="quiet" name="act" value="leave">
          {t('factors:step.leave')}
        </Button>
      </Form>
    </Narrow>
  );
}

function leadOf({ closed, factors }: StepData['step']) {
  if (closed) return 'factors:step.closed';
  return factors.length === 0 ? 'factors:totp.required' : 'factors:step.lead';
}

function CodeForm({ demo, refusal }: { demo: StepData['step']['demo']; refusal: Refusal | undefined }) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const label = t('factors:step.code');
  const form = useFormState(refusal, { code: label }, {}, { wrong_code: 'code' });
  return (
    <>
      {form.summary}
      {demo && (
        <Notice announce={false}>
          {demo.code
            ? t('factors:step.demo', { code: demo.code.replace(/^.../, '$& ') })
            : t('factors:step.demoWait')}
        </Notice>
      )}
      <Form method="post" noValidate className="identity-form">
        <CodeField label={label} hint={t('factors:step.codeHint')} error={form.error('code')} />
        <Button wide name="act" value="code" disabled={sending}>
          {t('factors:step.submit')}
        </Button>
      </Form>
      <p>{t('factors:step.lost')}</p>
    </>
  );
}
