import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import { Database, type Transaction } from '../../platform/database/database';
import { roleAt } from '../identity/roles.repository';
import { AccessCodeBatchEntity } from './access-code.entity';

interface Quota {
  perYear: number | null;
  made: number;
}

@Injectable()
export class AccessCodesRepository {
  constructor(private readonly db: Database) {}

  batches(makerId: string): Promise<AccessCodeBatchEntity[]> {
    return this.db.source
      .getRepository(AccessCodeBatchEntity)
      .find({ where: { makerId }, order: { madeAt: 'DESC' }, take: 100 });
  }

  async quota(makerId: string, year: number): Promise<Quota | null> {
    const [row] = await this.db.query<Quota>(
      `SELECT per_year AS "perYear", CASE WHEN year = $2 THEN made ELSE 0 END AS made
         FROM access_code_quota WHERE maker_id = $1`,
      [makerId, year],
    );
    return row ?? null;
  }

  /** Everybody who has one of these roles now. */
  makers(municipalityId: string, roles: readonly Role[], year: number, now: Date) {
    return this.db.query<{
      id: string;
      displayName: string;
      role: Role;
      perYear: number | null;
      made: number;
    }>(
      `SELECT a.id, a.display_name AS "displayName", ${roleAt('a.id', '$4')} AS role, q.per_year AS "perYear",
              CASE WHEN q.year = $3 THEN q.made ELSE 0 END AS made
         FROM account a LEFT JOIN access_code_quota q ON q.maker_id = a.id
        WHERE a.municipality_id = $1 AND ${roleAt('a.id', '$4')} = ANY ($2)
        ORDER BY lower(a.display_name), a.id LIMIT 500`,
      [municipalityId, roles, year, now],
    );
  }

  /** @returns false where nobody who has one of these roles now has this id. */
  async giveQuota(
    tx: Transaction,
    who: { municipalityId: string; id: string; roles: readonly Role[] },
    perYear: number,
    year: number,
    now: Date,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO access_code_quota (maker_id, per_year, year, made)
       SELECT a.id, $4, $5, 0 FROM account a
        WHERE a.municipality_id = $1 AND a.id = $2 AND ${roleAt('a.id', '$6')} = ANY ($3)
       ON CONFLICT (maker_id) DO UPDATE SET per_year = excluded.per_year RETURNING maker_id`,
      [who.municipalityId, who.id, who.roles, perYear, year, now],
    );
    return rows.length > 0;
  }

  /**
   * Takes so many codes out of this year's quota. Whoever asks at the same moment waits for the row and then counts on.
   * @returns false when that would be more than there are.
   */
  async take(tx: Transaction, makerId: string, year: number, count: number, usual: number): Promise<boolean> {
    await tx.query(
      `INSERT INTO access_code_quota (maker_id, year, made) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`,
      [makerId, year],
    );
    const rows = await tx.query(
      `UPDATE access_code_quota SET made = CASE WHEN year = $2 THEN made ELSE 0 END + $3::int, year = $2
        WHERE maker_id = $1 AND CASE WHEN year = $2 THEN made ELSE 0 END + $3::int <= coalesce(per_year, $4::int)
        RETURNING maker_id`,
      [makerId, year, count, usual],
    );
    return rows.length > 0;
  }

  async insert(tx: Transaction, batch: AccessCodeBatchEntity, hashes: readonly Buffer[]): Promise<void> {
    await tx.manager.insert(AccessCodeBatchEntity, batch);
    await tx.query('INSERT INTO access_code (hash, batch_id) SELECT unnest($1::bytea[]), $2', [
      hashes,
      batch.id,
    ]);
  }

  /** Takes a code away for good. The batch stays as it is: see `count`. @returns whether it was there and not expired. */
  async use(tx: Transaction, hash: Buffer, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM access_code c USING access_code_batch b
        WHERE c.hash = $1 AND b.id = c.batch_id AND b.expires_at > $2 RETURNING c.hash`,
      [hash, now],
    );
    return rows.length > 0;
  }

  /** Takes what is left of a batch away and gives it back to the quota. @returns null when the batch is not this maker's. */
  async cancel(tx: Transaction, makerId: string, id: string): Promise<number | null> {
    const [batch] = await tx.query<{ year: number }>(
      'SELECT year FROM access_code_batch WHERE id = $1 AND maker_id = $2 FOR UPDATE',
      [id, makerId],
    );
    if (!batch) return null;
    const { length } = await tx.query('DELETE FROM access_code WHERE batch_id = $1 RETURNING hash', [id]);
    await tx.query('UPDATE access_code_batch SET cancelled = cancelled + $2 WHERE id = $1', [id, length]);
    await tx.query(
      `UPDATE access_code_quota SET made = greatest(0, made - $3::int) WHERE maker_id = $1 AND year = $2`,
      [makerId, batch.year, length],
    );
    return length;
  }

  /**
   * Once a night: removes expired codes, and counts for each batch what was used, which is what is neither there nor
   * cancelled nor expired. Counting at the moment of use would write, in the transaction that makes an account, which
   * batch its code came from.
   */
  async count(tx: Transaction, now: Date): Promise<void> {
    await tx.query(
      `SELECT id FROM access_code_batch WHERE used + expired + cancelled < made ORDER BY id FOR UPDATE`,
    );
    await tx.query(
      `WITH gone AS (
         DELETE FROM access_code c USING access_code_batch b WHERE b.id = c.batch_id AND b.expires_at <= $1
         RETURNING c.batch_id)
       UPDATE access_code_batch b
          SET expired = expired + (SELECT count(*) FROM gone WHERE batch_id = b.id),
              used = made - cancelled - expired - (SELECT count(*) FROM access_code WHERE batch_id = b.id)
        WHERE used + expired + cancelled < made`,
      [now],
    );
  }
}
