import type { Pool } from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { migrations } from '../../../migrations';

/** How Zbor talks to PostgreSQL, as the owner of its tables. Entities come from the features; the schema from the migrations alone. */
export function dataSource(url: string, pool: number, entities: MixedList<new () => object>): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    synchronize: false,
    logging: false,
    migrationsTransactionMode: 'each',
    applicationName: 'zbor',
    extra: {
      max: pool,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 15_000,
    },
  });
}

/** The pool that TypeORM keeps; it offers no way to name a statement or to prepare a connection itself. */
export const poolOf = ({ driver }: DataSource) => (driver as typeof driver & { master: Pool }).master;
