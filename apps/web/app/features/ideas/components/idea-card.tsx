import type { IdeaCard as IdeaCardView } from '@zbor/contracts';
import { Badge, Card, Count, StateMark } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { LanguageName, useFormats, When } from '../../../shared/formats';
import { Glyph } from '../../../shared/glyphs';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';

/** An idea in a list: what it says, in which language, and how many stand behind it. */
export function IdeaCard({ idea, level = 2 }: { idea: IdeaCardView; level?: 2 | 3 }) {
  const t = useT();
  const { locale } = usePage();
  const town = useTown();
  const { number } = useFormats();
  const category = town.categories.find(({ key }) => key === idea.category);
  const { supports, importedSupports, comments } = idea;
  return (
    <Card
      as="li"
      level={level}
      href={to.idea(town.slug, idea)}
      title={idea.title || t('ideas:emptied.title')}
      {...(idea.title && { lang: idea.language, dir: idea.direction })}
      eyebrow={
        <>
          <IdeaState idea={idea} />
          {category && <span>{category.name}</span>}
        </>
      }
      meta={
        <>
          <span className="ideas-by">
            {idea.author.name && <bdi>{idea.author.name}</bdi>}
            {idea.publishedAt && <When at={idea.publishedAt} />}
            {idea.language !== locale && (
              <Badge>
                <LanguageName code={idea.language} />
              </Badge>
            )}
          </span>
          <Count
            icon={<Glyph of="ideas-supports" />}
            value={number(supports)}
            word={t('ideas:supporters', { count: supports })}
          />
          {importedSupports > 0 && (
            <Count
              value={`+ ${number(importedSupports)}`}
              word={t('ideas:earlier', { count: importedSupports })}
            />
          )}
          <Count
            icon={<Glyph of="ideas-comments" />}
            value={number(comments)}
            word={t('ideas:comments', { count: comments })}
          />
        </>
      }
    >
      {idea.excerpt}
    </Card>
  );
}

/** The state of an idea as word and shape. */
export function IdeaState({ idea }: { idea: Pick<IdeaCardView, 'state' | 'hidden'> }) {
  const t = useT();
  const state = idea.hidden ? 'hidden' : idea.state;
  return <StateMark state={state}>{t(`ideas:state.${state}`)}</StateMark>;
}
