import type { IdeaCard as IdeaCardView } from '@zbor/contracts';
import { Grid } from '@zbor/ui';
import { IdeaGlyphs } from './glyphs';
import { IdeaCard } from './idea-card';

/** Ideas as cards beside one another. */
export function IdeaGrid({ ideas, level = 2 }: { ideas: readonly IdeaCardView[]; level?: 2 | 3 }) {
  return (
    <>
      <IdeaGlyphs />
      <Grid as="ul">
        {ideas.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} level={level} />
        ))}
      </Grid>
    </>
  );
}
