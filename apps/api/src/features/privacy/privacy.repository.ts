import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database';
import { type PersonalColumn, personalColumns } from '../../platform/database/personal';
import type { Section } from './personal-things';

/** Any number, the same in every process: one is erased after the other, so that nobody waits in a circle. */
const LOCK = 7_269_628;

/** Rows that are held in memory at once. */
const BATCH = 200;

export type Row = Record<string, unknown>;

const quoted = (name: string) => `"${name}"`;

@Injectable()
export class PrivacyRepository {
  constructor(private readonly db: Database) {}

  /** Every personal column, as it is annotated. */
  columns(): PersonalColumn[] {
    return personalColumns(this.db.source.entityMetadatas);
  }

  /** The rows of a section, few at a time; a slow reader holds no connection. */
  async *read(section: Section, accountId: string): AsyncGenerator<Row> {
    const { from, key, columns } = section;
    const shown = Object.entries(columns).map(([name, sql]) => `${sql} AS ${quoted(name)}`);
    const sql = `SELECT ${key} AS "_key", ${shown.join(', ')} FROM ${from}
        AND ($2::uuid IS NULL OR ${key} > $2) ORDER BY 1 LIMIT ${BATCH}`;
    let after: unknown = null;
    for (;;) {
      const rows: Row[] = await this.db.query(sql, [accountId, after]);
      for (const { _key, ...row } of rows) {
        after = _key;
        yield row;
      }
      if (rows.length < BATCH) return;
    }
  }

  async oneAfterTheOther(tx: Queries): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  }

  /** Messages that wait for another process can hold what was just written; who misses one asks over HTTP. */
  async forgetMessages(tx: Queries): Promise<void> {
    await tx.query('DELETE FROM socket_io_attachments');
  }

  /** Takes away what has outlived its limit. @returns how many rows each table lost or changed. */
  async expire(now: Date): Promise<Record<string, number>> {
    const limited = this.columns().filter(({ after }) => after !== null);
    const changed: Record<string, number> = {};
    for (const { table, column, after, keep, primary, nullable } of limited) {
      const days = (keep as { days: number }).days;
      const due = `${quoted(after ?? '')} < $1::timestamptz - make_interval(days => $2)`;
      const wholeRow = limited.some((other) => other.table === table && other.primary);
      if (wholeRow && !primary) continue;
      const empty = nullable ? 'NULL' : `''`;
      const [{ count }] = (await this.db.query<{ count: number }>(
        primary
          ? `WITH gone AS (DELETE FROM ${quoted(table)} WHERE ${due} RETURNING 1) SELECT count(*)::int AS count FROM gone`
          : `WITH gone AS (UPDATE ${quoted(table)} SET ${quoted(column)} = ${empty}
                WHERE ${due} AND ${quoted(column)} IS DISTINCT FROM ${empty} RETURNING 1) SELECT count(*)::int AS count FROM gone`,
        [now, days],
      )) as [{ count: number }];
      if (count > 0) changed[table] = (changed[table] ?? 0) + count;
    }
    return changed;
  }
}
