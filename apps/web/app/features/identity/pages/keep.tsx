import { identity } from '@zbor/contracts';
import { Button, Cluster, Link, Narrow, Notice, PageHead, Section, TextInput } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { SubmitButton } from '../../../shared/submit-button';
import { PassphraseField } from '../components/passphrase-field';
import type { Route } from './+types/keep';
import '../identity.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

/** Asks as the person would, so that a visitor is led to signing in. */
export async function loader(args: Route.LoaderArgs) {
  await apiOf(args)(identity.sessions, { params: { town: args.params.town } });
  return null;
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { signInName = '', passphrase = '' } = typed(form);
  return attempt(form, async () => {
    await api(identity.keep, { params: { town }, body: { signInName, passphrase } });
    return api.seeOther(`${to.keep(town)}?done=kept`);
  });
}

/** Gives an account that only this browser knows a way back in. Whoever has just come is led here first. */
export default function Keep({ actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const [query] = useSearchParams();
  const form = useFormState(
    isRefusal(actionData) ? actionData : undefined,
    { signInName: t('identity:signIn.signInName'), passphrase: t('identity:signIn.passphrase') },
    {},
    { name_taken: 'signInName' },
  );
  if (!account) return null;
  const title = t('identity:keep.title');
  const welcome = query.has('welcome');
  const kept = account.signInName !== null;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead
        title={
          welcome ? <Sentence of="identity:keep.welcome" values={{ name: account.displayName }} /> : title
        }
        lead={welcome ? t('identity:keep.lead') : undefined}
      />
      {kept && (
        <Notice tone="success">
          {query.get('done') === 'kept' ? t('identity:keep.kept') : t('identity:keep.have')}
        </Notice>
      )}
      {(welcome || kept) && (
        <Cluster>
          <Button href={to.propose(slug)}>{t('ideas:propose')}</Button>
          <Button variant="secondary" href={to.town(slug)}>
            {t('identity:keep.later')}
          </Button>
        </Cluster>
      )}
      {!kept && (
        <Section title={title} id="keep" lead={t('identity:keep.why')}>
          {form.summary}
          <Form method="post" noValidate className="identity-form">
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
            <div>
              <SubmitButton variant={welcome ? 'secondary' : 'primary'}>
                {t('identity:keep.submit')}
              </SubmitButton>
            </div>
          </Form>
          <p>
            {t('factors:ways.phraseFor')} <Link href={to.recovery(slug)}>{t('factors:ways.phrase')}</Link>
          </p>
          {welcome && <p>{t('identity:keep.optional')}</p>}
        </Section>
      )}
    </Narrow>
  );
}
