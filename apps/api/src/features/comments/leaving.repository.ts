import { Injectable } from '@nestjs/common';
import type { LikeCount, ThreadType } from '@zbor/contracts';
import type { Queries } from '../../platform/database/database';

/** A comment that its author left, as it stands now. */
export interface LeftComment {
  id: string;
  type: ThreadType;
  subjectId: string;
  municipalityId: string;
  seq: number;
  /** Comments of its thread that can be read. */
  total: number;
  /** Its text is gone. */
  emptied: boolean;
}

/** Takes a person out of everything that they commented on and liked, however much it is, in few statements. */
@Injectable()
export class LeavingRepository {
  /**
   * Every comment of theirs takes the next number of its thread, so that nobody who reads there misses it. Hidden
   * ones are emptied also where the others stay.
   */
  async leave(tx: Queries, accountId: string, remove: boolean): Promise<LeftComment[]> {
    // Threads before comments, and in order, as everybody who writes there.
    await tx.query(
      `SELECT 1 FROM thread WHERE (type, subject_id) IN (SELECT type, subject_id FROM comment WHERE author_id = $1)
        ORDER BY type, subject_id FOR UPDATE`,
      [accountId],
    );
    // What they liked as well, in one go: two who leave at once and like each other's would wait in a circle.
    await tx.query(
      `SELECT 1 FROM comment WHERE author_id = $1 OR id IN (SELECT comment_id FROM comment_like WHERE account_id = $1)
        ORDER BY id FOR NO KEY UPDATE`,
      [accountId],
    );
    return tx.query<LeftComment>(
      `WITH mine AS MATERIALIZED (
         SELECT id, type, subject_id, state, $2 OR state = 'hidden' AS emptied,
                row_number() OVER (PARTITION BY type, subject_id ORDER BY seq)::int AS place
           FROM comment WHERE author_id = $1),
       moved AS (
         UPDATE thread t SET seq = t.seq + m.many, total = t.total - m.gone
           FROM (SELECT type, subject_id, count(*)::int AS many,
                        (count(*) FILTER (WHERE emptied AND state = 'visible'))::int AS gone
                   FROM mine GROUP BY type, subject_id) m
          WHERE t.type = m.type AND t.subject_id = m.subject_id
         RETURNING t.type, t.subject_id, t.seq - m.many AS before, t.total),
       forgotten AS (DELETE FROM comment_version v USING mine m WHERE v.comment_id = m.id AND m.emptied),
       unliked AS (DELETE FROM comment_like l USING mine m WHERE l.comment_id = m.id AND m.emptied)
       UPDATE comment c
          SET author_id = NULL, request_key = NULL, seq = moved.before + m.place,
              state = CASE WHEN m.emptied THEN 'deleted' ELSE c.state END,
              body = CASE WHEN m.emptied THEN '' ELSE body END,
              html = CASE WHEN m.emptied THEN '' ELSE html END,
              likes = CASE WHEN m.emptied THEN 0 ELSE likes END,
              imported_likes = CASE WHEN m.emptied THEN 0 ELSE imported_likes END,
              like_seq = like_seq + 1, hidden_at = NULL, hidden_reason = NULL, hidden_note = NULL
         FROM mine m JOIN moved USING (type, subject_id) WHERE c.id = m.id
       RETURNING c.id, c.type, c.subject_id AS "subjectId", c.municipality_id AS "municipalityId", c.seq,
                 moved.total, m.emptied`,
      [accountId, remove],
    );
  }

  /** Takes back every like of theirs. @returns the counts after it. */
  unlikeAll(
    tx: Queries,
    accountId: string,
  ): Promise<({ id: string; type: ThreadType; subjectId: string } & LikeCount)[]> {
    return tx.query(
      `WITH taken AS (DELETE FROM comment_like WHERE account_id = $1 RETURNING comment_id)
       UPDATE comment c SET likes = likes - 1, like_seq = like_seq + 1 FROM taken WHERE c.id = taken.comment_id
       RETURNING c.id, c.type, c.subject_id AS "subjectId", c.like_total AS likes, c.like_seq AS "likeSeq"`,
      [accountId],
    );
  }
}
