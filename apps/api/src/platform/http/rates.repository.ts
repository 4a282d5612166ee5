import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

export interface Counted {
  key: string;
  points: number;
  /** How long counting goes on once it has begun. */
  seconds: number;
}

/** What all processes have counted together, in two tables that no backup and no crash recovery keeps. */
@Injectable()
export class RatesRepository {
  constructor(private readonly db: Database) {}

  /** Adds to each count. @returns each as it is now, and in how many milliseconds it begins anew. */
  add(counted: Counted[]): Promise<{ key: string; points: number; left: number }[]> {
    // In one order, so that two processes never wait for each other.
    const sorted = [...counted].sort((a, b) => (a.key < b.key ? -1 : 1));
    return this.db.query(
      `INSERT INTO rate_count AS c (key, points, expires_at)
       SELECT key, points, clock_timestamp() + make_interval(secs => seconds)
         FROM unnest($1::text[], $2::int[], $3::int[]) AS n (key, points, seconds)
       ON CONFLICT (key) DO UPDATE
         SET points = excluded.points + CASE WHEN c.expires_at <= clock_timestamp() THEN 0 ELSE c.points END,
             expires_at = CASE WHEN c.expires_at <= clock_timestamp() THEN excluded.expires_at ELSE c.expires_at END
       RETURNING key, points, (extract(epoch FROM expires_at - clock_timestamp()) * 1000)::float8 AS left`,
      [
        sorted.map(({ key }) => key),
        sorted.map(({ points }) => points),
        sorted.map(({ seconds }) => seconds),
      ],
    );
  }

  async remove(key: string): Promise<void> {
    await this.db.query('DELETE FROM rate_count WHERE key = $1', [key]);
  }

  /** The key of this day (UTC, `2026-11-22`), made by whichever process asks first. */
  async keyOf(day: string): Promise<Buffer> {
    const [row] = await this.db.query<{ key: Buffer }>(
      `INSERT INTO rate_key (day, key) VALUES ($1, $2)
       ON CONFLICT (day) DO UPDATE SET day = excluded.day RETURNING key`,
      [day, randomBytes(32)],
    );
    return (row as { key: Buffer }).key;
  }

  /** Forgets counts that are over, and keys of days before the day before. */
  async forget(day: string): Promise<void> {
    await this.db.query('DELETE FROM rate_count WHERE expires_at < clock_timestamp()');
    await this.db.query(`DELETE FROM rate_key WHERE day < $1::date - 1`, [day]);
  }
}
