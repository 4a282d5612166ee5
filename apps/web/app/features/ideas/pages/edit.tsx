import { ideas } from '@zbor/contracts';
import { Button, Diff, type DiffPart, Narrow, Notice, PageHead } from '@zbor/ui';
import { data, Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { Aloud } from '../../../shared/aloud';
import { type Api, apiOf } from '../../../shared/api.server';
import { compare } from '../../../shared/compare.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, refusalFor, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { IdeaFields, useIdeaLabels } from '../components/idea-fields';
import { writtenIn } from '../written.server';
import type { Route } from './+types/edit';
import '../ideas.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const { idea } = await apiOf(args)(ideas.read, { params: { town, id } });
  if (!idea.can.edit || idea.source === null) throw data(null, { status: 403 });
  return { idea, source: idea.source };
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const values = typed(form);
  if (values.step === 'change') return { values };
  const written = writtenIn(values);
  const answer = await attempt(form, async () => {
    const body = { ...written, version: Number(values.version), readBack: values.readBack };
    const idea = await api(ideas.edit, { params: { town, id }, body });
    return api.seeOther(`${to.idea(town, idea)}?done=saved`);
  });
  if (refusalFor(answer, 'not_read_back')) {
    const { readBack } = await api(ideas.preview, { params: { town }, body: written });
    return { values: { ...values, readBack }, aloud: true };
  }
  const refusal = refusalFor(answer, 'changed_meanwhile');
  if (!refusal) return answer;
  return data({ ...refusal, meanwhile: await meanwhile(api, town, id, written) }, { status: 409 });
}

/** How what was typed differs from what somebody else has saved in the meantime. */
async function meanwhile(api: Api, town: string, id: string, mine: { title: string; body: string }) {
  const { idea } = await api(ideas.read, { params: { town, id } });
  return {
    version: idea.version,
    title: compare(idea.title, mine.title, idea.language),
    body: compare(idea.source ?? '', mine.body.replace(/\r\n?/g, '\n').trim(), idea.language),
  };
}

export default function Edit({ loaderData: { idea, source }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug: town } = useTown();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const form = useFormState(refusal, useIdeaLabels());
  const looked = refusal ? undefined : (actionData as Looked | undefined);
  const before = looked?.values ?? {
    title: idea.title,
    body: source,
    category: idea.category ?? '',
    tags: idea.tags.join(', '),
    language: idea.language,
  };
  if (looked?.aloud)
    return (
      <Aloud
        texts={[before.title, before.body, before.tags].map((text) => text ?? '')}
        lang={before.language}
        values={looked.values}
        send={t('ideas:edit.save')}
      />
    );
  const other = refusal && 'meanwhile' in refusal ? (refusal.meanwhile as Meanwhile) : undefined;
  return (
    <Narrow>
      <Head title={t('ideas:edit.title')} private />
      <PageHead
        title={t('ideas:edit.title')}
        lead={idea.state === 'draft' ? t('ideas:edit.leadDraft') : t('ideas:edit.lead')}
      />
      <Form method="post" className="ideas-form">
        {other ? <Conflict meanwhile={other} /> : form.summary}
        <input
          type="hidden"
          name="version"
          value={other?.version ?? form.value('version', String(idea.version))}
        />
        <IdeaFields form={form} languageKnown before={before} />
        <div className="ideas-form__acts">
          <SubmitButton>{t('ideas:edit.save')}</SubmitButton>
          <Button variant="quiet" href={to.idea(town, idea)}>
            {t('comments:write.back')}
          </Button>
        </div>
      </Form>
    </Narrow>
  );
}

interface Looked {
  values: Record<string, string>;
  /** To be read out before it is sent; else changed once more. */
  aloud?: boolean;
}

interface Meanwhile {
  version: number;
  title: DiffPart[];
  body: DiffPart[];
}

function Conflict({ meanwhile: { title, body } }: { meanwhile: Meanwhile }) {
  const t = useT();
  const words = { addedLabel: t('diff.added'), removedLabel: t('diff.removed') };
  return (
    <Notice tone="warning" title={t('ideas:edit.conflict')}>
      <p>{t('ideas:edit.conflictText')}</p>
      <h2 className="ideas-diffhead">{t('ideas:edit.conflictTitle')}</h2>
      <Diff parts={title} {...words} />
      <h2 className="ideas-diffhead">{t('ideas:edit.conflictBody')}</h2>
      <Diff parts={body} {...words} />
    </Notice>
  );
}
