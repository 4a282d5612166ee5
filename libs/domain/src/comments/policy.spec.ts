import type { Viewer } from '../viewer';
import { type CommentFacts, commentAbilities } from './policy';

const viewers: Record<string, Viewer> = {
  visitor: null,
  author: { id: 'author', role: 'participant' },
  reader: { id: 'reader', role: 'participant' },
  staff: { id: 'staff', role: 'staff' },
};
const facts = (state: CommentFacts['state']): CommentFacts => ({ authorId: 'author', state });

test.each([
  ['visitor', 'visible', false, 'readText report'],
  ['visitor', 'hidden', false, ''],
  ['visitor', 'deleted', false, ''],
  ['author', 'visible', true, 'readText edit delete like answer'],
  ['author', 'visible', false, 'readText delete'],
  ['author', 'hidden', true, 'readText delete'],
  ['author', 'deleted', true, ''],
  ['reader', 'visible', true, 'readText like answer report'],
  ['reader', 'hidden', true, ''],
  ['staff', 'visible', true, 'readText like answer report moderate'],
  ['staff', 'hidden', true, 'readText moderate'],
  ['staff', 'deleted', true, ''],
] as const)('%s, a %s comment, open: %s may %s', (who, state, open, may) => {
  const abilities = commentAbilities(viewers[who] ?? null, facts(state), open);
  expect(
    Object.entries(abilities)
      .filter(([, can]) => can)
      .map(([name]) => name)
      .join(' '),
  ).toBe(may);
});
