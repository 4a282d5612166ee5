/** Rows as the portal's statements give them. */
// biome-ignore format: a list
export interface IdeaRow {
  id: string; slug: string; title: string; excerpt: string; language: string; state: string; category: string | null;
  tags: string[]; publishedAt: Date; supports: number; importedSupports: number; comments: number; hiddenAt: Date | null;
  authorName: string; authorRole: string; html: string; createdAt: Date; editedAt: Date | null; version: number;
  supported: boolean; supportSeq: number;
}

// biome-ignore format: a list
export interface CommentRow {
  id: string; parentId: string | null; rootId: string; path: number[]; depth: number; seq: number; state: string;
  html: string; language: string; createdAt: Date; editedAt: Date | null; likes: number; likeSeq: number; replies: number;
  authorName: string; authorRole: string; liked: boolean; threadSeq: number; threadTotal: number;
}

const directionOf = (language: string) => (/^(ar|fa)$/.test(language) ? 'rtl' : 'ltr');
const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const visitor = {
  edit: false,
  publish: false,
  withdraw: false,
  support: false,
  report: true,
  moderate: false,
};

function card(row: IdeaRow) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    excerpt: row.excerpt,
    language: row.language,
    direction: directionOf(row.language),
    state: row.state,
    category: row.category,
    tags: row.tags,
    author: { name: row.authorName, role: row.authorRole },
    publishedAt: row.publishedAt.toISOString(),
    supports: row.supports,
    importedSupports: row.importedSupports,
    comments: row.comments,
    hidden: row.hiddenAt !== null,
  };
}

export function listBody(rows: IdeaRow[]) {
  const items = rows.slice(0, 20).map(card);
  const last = items.at(-1);
  return { items, next: rows.length > 20 && last ? cursorOf('newest', last.publishedAt, last.id) : null };
}

export function comment(row: Omit<CommentRow, 'path' | 'threadSeq' | 'threadTotal'>) {
  return {
    id: row.id,
    parentId: row.parentId,
    rootId: row.rootId,
    depth: row.depth,
    seq: row.seq,
    state: row.state,
    author: { name: row.authorName, role: row.authorRole },
    language: row.language,
    direction: directionOf(row.language),
    html: row.html,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    likes: row.likes,
    likeSeq: row.likeSeq,
    replies: row.replies,
  };
}

/** A comment as a visitor sees it. */
const shown = (row: CommentRow) =>
  Object.assign(comment(row), {
    mine: false,
    liked: row.liked,
    source: null,
    hidden: null,
    can: { edit: false, delete: false },
  });

export function ideaBody(row: IdeaRow, rows: CommentRow[]) {
  const roots = rows.filter(({ id, rootId }) => id === rootId);
  const items = roots.slice(0, 20).map((root) => {
    const replies = rows.filter(({ id, rootId }) => rootId === root.id && id !== rootId);
    const last = replies[4];
    return {
      root: shown(root),
      replies: replies.slice(0, 5).map(shown),
      next: replies.length > 5 && last ? cursorOf('answers', ...last.path) : null,
    };
  });
  const last = roots[19];
  return {
    idea: Object.assign(card(row), {
      html: row.html,
      source: null,
      createdAt: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      version: row.version,
      mine: false,
      supported: row.supported,
      supportSeq: row.supportSeq,
      hiding: null,
      can: visitor,
    }),
    thread: {
      seq: rows[0]?.threadSeq ?? 0,
      total: rows[0]?.threadTotal ?? 0,
      items,
      next: roots.length > 20 && last ? cursorOf('oldest', last.path[0]) : null,
      can: { comment: false, like: false, moderate: false },
    },
  };
}
