import { identity, type Locale, locales, sso } from '@zbor/contracts';
import { Button, EmptyState, Narrow, PageHead } from '@zbor/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { AlreadySignedIn } from '../../identity/components/already-signed-in';
import { NameChoice, ownName } from '../../identity/components/name-choice';
import type { Route } from './+types/name';
import '../../identity/identity.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params });
  const inTown = { params: { town: params.town } };
  const [{ names }, { arrived }] = await Promise.all([
    api(identity.suggestNames, { ...inTown, query: { language: localeFor(request, locales) } }),
    api(sso.arrived, inTown),
  ]);
  return { names, arrived };
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { choice = ownName, own = '', language } = typed(form);
  return attempt(form, async () => {
    const displayName = choice === ownName ? own : choice;
    await api(sso.join, { params: { town }, body: { displayName, language: language as Locale } });
    return api.seeOther(safeReturn(form.get('returnTo'), to.town(town)));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function ChooseName({ loaderData: { names, arrived }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { locale, account } = usePage();
  const sending = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const choice = refusal?.values.choice ?? '';
  const form = useFormState(
    refusal,
    { displayName: t('identity:people.name') },
    { displayName: choice === ownName || names.length === 0 ? 'own' : 'choice' },
  );
  const title = t('sso:name.title');
  if (account && !sending) return <AlreadySignedIn title={title} />;
  if (!arrived && !refusal && !sending) {
    const action = <Button href={to.signIn(slug)}>{t('identity:signIn.title')}</Button>;
    return (
      <>
        <Head title={title} private />
        <EmptyState level={1} title={t('sso:name.lost')} actions={action} />
      </>
    );
  }
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('sso:name.lead')} />
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <input type="hidden" name="returnTo" value={safeReturn(query.get('returnTo'), '')} />
        <input type="hidden" name="language" value={locale} />
        <NameChoice {...{ names, choice }} own={form.value('own')} error={form.error('displayName')} />
        <Button wide disabled={sending}>
          {sending ? t('form.sending') : t('identity:signUp.submit')}
        </Button>
      </Form>
    </Narrow>
  );
}
