import { ideas, identity } from '@zbor/contracts';
import { Narrow, PageHead } from '@zbor/ui';
import { Form, redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf, isVisit } from '../../../shared/api.server';
import { newRequestKey, useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, type Refusal, refusalFor, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { SubmitButton } from '../../../shared/submit-button';
import { IdeaEdit, isConflict } from '../components/idea-edit';
import { IdeaFields, useIdeaLabels } from '../components/idea-fields';
import { IdeaSummary } from '../components/idea-summary';
import { conflictWith } from '../conflict.server';
import { writtenIn } from '../written.server';
import type { Route } from './+types/new';
import '../ideas.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town } = args.params;
  const { account } = await apiOf(args)(identity.visit, { params: { town } });
  if (!account && isVisit(args.request)) throw redirect(to.signIn(town, to.propose(town)));
  return { requestKey: newRequestKey() };
}

/** `step` says what is wanted: to look at it, to change something, or to keep it as a draft or publish it. */
export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const values = typed(form);
  const written = writtenIn(values);
  const { step, requestKey, readBack } = values;
  if (step === 'change') return { values, summary: false } satisfies Looked;
  const answer = await attempt(form, async () => {
    if (step === 'publish' || step === 'draft') {
      const publish = step === 'publish';
      const body = { ...written, publish, requestKey, readBack };
      const idea = await api(ideas.propose, { params: { town }, body });
      const done = publish && idea.state === 'published' ? '?done=published' : '';
      return api.seeOther(to.idea(town, idea) + done);
    }
    const shown = await api(ideas.preview, { params: { town }, body: written });
    const known = { language: shown.language ?? '', readBack: shown.readBack };
    return { values: { ...values, ...known }, summary: true } satisfies Looked;
  });
  // What this form sent before stands; another text is a change of that.
  const refusal = refusalFor(answer, 'changed_meanwhile');
  const id = String(refusal?.problem.params?.id);
  return refusal ? conflictWith(api, { town, id }, refusal, written) : answer;
}

interface Looked {
  values: Record<string, string>;
  /** To be looked at, or changed once more. */
  summary: boolean;
}

/** Proposing an idea: write it, look at it, send it. */
export default function New({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const answer = actionData as Refusal | Looked | undefined;
  const refusal = isRefusal(answer) ? answer : undefined;
  const labels = useIdeaLabels();
  const form = useFormState(refusal, labels);
  const values = answer?.values ?? {};
  const key = values.requestKey ?? loaderData.requestKey;
  if (isConflict(refusal)) return <IdeaEdit idea={refusal.idea} refusal={refusal} />;
  if (answer && 'summary' in answer && answer.summary)
    return <IdeaSummary values={values} requestKey={key} />;
  const title = t('ideas:new.title');
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={<Sentence of="ideas:new.lead" values={{ town: town.name }} />} />
      <Form method="post" className="ideas-form">
        {form.summary}
        <input type="hidden" name="requestKey" value={key} />
        <IdeaFields form={form} before={values} />
        <div className="ideas-form__acts">
          <SubmitButton name="step" value="preview">
            {t('ideas:new.preview')}
          </SubmitButton>
          <SubmitButton name="step" value="draft" variant="secondary">
            {t('ideas:new.draft')}
          </SubmitButton>
        </div>
      </Form>
    </Narrow>
  );
}
