import { recovery } from '@zbor/contracts';
import { Button, Narrow, PageHead, TextInput } from '@zbor/ui';
import { data, Form } from 'react-router';
import { to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useFormState } from '../../../../shared/forms';
import { Further } from '../../../../shared/further';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, type Refusal, typed } from '../../../../shared/problem';
import { Sentence } from '../../../../shared/sentence';
import { SubmitButton } from '../../../../shared/submit-button';
import { PassphraseField } from '../../components/passphrase-field';
import type { Route } from './+types/recover';
import '../../identity.css';
import '../recovery.css';

/** Whose phrase it is: sent along with the second form, so that a refusal can ask again. */
interface Found {
  phrase: string;
  displayName: string;
  /** Empty where the account has none yet. */
  name: string;
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { act, phrase = '', signInName, passphrase = '' } = typed(form);
  return attempt(form, async () => {
    if (act === 'recover') {
      await api(recovery.recover, { params: { town }, body: { phrase, signInName, passphrase } });
      // Where there is a second step, it comes first by itself.
      return api.seeOther(`${to.recovery(town)}?recovered=1`);
    }
    const known = await api(recovery.recognisePhrase, { params: { town }, body: { phrase } });
    const found: Found = { phrase, displayName: known.displayName, name: known.signInName ?? '' };
    return data({ found }, { headers: { 'cache-control': 'no-store' } });
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction } from '../../../../shared/problem';

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

/** The way back in for somebody who has nothing left but the phrase on paper. */
export default function Recover({ actionData }: Route.ComponentProps) {
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const found = foundIn(actionData);
  return (
    <Further of="recovery">
      <Narrow>
        {found ? <NewPassphrase found={found} refusal={refusal} /> : <PhraseForm refusal={refusal} />}
      </Narrow>
    </Further>
  );
}

function foundIn(answer: unknown): Found | undefined {
  if (typeof answer === 'object' && answer !== null && 'found' in answer) return answer.found as Found;
  if (!isRefusal(answer) || answer.values.act !== 'recover') return undefined;
  const { phrase = '', displayName = '', name = '' } = answer.values;
  return { phrase, displayName, name };
}

function PhraseForm({ refusal }: { refusal: Refusal | undefined }) {
  const t = useT();
  const town = useTown();
  const label = t('recovery:lost.phrase');
  const form = useFormState(refusal, { phrase: label }, {}, { phrase_refused: 'phrase' });
  const title = t('recovery:lost.title');
  return (
    <>
      <Head title={title} private />
      <PageHead title={title} lead={<Sentence of="recovery:lost.lead" values={{ town: town.name }} />} />
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <TextInput
          name="phrase"
          label={label}
          hint={t('recovery:lost.hint')}
          error={form.error('phrase')}
          defaultValue={form.value('phrase')}
          className="recovery-typed"
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SubmitButton wide>{t('recovery:lost.submit')}</SubmitButton>
      </Form>
      <p>{t('recovery:lost.step')}</p>
      <p>{t('recovery:lost.none')}</p>
      <Button variant="secondary" href={to.signUp(town.slug)}>
        {t('recovery:lost.signUp')}
      </Button>
    </>
  );
}

function NewPassphrase({ found, refusal }: { found: Found; refusal: Refusal | undefined }) {
  const t = useT();
  const labels = {
    signInName: t('identity:signUp.signInName.label'),
    passphrase: t('identity:signUp.passphrase.label'),
  };
  const form = useFormState(refusal, labels, {}, { name_taken: 'signInName' });
  const title = t('recovery:lost.title');
  return (
    <>
      <Head title={title} private />
      <PageHead
        title={title}
        lead={<Sentence of="recovery:found.lead" values={{ name: found.displayName }} />}
      />
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <input type="hidden" name="phrase" value={found.phrase} />
        <input type="hidden" name="displayName" value={found.displayName} />
        <input type="hidden" name="name" value={found.name} />
        {found.name ? (
          <p>
            <Sentence of="recovery:found.signInName" values={{ name: found.name }} />
          </p>
        ) : (
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
        )}
        <PassphraseField
          autoComplete="new-password"
          label={labels.passphrase}
          hint={t('identity:signUp.passphrase.hint')}
          error={form.error('passphrase')}
        />
        <input type="hidden" name="act" value="recover" />
        <SubmitButton wide>{t('recovery:found.submit')}</SubmitButton>
      </Form>
    </>
  );
}
