import type {
  Comment,
  CommentSort,
  Conversation,
  LikeCount,
  Liking,
  PublicComment,
  Thread,
} from '@zbor/contracts';

/** A thread as one reader has it on the screen, and what has come meanwhile. */
export interface ThreadState {
  sort: CommentSort;
  /** One conversation alone is shown. */
  focused: boolean;
  /** When the thread was read: what was written before is not news. */
  readAt: string;
  /** Number of the latest change that is taken account of. */
  seq: number;
  total: number;
  items: Conversation[];
  next: string | null;
  /** Comments of others that came while one was reading; shown once one asks for them. */
  waiting: Comment[];
  /** Ids of comments that came while one was reading and are shown now. */
  fresh: readonly string[];
}

/** By how much the clocks of servers may differ; what was written so shortly before counts as news as well. */
const CLOCKS_DIFFER_MS = 60_000;

export function begin(thread: Thread, how: Pick<ThreadState, 'sort' | 'focused' | 'readAt'>): ThreadState {
  const { seq, total, items, next } = thread;
  return { ...how, seq, total, items, next, waiting: [], fresh: [] };
}

/** How a change with this number stands to what is known: already known, the very next, or with a gap before it. */
export function order(state: ThreadState, seq: number): 'known' | 'next' | 'gap' {
  if (seq <= state.seq) return 'known';
  return seq === state.seq + 1 ? 'next' : 'gap';
}

/**
 * A comment as this reader sees it, from what everybody may see; undefined where the server must be asked, because
 * the reader may see more: an author or a moderator of something hidden, an author of something edited.
 */
export function personal(state: ThreadState, seen: PublicComment, moderates: boolean): Comment | undefined {
  const known = find(state, seen.id);
  if (known?.mine || (moderates && seen.state === 'hidden')) return undefined;
  const mine = { mine: false, source: null, hidden: null, can: { edit: false, delete: false } };
  return { ...seen, ...mine, liked: known?.liked ?? false };
}

/**
 * Takes over a changed comment. One that is shown changes in its place; a new one of somebody else waits, so that
 * nothing moves under the reader's eyes; one that belongs to a part not read yet is left to be read there.
 */
export function merge(state: ThreadState, changed: Comment): ThreadState {
  const replace = (comment: Comment) =>
    comment.id === changed.id && comment.seq <= changed.seq
      ? { ...changed, ...latestLikes(comment, changed) }
      : comment;
  if (shown(state, changed.id)) return { ...state, items: mapComments(state.items, replace) };
  if (state.waiting.some(({ id }) => id === changed.id)) {
    const waiting =
      changed.state === 'visible'
        ? state.waiting.map(replace)
        : state.waiting.filter(({ id }) => id !== changed.id);
    return { ...state, waiting };
  }
  const isNew =
    changed.state === 'visible' &&
    Date.parse(changed.createdAt) > Date.parse(state.readAt) - CLOCKS_DIFFER_MS;
  if (!isNew || !hasPlace(state, changed)) return state;
  return changed.mine ? place(state, changed) : { ...state, waiting: [...state.waiting, changed] };
}

/** Shows one's own comment at once. */
export function addOwn(state: ThreadState, comment: Comment): ThreadState {
  const seq = order(state, comment.seq) === 'next' ? comment.seq : state.seq;
  const waiting = state.waiting.filter(({ id }) => id !== comment.id);
  if (shown(state, comment.id)) return merge({ ...state, seq, waiting }, comment);
  const total = order(state, comment.seq) === 'known' ? state.total : state.total + 1;
  return place({ ...state, seq, total, waiting }, comment);
}

/** Shows what waited. */
export function showWaiting(state: ThreadState): ThreadState {
  return state.waiting.reduce(place, { ...state, waiting: [] });
}

/** Sets how often a comment is liked, and whether by this reader where that is known. */
export function setLikes(state: ThreadState, id: string, news: LikeCount & Partial<Liking>): ThreadState {
  const count = (comment: Comment) =>
    comment.id === id
      ? { ...comment, ...latestLikes(comment, news), liked: news.liked ?? comment.liked }
      : comment;
  return { ...state, items: mapComments(state.items, count), waiting: state.waiting.map(count) };
}

/** Processes tell each other without order, so the count of the later change stands. */
const latestLikes = (a: LikeCount, b: LikeCount): LikeCount => {
  const { likes, likeSeq } = a.likeSeq > b.likeSeq ? a : b;
  return { likes, likeSeq };
};

/** Puts a further page of conversations below. */
export function addPage(state: ThreadState, page: Pick<Thread, 'items' | 'next'>): ThreadState {
  const come = new Set(page.items.map(({ root }) => root.id));
  const items = inOrder(state.sort, [...state.items.filter(({ root }) => !come.has(root.id)), ...page.items]);
  const waiting = state.waiting.filter(({ rootId }) => !come.has(rootId));
  return { ...state, items, waiting, next: page.next };
}

/** Puts further answers into a conversation. */
export function addReplies(
  state: ThreadState,
  rootId: string,
  page: { items: Comment[]; next: string | null },
): ThreadState {
  const come = new Set(page.items.map(({ id }) => id));
  const items = state.items.map((conversation) => {
    if (conversation.root.id !== rootId) return conversation;
    const later = conversation.replies.filter(({ id }) => !come.has(id));
    const known = later.filter(({ id }) => !state.fresh.includes(id));
    const fresh = later.filter(({ id }) => state.fresh.includes(id));
    const whole = { ...conversation, replies: [...known, ...page.items], next: page.next };
    return fresh.reduce(withReply, whole);
  });
  return { ...state, items, waiting: state.waiting.filter(({ id }) => !come.has(id)) };
}

function place(state: ThreadState, comment: Comment): ThreadState {
  if (shown(state, comment.id)) return state;
  const fresh = [...state.fresh, comment.id];
  if (comment.parentId === null) {
    const conversation = { root: comment, replies: [], next: null };
    const items =
      state.sort === 'newest'
        ? [conversation, ...state.items]
        : inOrder(state.sort, [...state.items, conversation]);
    return { ...state, fresh, items };
  }
  const items = state.items.map((conversation) =>
    conversation.root.id === comment.rootId ? withReply(conversation, comment) : conversation,
  );
  return { ...state, fresh, items };
}

/** An answer stands below what it answers, after the answers that were there before. */
function withReply(conversation: Conversation, reply: Comment): Conversation {
  const above = new Set(ancestors(conversation.replies, reply));
  const counted = conversation.replies.map((one) =>
    above.has(one.id) ? { ...one, replies: one.replies + 1 } : one,
  );
  const parent = counted.findIndex(({ id }) => id === reply.parentId);
  let at = counted.length;
  if (parent >= 0) {
    const depth = counted[parent]?.depth ?? 0;
    const end = counted.findIndex((one, index) => index > parent && one.depth <= depth);
    if (end >= 0) at = end;
  }
  return {
    ...conversation,
    root: { ...conversation.root, replies: conversation.root.replies + 1 },
    replies: [...counted.slice(0, at), reply, ...counted.slice(at)],
  };
}

function ancestors(replies: Comment[], comment: Comment): string[] {
  const parent = replies.find(({ id }) => id === comment.parentId);
  return parent ? [parent.id, ...ancestors(replies, parent)] : [];
}

function hasPlace(state: ThreadState, comment: Comment): boolean {
  if (comment.parentId === null) return !state.focused;
  const coming = state.waiting.some(({ id }) => id === comment.rootId);
  return coming || state.items.some(({ root }) => root.id === comment.rootId);
}

function shown(state: ThreadState, id: string): boolean {
  return state.items.some(({ root, replies }) => root.id === id || replies.some((reply) => reply.id === id));
}

function find(state: ThreadState, id: string): Comment | undefined {
  const all = [...state.items.flatMap(({ root, replies }) => [root, ...replies]), ...state.waiting];
  return all.find((comment) => comment.id === id);
}

function mapComments(items: Conversation[], change: (comment: Comment) => Comment): Conversation[] {
  return items.map((conversation) => ({
    ...conversation,
    root: change(conversation.root),
    replies: conversation.replies.map(change),
  }));
}

/** By time, as the server orders them; by likes the order stays as it was read. */
function inOrder(sort: CommentSort, items: Conversation[]): Conversation[] {
  if (sort === 'liked') return items;
  const sign = sort === 'oldest' ? 1 : -1;
  const key = ({ root }: Conversation) => `${root.createdAt} ${root.id}`;
  return [...items].sort((a, b) => (key(a) < key(b) ? -sign : sign));
}
