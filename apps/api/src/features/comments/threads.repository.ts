import { Injectable } from '@nestjs/common';
import type { CommentSort, ReportReason, Role, ThreadType } from '@zbor/contracts';
import type { CommentState } from '@zbor/domain';
import { Database, type Queries } from '../../platform/database/database';

/** A comment as it is shown: with its author, and whether the viewer likes it. */
export interface CommentRow extends Record<string, unknown> {
  id: string;
  type: ThreadType;
  subjectId: string;
  authorId: string | null;
  parentId: string | null;
  rootId: string;
  path: number[];
  depth: number;
  seq: number;
  state: CommentState;
  body: string;
  html: string;
  language: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  likes: number;
  likeSeq: number;
  replies: number;
  hiddenAt: Date | null;
  hiddenReason: ReportReason | null;
  hiddenNote: string | null;
  authorName: string | null;
  authorRole: Role | null;
  liked: boolean;
}

/** Rows of one page, with the thread as it stood in the same snapshot. */
export interface ThreadRows {
  seq: number;
  total: number;
  rows: CommentRow[];
}

/** `$1` is always the viewer, or null. */
const shown = `c.id, c.type, c.subject_id AS "subjectId", c.author_id AS "authorId", c.parent_id AS "parentId",
  c.root_id AS "rootId", c.path, c.depth, c.seq, c.state, c.body, c.html, c.language, c.version,
  c.created_at AS "createdAt", c.edited_at AS "editedAt", c.like_total AS likes,
  c.like_seq AS "likeSeq", c.replies,
  c.hidden_at AS "hiddenAt", c.hidden_reason AS "hiddenReason", c.hidden_note AS "hiddenNote",
  a.display_name AS "authorName", a.role AS "authorRole",
  ($1::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM comment_like l WHERE l.comment_id = c.id AND l.account_id = $1)) AS liked`;

/**
 * A first comment's path is one number. Here as below, numbers of paths are compared and not only whole paths: behind a
 * wall, PostgreSQL looks up nothing by what it cannot vouch for, and comparing arrays is such a thing.
 */
const orders: Record<CommentSort, { by: string; after: string }> = {
  oldest: { by: 'c.path[1]', after: 'c.path[1] > $4::int' },
  newest: { by: 'c.path[1] DESC', after: 'c.path[1] < $4::int' },
  liked: { by: 'c.like_total DESC, c.id DESC', after: '(c.like_total, c.id) < ($4::int, $5::uuid)' },
};

/** Every query that reads threads. */
@Injectable()
export class ThreadsRepository {
  constructor(private readonly db: Database) {}

  /** First comments in the wanted order, each followed by the first of its answers in reading order. */
  async page(
    viewer: string | null,
    thread: { type: ThreadType; id: string },
    sort: CommentSort,
    after: (string | number)[] | null,
    roots: number,
    replies: number,
  ): Promise<ThreadRows> {
    const { by, after: cursor } = orders[sort];
    const parameters: unknown[] = [viewer, thread.type, thread.id, ...(after ?? [])];
    return this.inThread(
      `WITH first AS MATERIALIZED (
         SELECT c.*, row_number() OVER (ORDER BY ${by}) AS place FROM comment c
          WHERE c.type = $2 AND c.subject_id = $3 AND c.parent_id IS NULL ${after ? `AND ${cursor}` : ''}
          ORDER BY ${by} LIMIT ${roots}),
       page AS (
         SELECT f.id, f.place, f.path FROM first f
         UNION ALL
         SELECT r.id, f.place, r.path FROM first f CROSS JOIN LATERAL (
           SELECT c.id, c.path FROM comment c WHERE c.root_id = f.id AND c.parent_id IS NOT NULL
            ORDER BY c.path[2], c.path LIMIT ${replies}) r)
       SELECT ${shown}, p.place FROM page p JOIN comment c ON c.id = p.id LEFT JOIN account a ON a.id = c.author_id`,
      'c.place, c.path',
      parameters,
    );
  }

  /** One conversation: its first comment, the nearest `above` the focus, and `replies` answers from the focus on. */
  focus(
    viewer: string | null,
    thread: { type: ThreadType; id: string },
    focus: string,
    above: number,
    replies: number,
  ): Promise<ThreadRows> {
    return this.inThread(
      `WITH RECURSIVE f AS MATERIALIZED (
         SELECT parent_id, root_id, path FROM comment WHERE id = $4 AND type = $2 AND subject_id = $3),
       above AS (
         SELECT parent_id AS id, 1 AS far FROM f
         UNION ALL
         SELECT c.parent_id, far + 1 FROM above JOIN comment c USING (id) WHERE far < ${above}),
       page AS (
         SELECT id FROM above
         UNION SELECT root_id FROM f
         UNION
         (SELECT c.id FROM f JOIN comment c ON c.root_id = f.root_id AND c.parent_id IS NOT NULL
           AND c.path[2] >= coalesce(f.path[2], 0) AND c.path >= f.path
           ORDER BY c.path[2], c.path LIMIT ${replies}))
       SELECT ${shown} FROM page p JOIN comment c ON c.id = p.id LEFT JOIN account a ON a.id = c.author_id`,
      'c.path',
      [viewer, thread.type, thread.id, focus],
    );
  }

  /** What changed after a number, in the order of the changes. */
  changes(
    viewer: string | null,
    thread: { type: ThreadType; id: string },
    after: number,
    size: number,
  ): Promise<ThreadRows> {
    return this.inThread(
      `SELECT ${shown} FROM comment c LEFT JOIN account a ON a.id = c.author_id
        WHERE c.type = $2 AND c.subject_id = $3 AND c.seq > $4 ORDER BY c.seq LIMIT ${size}`,
      'c.seq',
      [viewer, thread.type, thread.id, after],
    );
  }

  replies(viewer: string | null, rootId: string, after: string | null, size: number): Promise<CommentRow[]> {
    const last = (what: string) => `(SELECT ${what} FROM comment WHERE id = $3 AND root_id = $2)`;
    return this.db.query(
      `SELECT ${shown} FROM comment c LEFT JOIN account a ON a.id = c.author_id
        WHERE c.root_id = $2 AND c.parent_id IS NOT NULL
          ${after ? `AND c.path[2] >= ${last('path[2]')} AND c.path > ${last('path')}` : ''}
        ORDER BY c.path[2], c.path LIMIT ${size}`,
      after ? [viewer, rootId, after] : [viewer, rootId],
    );
  }

  async byId(
    viewer: string | null,
    municipalityId: string,
    id: string,
    within: Queries = this.db,
  ): Promise<CommentRow | null> {
    const [row] = await within.query<CommentRow>(
      `SELECT ${shown} FROM comment c LEFT JOIN account a ON a.id = c.author_id
        WHERE c.id = $2 AND c.municipality_id = $3`,
      [viewer, id, municipalityId],
    );
    return row ?? null;
  }

  byIds(municipalityId: string, ids: string[]): Promise<CommentRow[]> {
    return this.db.query(
      `SELECT ${shown} FROM comment c LEFT JOIN account a ON a.id = c.author_id
        WHERE c.municipality_id = $2 AND c.id = ANY ($3::uuid[])`,
      [null, municipalityId, ids],
    );
  }

  async byRequestKey(accountId: string, key: string): Promise<CommentRow | null> {
    const [row] = await this.db.query<CommentRow>(
      `SELECT ${shown} FROM comment c LEFT JOIN account a ON a.id = c.author_id
        WHERE c.author_id = $1 AND c.request_key = $2`,
      [accountId, key],
    );
    return row ?? null;
  }

  /** Wordings before the present one, the latest first. */
  earlier(commentId: string): Promise<{ number: number; body: string; at: Date }[]> {
    return this.db.query(
      'SELECT number, body, at FROM comment_version WHERE comment_id = $1 ORDER BY number DESC LIMIT 200',
      [commentId],
    );
  }

  /**
   * Reads the rows and the thread's number in one snapshot: a number newer than the rows would let a client miss what
   * came between.
   */
  private async inThread(rows: string, order: string, parameters: unknown[]): Promise<ThreadRows> {
    const found = await this.db.query<CommentRow & { threadSeq: number; threadTotal: number }>(
      `SELECT t.seq AS "threadSeq", t.total AS "threadTotal", c.* FROM thread t LEFT JOIN (${rows}) c ON true
        WHERE t.type = $2 AND t.subject_id = $3 ORDER BY ${order}`,
      parameters,
    );
    return {
      seq: found[0]?.threadSeq ?? 0,
      total: found[0]?.threadTotal ?? 0,
      rows: found.filter((row) => row.id !== null),
    };
  }
}
