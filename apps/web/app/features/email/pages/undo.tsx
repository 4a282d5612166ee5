import { email } from '@zbor/contracts';
import { Button, EmptyState, Narrow, PageHead } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { CodeForm } from '../components/code-form';
import type { Route } from './+types/undo';

export async function action({ request, context, params: { town, id } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { code = '' } = typed(form);
  return attempt(form, async () => {
    await api(email.undo, { params: { town, id }, body: { code } });
    return api.seeOther(`/${town}/email/changes/${id}?done=undone`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function UndoChange({ actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const title = t('email:undo.title');
  if (query.get('done')) {
    const signIn = <Button href={to.signInByEmail(slug)}>{t('email:signIn.title')}</Button>;
    return (
      <>
        <Head title={title} private />
        <EmptyState level={1} title={t('email:undo.done')} actions={signIn}>
          <p>{t('email:undo.doneText')}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('email:undo.lead')} />
      <CodeForm
        hint={t('email:undo.hint')}
        submit={t('email:undo.submit')}
        refusal={isRefusal(actionData) ? actionData : undefined}
      />
    </Narrow>
  );
}
