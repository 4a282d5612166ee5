import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import { Database, type Queries } from '../../platform/database/database';
import type { AuditEntryEntity } from './audit.entity';
import { genesis } from './chain';

/** The end of a chain. */
export interface End {
  number: number;
  hash: Buffer;
}

/** An entry, and what those whom it names are called now. */
export interface NamedEntry extends Pick<AuditEntryEntity, 'number' | 'at' | 'act' | 'details' | 'actorId'> {
  actorName: string | null;
  actorRole: Role | 'operator' | null;
  accountName: string | null;
  municipalityName: string | null;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly db: Database) {}

  /** The end of a chain, held until the transaction ends. */
  async hold(tx: Queries, chain: string): Promise<End> {
    const [end] = await tx.query<End>(
      `INSERT INTO audit_chain (id, number, hash) VALUES ($1, 0, $2)
       ON CONFLICT (id) DO UPDATE SET number = audit_chain.number RETURNING number, hash`,
      [chain, genesis],
    );
    return end as End;
  }

  async append(tx: Queries, entry: AuditEntryEntity): Promise<void> {
    const { chain, number, at, actorId, act, details, hash } = entry;
    await tx.query(
      `WITH added AS (
         INSERT INTO audit_entry (chain, number, at, actor_id, act, details, hash) VALUES ($1, $2, $3, $4, $5, $6, $7))
       UPDATE audit_chain SET number = $2, hash = $7 WHERE id = $1`,
      [chain, number, at, actorId, act, JSON.stringify(details), hash],
    );
  }

  /** Every chain that has entries or an end, with the slug of its municipality. */
  chains(): Promise<{ id: string; slug: string | null }[]> {
    return this.db.query(
      `SELECT c.id, m.slug FROM (SELECT id FROM audit_chain UNION SELECT chain FROM audit_entry) c
         LEFT JOIN municipality m USING (id) ORDER BY m.slug NULLS FIRST`,
    );
  }

  /** Where a chain says that it ends, and the last entry that there is; null for one without either. */
  async end(chain: string): Promise<(End & { last: number }) | null> {
    const [row] = await this.db.query<{ number: number | null; hash: Buffer | null; last: number | null }>(
      `SELECT c.number, c.hash, e.last FROM (SELECT max(number) AS last FROM audit_entry WHERE chain = $1) e
         LEFT JOIN audit_chain c ON c.id = $1`,
      [chain],
    );
    if (!row || (row.number === null && row.last === null)) return null;
    return { number: row.number ?? 0, hash: row.hash ?? genesis, last: row.last ?? 0 };
  }

  /** Entries before a number, the latest first, with the names of today. */
  page(chain: string, act: string | null, before: number | null, size: number): Promise<NamedEntry[]> {
    return this.db.query(
      `SELECT e.number, e.at, e.act, e.details, e.actor_id AS "actorId", actor.display_name AS "actorName",
              actor.role AS "actorRole", about.display_name AS "accountName", m.name AS "municipalityName"
         FROM audit_entry e LEFT JOIN account actor ON actor.id = e.actor_id
         LEFT JOIN account about ON about.id = (e.details->>'account')::uuid
         LEFT JOIN municipality m ON m.id = (e.details->>'municipality')::uuid
        WHERE e.chain = $1 AND ($2::text IS NULL OR e.act = $2) AND ($3::int IS NULL OR e.number < $3)
        ORDER BY e.number DESC LIMIT $4`,
      [chain, act, before, size],
    );
  }

  /** Entries after a number, in order. */
  entries(chain: string, after: number, size: number): Promise<AuditEntryEntity[]> {
    return this.db.query(
      `SELECT chain, number, at, actor_id AS "actorId", act, details, hash
         FROM audit_entry WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3`,
      [chain, after, size],
    );
  }
}
