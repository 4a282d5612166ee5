import { DataSource, type MixedList } from 'typeorm';
import { migrations } from '../../../migrations';

/** How Zbor talks to PostgreSQL. Entities come from the features; the schema from the migrations alone. */
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
