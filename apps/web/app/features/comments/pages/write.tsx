import { comments } from '@zbor/contracts';
import { Button, Narrow, PageHead, TextArea } from '@zbor/ui';
import { data, Form } from 'react-router';
import { Aloud } from '../../../shared/aloud';
import { apiOf } from '../../../shared/api.server';
import { newRequestKey, useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { formOf, isFor, isRefusal, refusalFor, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { writeComment } from '../acts.server';
import { Answered } from '../components/answered';
import { commentLimit } from '../limits';
import { pageOf, threadTypeOf } from '../subject.server';
import type { Route } from './+types/write';
import '../comments.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town, subject } = args.params;
  const type = threadTypeOf(args.params.type);
  const parentId = new URL(args.request.url).searchParams.get('parent') ?? undefined;
  const thread = await apiOf(args)(comments.thread, {
    params: { town, type, subject },
    query: parentId ? { focus: parentId } : {},
  });
  const all = thread.items.flatMap(({ root, replies }) => [root, ...replies]);
  const parent = all.find(({ id }) => id === parentId) ?? null;
  if (parentId && !parent) throw data(null, { status: 404 });
  return { page: pageOf(town, type, subject), parent, open: thread.can.comment, requestKey: newRequestKey() };
}

export async function action(args: Route.ActionArgs) {
  const { town, subject } = args.params;
  const type = threadTypeOf(args.params.type);
  const form = await formOf(args.request);
  const values = typed(form);
  if (values.step === 'change') return { values } satisfies Looked;
  const api = apiOf(args);
  const answer = await writeComment(api, form, town, {
    type,
    id: subject,
    page: pageOf(town, type, subject),
  });
  if (!refusalFor(answer, 'not_read_back')) return answer;
  const { body = '' } = values;
  const { readBack } = await api(comments.preview, { params: { town }, body: { body } });
  return { values: { ...values, readBack }, aloud: true } satisfies Looked;
}

interface Looked {
  values: Record<string, string>;
  /** To be read out before it is sent; else changed once more. */
  aloud?: boolean;
}

/** A page of its own for writing, where no script opens the form in its place. */
export default function Write({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { page, parent, open, requestKey } = loaderData;
  const looked = isRefusal(actionData) ? undefined : (actionData as Looked | undefined);
  const title = parent ? t('comments:write.answer') : t('comments:write.title');
  const label = t('comments:write.label');
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const { summary, error, value } = useFormState(refusal, { body: label });
  const before = looked?.values ?? {};
  // Sent once more after that, it is meant as another comment.
  const sentBefore = refusal && isFor(refusal, 'sent_before');
  if (looked?.aloud)
    return <Aloud texts={[before.body ?? '']} values={looked.values} send={t('comments:form.send')} />;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} />
      {parent && <Answered comment={parent} />}
      {open || refusal ? (
        <Form method="post" className="comments-form">
          {summary}
          <input
            type="hidden"
            name="requestKey"
            value={sentBefore ? requestKey : value('requestKey', before.requestKey ?? requestKey)}
          />
          {parent && <input type="hidden" name="parentId" value={parent.id} />}
          <TextArea
            name="body"
            label={label}
            error={error('body')}
            defaultValue={value('body', before.body)}
            rows={6}
            required
            limit={commentLimit}
            limitHint={t('form.charactersLimit', { count: commentLimit })}
          />
          <div className="comments-form__acts">
            <SubmitButton>{parent ? t('comments:form.sendAnswer') : t('comments:form.send')}</SubmitButton>
            <Button variant="quiet" href={page}>
              {t('comments:write.back')}
            </Button>
          </div>
        </Form>
      ) : (
        <p>{t('comments:closed')}</p>
      )}
    </Narrow>
  );
}
