import { accessCodes, identity, type Locale, locales } from '@zbor/contracts';
import { groupedCode, typedCode } from '@zbor/domain';
import { Narrow, PageHead, TextInput } from '@zbor/ui';
import { Form, useNavigation } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { SubmitButton } from '../../../shared/submit-button';
import { AlreadySignedIn } from '../../identity/components/already-signed-in';
import { NameChoice, ownName } from '../../identity/components/name-choice';
import type { Route } from './+types/join';
import '../../identity/identity.css';
import '../access-codes.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

/** Looks at no code: opening the link of a card, however often and by whomever, changes and tells nothing. */
export async function loader(args: Route.LoaderArgs) {
  const { town, code = '' } = args.params;
  const query = { language: localeFor(args.request, locales) };
  const { names } = await apiOf(args)(identity.suggestNames, { params: { town }, query });
  return { names, code: groupedCode(typedCode(code) ?? '') };
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { code = '', choice = ownName, own = '', language } = typed(form);
  const displayName = choice === ownName ? own : choice;
  return attempt(form, async () => {
    const body = { code, displayName, language: language as Locale };
    await api(accessCodes.join, { params: { town }, body });
    return api.seeOther(`${to.keep(town)}?welcome=1`);
  });
}

/** Where somebody with a card comes in: its code and a name are enough. */
export default function Join({ loaderData: { names, code }, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { locale, account } = usePage();
  const idle = useNavigation().state === 'idle';
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const choice = refusal?.values.choice ?? '';
  const form = useFormState(
    refusal,
    { code: t('access-codes:join.code'), displayName: t('identity:people.name') },
    { displayName: choice === ownName || names.length === 0 ? 'own' : 'choice' },
    { code_refused: 'code' },
  );
  const title = t('access-codes:join.title');
  if (account && idle) return <AlreadySignedIn title={title} />;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={<Sentence of="access-codes:join.lead" values={{ town: town.name }} />} />
      {form.summary}
      <Form method="post" action={to.join(town.slug)} noValidate className="identity-form">
        <input type="hidden" name="language" value={locale} />
        <TextInput
          name="code"
          label={t('access-codes:join.code')}
          hint={t('access-codes:join.codeHint')}
          error={form.error('code')}
          defaultValue={form.value('code', code)}
          className="codes-typed"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          required
        />
        <NameChoice {...{ names, choice }} own={form.value('own')} error={form.error('displayName')} />
        <SubmitButton wide>{t('identity:signUp.submit')}</SubmitButton>
      </Form>
      <p>{t('identity:signUp.why')}</p>
      <p>{t('access-codes:join.once')}</p>
    </Narrow>
  );
}
