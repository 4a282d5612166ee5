import { Narrow, PageHead, Section, UserText } from '@zbor/ui';
import { Form, useActionData } from 'react-router';
import { ErrorPage } from './error-page';
import { useFormState } from './forms';
import { Head } from './head';
import { useT } from './i18n';
import { isRefusal, type Refusal } from './problem';
import { SubmitButton } from './submit-button';

/**
 * The `ErrorBoundary` of every form: where a form was refused and its page cannot be shown any more either, because the
 * session has ended or what it is about is gone, everything typed is kept, to be sent once more.
 */
export function ErrorBoundary() {
  const answer = useActionData<unknown>();
  if (!isRefusal(answer)) return <ErrorPage />;
  const words = Object.values(answer.values).filter(isWritten);
  const signedOut = answer.problem !== 'unsent' && answer.problem.code === 'not_signed_in';
  return words.length > 0 || signedOut ? <Kept refusal={answer} words={words} /> : <ErrorPage />;
}

/** Keys, choices and addresses are no words of anybody's. */
const isWritten = (value: string) => /\s|[^ -~]/.test(value) && /[g-z]|[^ -~]/i.test(value);

function Kept({ refusal, words }: { refusal: Refusal; words: readonly string[] }) {
  const t = useT();
  const { summary } = useFormState(refusal, {});
  const title = t('form.unsentTitle');
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} />
      {summary}
      {words.length > 0 && (
        <Section title={t('form.written')}>
          {[...new Set(words)].map((text) => (
            <UserText key={text}>{text}</UserText>
          ))}
        </Section>
      )}
      <Form method="post">
        {Object.entries(refusal.values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{t('form.sendAgain')}</SubmitButton>
      </Form>
    </Narrow>
  );
}
