import type { IdeaCard as IdeaCardView } from '@zbor/contracts';
import { Grid, HandHeart, MessageCircle } from '@zbor/ui';
import { GlyphSheet } from '../../../shared/glyphs';
import { IdeaCard } from './idea-card';

const icons = { supports: HandHeart, comments: MessageCircle };

/** Ideas as cards beside one another. */
export function IdeaGrid({ ideas, level = 2 }: { ideas: readonly IdeaCardView[]; level?: 2 | 3 }) {
  return (
    <>
      <GlyphSheet sheet="ideas" icons={icons} />
      <Grid>
        {ideas.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} level={level} />
        ))}
      </Grid>
    </>
  );
}
