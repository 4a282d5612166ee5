import { Injectable } from '@nestjs/common';
import type { SupportCount } from '@zbor/contracts';
import type { Queries } from '../../platform/database/database';
import { rising } from './ideas.repository';

/** Takes a person out of everything that they proposed and supported. */
@Injectable()
export class LeavingRepository {
  /** Drafts go; hidden ideas are emptied also where the others stay. @returns the ids of those that are empty now. */
  async leave(tx: Queries, accountId: string, remove: boolean): Promise<string[]> {
    await tx.query(`DELETE FROM idea WHERE author_id = $1 AND state = 'draft'`, [accountId]);
    const emptied = await tx.query<{ id: string }>(
      `WITH emptied AS (
         UPDATE idea SET state = 'withdrawn', title = '', slug = '', excerpt = '', body = '', html = '', tags = '{}',
                category = NULL, hidden_at = NULL, hidden_reason = NULL, hidden_note = NULL, version = version + 1
          WHERE author_id = $1 AND ($2 OR hidden_at IS NOT NULL) RETURNING id),
       forgotten AS (DELETE FROM idea_version v USING emptied e WHERE v.idea_id = e.id),
       unsearchable AS (DELETE FROM idea_search s USING emptied e WHERE s.idea_id = e.id)
       SELECT id FROM emptied`,
      [accountId, remove],
    );
    await tx.query('UPDATE idea SET author_id = NULL, request_key = NULL WHERE author_id = $1', [accountId]);
    return emptied.map(({ id }) => id);
  }

  /** Takes back every support of theirs. @returns the counts after it. */
  unsupportAll(tx: Queries, accountId: string): Promise<({ id: string } & SupportCount)[]> {
    return tx.query(
      `WITH taken AS (DELETE FROM support WHERE account_id = $1 RETURNING idea_id)
       UPDATE idea SET supports = supports - 1, support_seq = support_seq + 1, rising = ${rising('supports - 1', 'comments')}
         FROM taken WHERE idea.id = taken.idea_id
       RETURNING idea.id, supports, support_seq AS "supportSeq"`,
      [accountId],
    );
  }
}
