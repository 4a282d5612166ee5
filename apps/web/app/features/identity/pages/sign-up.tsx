import { identity, type Locale, locales } from '@zbor/contracts';
import { Button, Link, Narrow, Notice, PageHead, TextInput } from '@zbor/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState, useScripts } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { AlreadySignedIn } from '../components/already-signed-in';
import { NameChoice, ownName } from '../components/name-choice';
import { PassphraseField } from '../components/passphrase-field';
import { Question } from '../components/question';
import type { Route } from './+types/sign-up';
import '../identity.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params });
  const query = { language: localeFor(request, locales) };
  return api(identity.suggestNames, { params: { town: params.town }, query });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { choice = ownName, own = '', signInName = '', passphrase = '', language } = typed(form);
  const displayName = choice === ownName ? own : choice;
  return attempt(form, async () => {
    const body = { displayName, signInName, passphrase, language: language as Locale };
    await api(identity.signUp, { params: { town }, body });
    return api.seeOther(safeReturn(form.get('returnTo'), to.town(town)));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

const questions = 3;

export default function SignUp({ loaderData: { names }, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { locale, account } = usePage();
  const scripts = useScripts();
  const sending = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'), '');
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const choice = refusal?.values.choice ?? '';
  const form = useFormState(
    refusal,
    {
      displayName: t('identity:people.name'),
      signInName: t('identity:signIn.signInName'),
      passphrase: t('identity:signIn.passphrase'),
    },
    { displayName: choice === ownName || names.length === 0 ? 'own' : 'choice' },
    { name_taken: 'signInName' },
  );
  if (account && !sending) return <AlreadySignedIn title={t('identity:signUp.title')} />;
  return (
    <Narrow>
      <Head title={t('identity:signUp.title')} description={t('identity:signUp.lead')} />
      <PageHead title={t('identity:signUp.title')} lead={t('identity:signUp.lead')} />
      <p>{t('identity:signUp.why')}</p>
      {form.summary}
      {refusal && !scripts && (
        <Notice tone="warning" announce={false}>
          {t('identity:signUp.typeAgain')}
        </Notice>
      )}
      <Form method="post" noValidate className="identity-form">
        <input type="hidden" name="returnTo" value={returnTo} />
        <input type="hidden" name="language" value={locale} />
        <Question number={1} total={questions}>
          <NameChoice {...{ names, choice }} own={form.value('own')} error={form.error('displayName')} />
        </Question>
        <Question number={2} total={questions}>
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
        </Question>
        <Question number={3} total={questions}>
          <PassphraseField
            autoComplete="new-password"
            label={t('identity:signUp.passphrase.label')}
            hint={t('identity:signUp.passphrase.hint')}
            error={form.error('passphrase')}
          />
          <Notice announce={false}>{t('identity:signUp.passphrase.lost')}</Notice>
        </Question>
        <Button wide disabled={sending}>
          {sending ? t('form.sending') : t('identity:signUp.submit')}
        </Button>
      </Form>
      <p>
        {t('identity:signUp.haveAccount')}{' '}
        <Link href={to.signIn(town.slug, returnTo)}>{t('identity:signUp.toSignIn')}</Link>
      </p>
    </Narrow>
  );
}
