import { comments, type Language } from '@zbor/contracts';
import { Button, Narrow, PageHead, Select, TextArea } from '@zbor/ui';
import { data, Form, redirect } from 'react-router';
import { Aloud } from '../../../shared/aloud';
import { apiOf, isVisit } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { languageOptions } from '../../../shared/language-names';
import { attempt, formOf, isRefusal, refusalFor, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { commentLimit } from '../limits';
import { commentAt } from '../subject.server';
import type { Route } from './+types/edit';
import '../comments.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const found = await commentAt(apiOf(args), { ...args.params, request: args.request });
  if (found.comment.state === 'deleted' && isVisit(args.request)) throw redirect(found.page);
  if (!found.comment.can.edit || found.comment.source === null) throw data(null, { status: 403 });
  return found;
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const values = typed(form);
  const { body = '', language, readBack } = values;
  if (values.step === 'change') return { values } satisfies Looked;
  const answer = await attempt(form, async () => {
    await api(comments.edit, {
      params: { town, id },
      body: { body, language: language as Language | undefined, readBack },
    });
    const { page } = await commentAt(api, { town, id, request: args.request });
    return api.seeOther(page);
  });
  if (!refusalFor(answer, 'not_read_back')) return answer;
  const shown = await api(comments.preview, { params: { town }, body: { body } });
  return { values: { ...values, readBack: shown.readBack }, aloud: true } satisfies Looked;
}

interface Looked {
  values: Record<string, string>;
  /** To be read out before it is sent; else changed once more. */
  aloud?: boolean;
}

export default function Edit({ loaderData: { comment, page }, actionData }: Route.ComponentProps) {
  const t = useT();
  const labels = { body: t('comments:write.label'), language: t('comments:edit.language') };
  const { summary, error, value } = useFormState(isRefusal(actionData) ? actionData : undefined, labels);
  const looked = isRefusal(actionData) ? undefined : (actionData as Looked | undefined);
  const before = looked?.values ?? {};
  if (looked?.aloud)
    return (
      <Aloud
        texts={[before.body ?? '']}
        lang={before.language}
        values={looked.values}
        send={t('comments:edit.save')}
      />
    );
  return (
    <Narrow>
      <Head title={t('comments:edit.title')} private />
      <PageHead title={t('comments:edit.title')} lead={t('comments:edit.lead')} />
      <Form method="post" className="comments-form">
        {summary}
        <TextArea
          name="body"
          label={labels.body}
          error={error('body')}
          defaultValue={value('body', before.body ?? comment.source ?? '')}
          rows={6}
          required
          limit={commentLimit}
          limitHint={t('form.charactersLimit', { count: commentLimit })}
        />
        <Select
          name="language"
          label={labels.language}
          hint={t('comments:edit.languageHint')}
          error={error('language')}
          defaultValue={value('language', before.language ?? comment.language)}
          options={languageOptions}
        />
        <div className="comments-form__acts">
          <SubmitButton>{t('comments:edit.save')}</SubmitButton>
          <Button variant="quiet" href={page}>
            {t('comments:write.back')}
          </Button>
        </div>
      </Form>
    </Narrow>
  );
}
