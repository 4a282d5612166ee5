import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { startPostgres } from './postgres.mjs';
import { root, say, step } from './terminal.mjs';

/** Where everything lies that running Zbor leaves behind. */
export const home = join(root, '.zbor');

/** Installs and builds what is missing or stale, one launcher at a time. */
export async function prepare(stopping, works = [install, build]) {
  const waiting = () => say('Another command is installing or building; waiting for it …');
  const all = async () => {
    for (const work of works) {
      await work(stopping);
      stopping.throwIfAborted();
    }
  };
  await withLock(join(home, 'prepare.lock'), all, { waiting, stopping });
}

/**
 * Does `work` with the address of a database: the one of DATABASE_URL, else that of an embedded PostgreSQL
 * with its data in `.zbor/<name>`, which is stopped afterwards.
 */
export async function withDatabase(name, stopping, work) {
  if (process.env.DATABASE_URL) return work({ url: process.env.DATABASE_URL, embedded: false });
  const postgres = await step('Starting PostgreSQL', () =>
    startPostgres({ dataDir: join(home, name), log: say }),
  );
  try {
    stopping.throwIfAborted();
    return await work({ url: postgres.url, embedded: true });
  } finally {
    await postgres.stop();
  }
}
