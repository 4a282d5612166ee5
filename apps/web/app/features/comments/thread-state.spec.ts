import type { Comment, CommentSort, Conversation } from '@zbor/contracts';
import {
  addOwn,
  addPage,
  addReplies,
  begin,
  merge,
  order,
  personal,
  setLikes,
  showWaiting,
  type ThreadState,
} from './thread-state';

const readAt = '2026-01-01T12:00:00.000Z';
const earlier = (minute: number) => `2026-01-01T11:${String(minute).padStart(2, '0')}:00.000Z`;
const meanwhile = (minute: number) => `2026-01-01T12:${String(minute).padStart(2, '0')}:00.000Z`;

/** `a`, `a/b`, `a/b/c`: the comment c answers b, which answers a. */
function comment(path: string, more: Partial<Comment> = {}): Comment {
  const ids = path.split('/');
  return {
    id: ids.at(-1) ?? '',
    parentId: ids.at(-2) ?? null,
    rootId: ids[0] ?? '',
    depth: ids.length - 1,
    seq: 1,
    state: 'visible',
    author: { name: 'Amir', role: 'participant' },
    language: 'en',
    direction: 'ltr',
    html: `<p>${path}</p>`,
    createdAt: earlier(0),
    editedAt: null,
    likes: 0,
    likeSeq: 0,
    replies: 0,
    mine: false,
    liked: false,
    source: null,
    hidden: null,
    can: { edit: false, delete: false },
    ...more,
  };
}

const conversation = (root: Comment, ...replies: Comment[]): Conversation => ({ root, replies, next: null });

function thread(items: Conversation[], how: { sort?: CommentSort; focused?: boolean; next?: string } = {}) {
  const { sort = 'oldest', focused = false, next = null } = how;
  const can = { comment: true, like: true, moderate: false };
  return begin({ seq: 10, total: items.length, items, next, can }, { sort, focused, readAt });
}

/** What is on the screen: `a(b(c) d) e`. */
function screen(state: ThreadState): string {
  const one = ({ root, replies }: Conversation) =>
    [root, ...replies].map((c) => '-'.repeat(c.depth) + c.id).join(' ');
  return state.items.map(one).join(' | ');
}
const waiting = (state: ThreadState) => state.waiting.map(({ id }) => id).join(' ');

const twoRoots = () => [
  conversation(
    comment('a', { createdAt: earlier(1), replies: 3 }),
    comment('a/b', { createdAt: earlier(2), replies: 1 }),
    comment('a/b/c', { createdAt: earlier(3) }),
    comment('a/d', { createdAt: earlier(4) }),
  ),
  conversation(comment('e', { createdAt: earlier(5) })),
];

test.each([
  [9, 'known'],
  [10, 'known'],
  [11, 'next'],
  [12, 'gap'],
])('a change with the number %i is %s after 10', (seq, expected) => {
  expect(order(thread([]), seq)).toBe(expected);
});

describe('what others write', () => {
  test.each<[string, Partial<Comment>, string]>([
    ['f', { createdAt: meanwhile(1) }, 'f'],
    ['a/f', { createdAt: meanwhile(1) }, 'f'],
    ['a/b/c/f', { createdAt: meanwhile(1) }, 'f'],
    // Below a conversation that is on no page yet: it is read there.
    ['x/f', { createdAt: meanwhile(1) }, ''],
    // An old comment of a later page that was edited is no news.
    ['f', { createdAt: earlier(30), editedAt: meanwhile(1) }, ''],
    ['f', { createdAt: meanwhile(1), state: 'deleted', html: '' }, ''],
  ])('%s %j waits as %j, and nothing moves', (path, more, expected) => {
    const state = thread(twoRoots());
    const merged = merge(state, comment(path, { seq: 11, ...more }));
    expect(waiting(merged)).toBe(expected);
    expect(screen(merged)).toBe(screen(state));
  });

  test.each<[CommentSort, string[], string]>([
    ['oldest', ['f'], 'a -b --c -d | e | f'],
    ['newest', ['f'], 'f | e | a -b --c -d'],
    ['liked', ['f'], 'e | a -b --c -d | f'],
    ['oldest', ['a/f'], 'a -b --c -d -f | e'],
    ['oldest', ['a/b/f'], 'a -b --c --f -d | e'],
    ['oldest', ['a/b/c/f'], 'a -b --c ---f -d | e'],
    ['oldest', ['f', 'f/g', 'f/g/h'], 'a -b --c -d | e | f -g --h'],
    ['oldest', ['e/f', 'a/g', 'e/f/h'], 'a -b --c -d -g | e -f --h'],
  ])('sorted by %s, %j stand in their places once one asks', (sort, paths, expected) => {
    const roots = sort === 'oldest' ? twoRoots() : twoRoots().reverse();
    const news = paths.map((path, index) =>
      comment(path, { seq: 11 + index, createdAt: meanwhile(index + 1) }),
    );
    const state = showWaiting(news.reduce(merge, thread(roots, { sort })));
    expect(screen(state)).toBe(expected);
    expect(waiting(state)).toBe('');
    expect(state.fresh).toEqual(news.map(({ id }) => id));
  });

  test('counts the answers of all above', () => {
    const state = showWaiting(
      merge(thread(twoRoots()), comment('a/b/f', { seq: 11, createdAt: meanwhile(1) })),
    );
    expect([state.items[0]?.root.replies, state.items[0]?.replies[0]?.replies]).toEqual([4, 2]);
  });

  test('in one conversation alone, new ones beside it do not wait', () => {
    const state = thread(twoRoots().slice(0, 1), { focused: true });
    expect(waiting(merge(state, comment('f', { createdAt: meanwhile(1) })))).toBe('');
    expect(waiting(merge(state, comment('a/f', { createdAt: meanwhile(1) })))).toBe('f');
  });

  test('one that is edited while it waits shows its last wording, and one that is deleted goes', () => {
    const arrived = merge(thread(twoRoots()), comment('f', { seq: 11, createdAt: meanwhile(1) }));
    const edited = merge(arrived, comment('f', { seq: 12, createdAt: meanwhile(1), html: 'better' }));
    expect(edited.waiting.map(({ html }) => html)).toEqual(['better']);
    const deleted = merge(
      edited,
      comment('f', { seq: 13, createdAt: meanwhile(1), state: 'deleted', html: '' }),
    );
    expect(waiting(deleted)).toBe('');
  });
});

describe('changes of what is shown', () => {
  test.each<[string, Partial<Comment>]>([
    ['a', { html: 'edited' }],
    ['a/b/c', { state: 'deleted', html: '', author: null }],
    ['e', { state: 'hidden', html: '' }],
  ])('%s becomes %j in its place', (path, change) => {
    const state = thread(twoRoots());
    const changed = comment(path, { seq: 11, ...change });
    const merged = merge(state, changed);
    expect(screen(merged)).toBe(screen(state));
    expect(merged.items.flatMap(({ root, replies }) => [root, ...replies])).toContainEqual(changed);
  });

  test('an older wording that comes late is left', () => {
    const newer = merge(thread(twoRoots()), comment('e', { seq: 12, html: 'newer' }));
    expect(merge(newer, comment('e', { seq: 11, html: 'older' })).items[1]?.root.html).toBe('newer');
  });

  test('likes change where the comment stands, shown or waiting', () => {
    const state = merge(thread(twoRoots()), comment('f', { seq: 11, createdAt: meanwhile(1) }));
    expect(setLikes(state, 'c', { likes: 7, likeSeq: 1 }).items[0]?.replies[1]?.likes).toBe(7);
    expect(setLikes(state, 'f', { likes: 8, likeSeq: 1 }).waiting[0]?.likes).toBe(8);
    const mine = setLikes(state, 'c', { likes: 7, likeSeq: 2, liked: true });
    expect(mine.items[0]?.replies[1]).toMatchObject({ likes: 7, liked: true });
    const late = setLikes(mine, 'c', { likes: 6, likeSeq: 1 });
    expect(late.items[0]?.replies[1]).toMatchObject({ likes: 7, liked: true });
    const edited = merge(mine, comment('c', { seq: 11, html: 'newer', likes: 6, likeSeq: 1 }));
    expect(edited.items[0]?.replies[1]).toMatchObject({ html: 'newer', likes: 7, likeSeq: 2 });
  });
});

describe("one's own comment", () => {
  const own = (path: string, seq = 11) => comment(path, { seq, createdAt: meanwhile(1), mine: true });

  test('is shown at once and counted once', () => {
    const state = addOwn(thread(twoRoots()), own('a/b/f'));
    expect(screen(state)).toBe('a -b --c --f -d | e');
    expect([state.total, state.seq]).toEqual([3, 11]);
  });

  test.each([
    [
      'the message comes first',
      (state: ThreadState) =>
        addOwn(merge(state, comment('f', { seq: 11, createdAt: meanwhile(1) })), own('f')),
    ],
    ['the message comes after', (state: ThreadState) => merge(addOwn(state, own('f')), own('f'))],
    ['it is sent twice', (state: ThreadState) => addOwn(addOwn(state, own('f')), own('f'))],
  ])('stands there once when %s', (_, happen) => {
    const state = happen(thread(twoRoots()));
    expect(screen(state)).toBe('a -b --c -d | e | f');
    expect(waiting(state)).toBe('');
  });

  test('leaves the gap open when others wrote in between', () => {
    expect(addOwn(thread(twoRoots()), own('f', 13)).seq).toBe(10);
  });

  test('from another window needs no asking', () => {
    expect(screen(merge(thread(twoRoots()), own('f')))).toBe('a -b --c -d | e | f');
  });
});

describe('more of the thread', () => {
  test('a further page takes what is shown already to its place', () => {
    const state = addOwn(
      thread(twoRoots(), { next: 'more' }),
      comment('f', { seq: 11, createdAt: meanwhile(1), mine: true }),
    );
    const page = [
      conversation(comment('g', { createdAt: earlier(9) })),
      conversation(comment('f', { createdAt: meanwhile(1) })),
    ];
    const whole = addPage(state, { items: page, next: null });
    expect(screen(whole)).toBe('a -b --c -d | e | g | f');
    expect(whole.next).toBeNull();
  });

  test('further answers stand before those that came while reading', () => {
    const news = merge(thread(twoRoots()), comment('a/z', { seq: 11, createdAt: meanwhile(1) }));
    const page = { items: [comment('a/d/g'), comment('a/h')], next: null };
    expect(screen(addReplies(showWaiting(news), 'a', page))).toBe('a -b --c -d --g -h -z | e');
  });
});

describe('what everybody may see', () => {
  const state = thread([
    conversation(comment('a', { liked: true })),
    conversation(comment('b', { mine: true, can: { edit: true, delete: true } })),
  ]);

  test('becomes what this reader sees', () => {
    expect(personal(state, comment('a', { html: 'new' }), false)).toMatchObject({ html: 'new', liked: true });
    expect(personal(state, comment('x'), false)).toMatchObject({ mine: false, liked: false });
  });

  test("needs asking for one's own, and for what is hidden from others than moderators", () => {
    expect(personal(state, comment('b'), false)).toBeUndefined();
    expect(personal(state, comment('a', { state: 'hidden', html: '' }), true)).toBeUndefined();
    expect(personal(state, comment('a', { state: 'hidden', html: '' }), false)).toBeDefined();
  });
});
