import type { Role } from '@zbor/contracts';
import fc from 'fast-check';
import type { Viewer } from '../viewer';
import { type IdeaFacts, ideaAbilities } from './policy';

const viewers: Record<string, Viewer> = {
  visitor: null,
  author: { id: 'author', role: 'participant' },
  reader: { id: 'reader', role: 'participant' },
  council: { id: 'council', role: 'council' },
};

const facts = (state: IdeaFacts['state'], hidden = false): IdeaFacts => ({
  authorId: 'author',
  state,
  hidden,
});

test.each([
  ['visitor', facts('published'), 'read report'],
  ['visitor', facts('draft'), ''],
  ['visitor', facts('withdrawn'), 'read'],
  ['visitor', facts('published', true), ''],
  ['author', facts('draft'), 'read edit publish withdraw'],
  ['author', facts('published'), 'read edit withdraw support comment'],
  ['author', facts('published', true), 'read edit withdraw'],
  ['author', facts('withdrawn'), 'read'],
  ['reader', facts('published'), 'read support comment report'],
  ['reader', facts('draft'), ''],
  ['reader', facts('withdrawn'), 'read'],
  ['council', facts('draft'), ''],
  ['council', facts('published'), 'read support comment report moderate'],
  ['council', facts('published', true), 'read moderate'],
  ['council', facts('withdrawn'), 'read moderate'],
])('%s and %j: %s', (who, idea, may) => {
  const abilities = ideaAbilities(viewers[who] ?? null, idea);
  expect(
    Object.entries(abilities)
      .filter(([, can]) => can)
      .map(([name]) => name)
      .join(' '),
  ).toBe(may);
});

test('whoever may act may read', () => {
  const viewer = fc.option(
    fc.record({
      id: fc.constantFrom('author', 'other'),
      role: fc.constantFrom<Role>('participant', 'council', 'staff', 'admin'),
    }),
    { nil: null },
  );
  const idea = fc.record({
    authorId: fc.constantFrom('author', null),
    state: fc.constantFrom('draft' as const, 'published' as const, 'withdrawn' as const),
    hidden: fc.boolean(),
  });
  fc.assert(
    fc.property(viewer, idea, (who, what) => {
      const { read, ...acts } = ideaAbilities(who, what);
      if (Object.values(acts).some(Boolean)) expect(read).toBe(true);
    }),
  );
});
