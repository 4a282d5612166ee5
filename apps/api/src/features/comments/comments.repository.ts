import { Injectable } from '@nestjs/common';
import type { LikeCount, ReportReason, ThreadType } from '@zbor/contracts';
import { Database, type Queries } from '../../platform/database/database';

export interface NewComment {
  id: string;
  municipalityId: string;
  thread: { type: ThreadType; id: string };
  authorId: string;
  parentId: string | null;
  body: string;
  html: string;
  language: string;
  at: Date;
  requestKey: string | null;
}

/** Where a comment came to stand, and what its thread counts now. */
export interface Placed {
  rootId: string;
  depth: number;
  seq: number;
  total: number;
}

/** A change that took a new number in its thread. */
export interface Moved {
  seq: number;
  total: number;
}

/** Paths grow no longer than this, so that they fit an index; deeper answers then stand in order of time. */
export const LONGEST_PATH = 200;

/**
 * Every query that writes comments. Threads are locked before comments, and comments before their likes, always, so that
 * nobody waits in a circle.
 */
@Injectable()
export class CommentsRepository {
  constructor(private readonly db: Database) {}

  /** @returns null when the parent cannot be answered, or the same request was served before: roll back then. */
  async insert(tx: Queries, c: NewComment): Promise<Placed | null> {
    const [row] = await tx.query<{ id: string | null } & Placed>(
      `WITH moved AS (
         INSERT INTO thread (type, subject_id, municipality_id, seq, total) VALUES ($1, $2, $3, 1, 1)
         ON CONFLICT (type, subject_id) DO UPDATE SET seq = thread.seq + 1, total = thread.total + 1
         RETURNING seq, total),
       parent AS (
         SELECT id, root_id, path, depth FROM comment
          WHERE id = $6::uuid AND type = $1 AND subject_id = $2 AND state = 'visible'),
       placed AS (
         INSERT INTO comment (id, type, subject_id, municipality_id, author_id, parent_id, root_id, path, depth, seq,
                              state, body, html, language, created_at, request_key)
         SELECT $4, $1, $2, $3, $5, parent.id, coalesce(parent.root_id, $4),
                coalesce(parent.path[1:${LONGEST_PATH}], '{}') || moved.seq, coalesce(parent.depth + 1, 0), moved.seq,
                'visible', $7, $8, $9, $10, $11::uuid
           FROM moved LEFT JOIN parent ON true
          WHERE $6::uuid IS NULL OR parent.id IS NOT NULL
         ON CONFLICT (author_id, request_key) DO NOTHING
         RETURNING id, root_id, depth, seq),
       answered AS (
         UPDATE comment SET replies = replies + 1 FROM placed
          WHERE comment.id = placed.root_id AND placed.root_id <> placed.id)
       SELECT placed.id, placed.root_id AS "rootId", placed.depth, moved.seq, moved.total
         FROM moved LEFT JOIN placed ON true`,
      [
        c.thread.type,
        c.thread.id,
        c.municipalityId,
        c.id,
        c.authorId,
        c.parentId,
        c.body,
        c.html,
        c.language,
        c.at,
        c.requestKey,
      ],
    );
    return row?.id ? row : null;
  }

  /** Takes the next number of a thread; `by` is added to its count of comments that can be read. */
  async move(tx: Queries, thread: { type: ThreadType; id: string }, by: -1 | 0 | 1): Promise<Moved> {
    const [row] = await tx.query<{ seq: number; total: number }>(
      'UPDATE thread SET seq = seq + 1, total = total + $3 WHERE type = $1 AND subject_id = $2 RETURNING seq, total',
      [thread.type, thread.id, by],
    );
    if (!row) throw new Error('A comment without a thread.');
    return row;
  }

  /** Puts another text in place of a visible comment's and keeps the one before. @returns whether it did. */
  async rewrite(
    tx: Queries,
    id: string,
    seq: number,
    text: { body: string; html: string; language: string },
    at: Date,
  ): Promise<boolean> {
    const rows = await tx.query(
      `WITH before AS (
         INSERT INTO comment_version (comment_id, number, body, at)
         SELECT id, version, body, coalesce(edited_at, created_at) FROM comment WHERE id = $1 AND state = 'visible'
         RETURNING 1)
       UPDATE comment SET seq = $2, body = $3, html = $4, language = $5, edited_at = $6, version = version + 1
        WHERE id = $1 AND state = 'visible' AND EXISTS (SELECT 1 FROM before) RETURNING id`,
      [id, seq, text.body, text.html, text.language, at],
    );
    return rows.length > 0;
  }

  /** Takes the text and its earlier wordings away for good; the place stays. @returns whether it was still there. */
  async clear(tx: Queries, id: string, seq: number): Promise<boolean> {
    // A statement of its own: the next one then sees every like that was before this lock.
    await tx.query('SELECT 1 FROM comment WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const rows = await tx.query(
      `WITH forgotten AS (DELETE FROM comment_version WHERE comment_id = $1),
            unliked AS (DELETE FROM comment_like WHERE comment_id = $1)
       UPDATE comment SET state = 'deleted', seq = $2, body = '', html = '', likes = 0, like_seq = like_seq + 1,
              imported_likes = 0
        WHERE id = $1 AND state <> 'deleted' RETURNING id`,
      [id, seq],
    );
    return rows.length > 0;
  }

  async hide(
    tx: Queries,
    id: string,
    seq: number,
    why: { reason: ReportReason; note: string; at: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE comment SET state = 'hidden', seq = $2, hidden_reason = $3, hidden_note = $4, hidden_at = $5
        WHERE id = $1 AND state = 'visible' RETURNING id`,
      [id, seq, why.reason, why.note, why.at],
    );
    return rows.length > 0;
  }

  async restore(tx: Queries, id: string, seq: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE comment SET state = 'visible', seq = $2, hidden_reason = NULL, hidden_note = NULL, hidden_at = NULL
        WHERE id = $1 AND state = 'hidden' RETURNING id`,
      [id, seq],
    );
    return rows.length > 0;
  }

  /**
   * One like per person and visible comment, however often and however many at once. @returns the likes after it, null
   * when there was one already or the comment is gone.
   */
  async like(id: string, accountId: string, at: Date): Promise<LikeCount | null> {
    const [row] = await this.db.query<LikeCount>(
      `WITH held AS (SELECT id FROM comment WHERE id = $1 AND state = 'visible' FOR NO KEY UPDATE),
            put AS (
              INSERT INTO comment_like (comment_id, account_id, at) SELECT id, $2, $3 FROM held
              ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE comment SET likes = likes + 1, like_seq = like_seq + 1 WHERE id = $1 AND EXISTS (SELECT 1 FROM put)
       RETURNING like_total AS likes, like_seq AS "likeSeq"`,
      [id, accountId, at],
    );
    return row ?? null;
  }

  /** @returns the likes after it, null when there was none to take back. */
  async unlike(id: string, accountId: string): Promise<LikeCount | null> {
    const [row] = await this.db.query<LikeCount>(
      `WITH held AS (SELECT id FROM comment WHERE id = $1 FOR NO KEY UPDATE),
            taken AS (
              DELETE FROM comment_like USING held WHERE comment_id = held.id AND account_id = $2 RETURNING 1)
       UPDATE comment SET likes = likes - 1, like_seq = like_seq + 1 WHERE id = $1 AND EXISTS (SELECT 1 FROM taken)
       RETURNING like_total AS likes, like_seq AS "likeSeq"`,
      [id, accountId],
    );
    return row ?? null;
  }
}
