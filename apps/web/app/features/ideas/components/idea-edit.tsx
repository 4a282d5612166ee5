import type { Idea } from '@zbor/contracts';
import { Button, Diff, type DiffPart, Narrow, Notice, PageHead } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import type { Refusal } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { IdeaFields, useIdeaLabels } from './idea-fields';

/** An idea that says something else than what was typed, and how the two differ. */
export interface Conflict extends Refusal {
  idea: Idea;
  title: DiffPart[];
  body: DiffPart[];
}

export const isConflict = (refusal: Refusal | undefined): refusal is Conflict =>
  refusal !== undefined && 'idea' in refusal;

interface IdeaEditProps {
  idea: Idea;
  refusal?: Refusal;
  /** What was typed, where it is not sent yet. */
  values?: Record<string, string>;
}

/** Changes an idea, from whichever page. */
export function IdeaEdit({ idea: shown, refusal, values }: IdeaEditProps) {
  const t = useT();
  const { slug: town } = useTown();
  const form = useFormState(refusal, useIdeaLabels());
  const conflict = isConflict(refusal) ? refusal : undefined;
  const idea = conflict?.idea ?? shown;
  const before = values ?? {
    title: idea.title,
    body: idea.source ?? '',
    category: idea.category ?? '',
    tags: idea.tags.join(', '),
    language: idea.language,
    version: String(idea.version),
  };
  const version = conflict ? String(idea.version) : form.value('version', before.version);
  return (
    <Narrow>
      <Head title={t('ideas:edit.title')} private />
      <PageHead
        title={t('ideas:edit.title')}
        lead={idea.state === 'draft' ? t('ideas:edit.leadDraft') : t('ideas:edit.lead')}
      />
      <Form method="post" action={to.ideaPart(town, idea.id, 'edit')} className="ideas-form">
        {conflict ? <Difference of={conflict} /> : form.summary}
        <input type="hidden" name="version" value={version} />
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

function Difference({ of: { title, body } }: { of: Conflict }) {
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
