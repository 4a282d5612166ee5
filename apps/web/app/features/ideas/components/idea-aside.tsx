import type { Idea } from '@zbor/contracts';
import { Button, Flag, Panel, PencilLine, ShieldCheck, StatePath, Trash2, Undo2 } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { When } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Support, type SupportProps } from './support';

/** Beside the text: support, the way of the idea, and what this person may do with it. */
export function IdeaAside({ idea, known }: SupportProps) {
  const t = useT();
  return (
    <>
      {idea.state !== 'draft' && (
        <Panel>
          <Support idea={idea} known={known} />
          {idea.importedSupports > 0 && (
            <p className="ideas-small">{t('ideas:importedSupports', { count: idea.importedSupports })}</p>
          )}
        </Panel>
      )}
      <Way idea={idea} />
      <Acts idea={idea} />
    </>
  );
}

function Way({ idea }: { idea: Idea }) {
  const t = useT();
  const { state, publishedAt } = idea;
  const when = publishedAt ? <When at={publishedAt} /> : undefined;
  const first = { key: 'draft', label: t('ideas:way.written') };
  const published = { key: 'published', label: t('ideas:way.published'), note: when };
  const last =
    state === 'withdrawn'
      ? [{ key: 'withdrawn', label: t('ideas:state.withdrawn') }]
      : [{ key: 'council', label: t('ideas:way.council'), note: t('ideas:way.councilNote') }];
  return <StatePath label={t('ideas:way.label')} steps={[first, published, ...last]} current={state} />;
}

function Acts({ idea }: { idea: Idea }) {
  const t = useT();
  const town = useTown();
  const { can } = idea;
  if (!can.edit && !can.withdraw && !can.report && !can.moderate) return null;
  return (
    <ul className="ideas-acts" aria-label={t('ideas:acts')}>
      {can.edit && (
        <li>
          <Button
            variant="quiet"
            size="small"
            icon={<PencilLine />}
            href={to.ideaPart(town.slug, idea.id, 'edit')}
          >
            {t('ideas:edit.link')}
          </Button>
        </li>
      )}
      {can.withdraw && (
        <li>
          <Button
            variant="quiet"
            size="small"
            icon={idea.state === 'draft' ? <Trash2 /> : <Undo2 />}
            href={to.ideaPart(town.slug, idea.id, 'withdraw')}
          >
            {idea.state === 'draft' ? t('ideas:withdraw.linkDraft') : t('ideas:withdraw.link')}
          </Button>
        </li>
      )}
      {can.moderate && (
        <li>
          <Button
            variant="quiet"
            size="small"
            icon={<ShieldCheck />}
            href={to.moderate(town.slug, 'idea', idea.id)}
          >
            {idea.hidden ? t('ideas:restore') : t('ideas:hide')}
          </Button>
        </li>
      )}
      {can.report && (
        <li>
          <Button variant="quiet" size="small" icon={<Flag />} href={to.report(town.slug, 'idea', idea.id)}>
            {t('ideas:report')}
          </Button>
        </li>
      )}
    </ul>
  );
}
