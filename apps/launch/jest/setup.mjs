import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { root } from '../terminal.mjs';

/** One embedded PostgreSQL for all specs; they find it, as its superuser, by TEST_DATABASE_URL. */
export default async function setup() {
  const postgres = await startPostgres({ dataDir: join(root, '.zbor/test') });
  await dropLeftovers(postgres.url);
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.stopTestPostgres = postgres.stop;
}

/** Databases of specs that were killed before they could tidy up. */
async function dropLeftovers(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^(spec|journeys)_'`,
  );
  // One that is in use belongs to somebody, and stays.
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name}`).catch(() => undefined);
  await client.end();
}
