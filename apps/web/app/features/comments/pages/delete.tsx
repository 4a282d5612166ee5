import { comments } from '@zbor/contracts';
import { Button, Narrow, PageHead } from '@zbor/ui';
import { data, Form, redirect } from 'react-router';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { Answered } from '../components/answered';
import { commentAt } from '../subject.server';
import type { Route } from './+types/delete';
import '../comments.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const found = await commentAt(apiOf(args), { ...args.params, request: args.request });
  if (found.comment.state === 'deleted') throw redirect(found.page);
  if (!found.comment.can.delete) throw data(null, { status: 403 });
  return found;
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  return attempt(form, async () => {
    const { page } = await commentAt(api, { town, id, request: args.request });
    await api(comments.remove, { params: { town, id } });
    return api.seeOther(page);
  });
}

/** Asks once more before a comment is taken away. */
export default function Delete({ loaderData: { comment, page }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { summary } = useFormState(isRefusal(actionData) ? actionData : undefined, {});
  return (
    <Narrow>
      <Head title={t('comments:delete.title')} private />
      <PageHead title={t('comments:delete.title')} lead={t('comments:delete.lead')} />
      {summary}
      <Answered comment={comment} />
      <Form method="post" className="comments-form__acts">
        <SubmitButton variant="danger">{t('comments:delete.confirm')}</SubmitButton>
        <Button variant="secondary" href={page}>
          {t('comments:delete.keep')}
        </Button>
      </Form>
    </Narrow>
  );
}
