import { join } from 'node:path';
import { startPostgres } from '../postgres.mjs';
import { root } from '../terminal.mjs';

/** One embedded PostgreSQL for all specs; they find it, as its superuser, by TEST_DATABASE_URL. */
export default async function setup() {
  const postgres = await startPostgres({ dataDir: join(root, '.zbor/test') });
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.stopTestPostgres = postgres.stop;
}
