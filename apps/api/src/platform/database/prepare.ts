import { Logger, runMigrations } from 'graphile-worker';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { StartRefused } from '../config/config';
import { grantServing } from './serving';

/** Any number, the same in every process: one migrates, the others wait. */
const LOCK = 7_269_626;

const silent = new Logger(() => () => undefined);

/**
 * Connects, refuses a PostgreSQL that may forget what it acknowledged, and brings the schema up to date, one process
 * at a time.
 * @throws StartRefused with a sentence for the operator.
 */
export async function prepareDatabase(source: DataSource, say: (line: string) => void): Promise<void> {
  try {
    await source.initialize();
  } catch (error) {
    throw new StartRefused(`PostgreSQL cannot be reached: ${(error as Error).message || 'no answer'}.`);
  }
  const [settings] = await source.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('server_version_num')::int AS version`,
  );
  if (settings.fsync !== 'on') {
    throw new StartRefused(
      'PostgreSQL runs with fsync=off and may lose what people wrote. Switch it on first.',
    );
  }
  if (settings.version < 150_000) throw new StartRefused('PostgreSQL 15 or newer is needed.');
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (await source.showMigrations()) {
      say('Bringing the database up to date …');
      for (const { name } of await source.runMigrations()) say(`  ${name}`);
    }
    // Jobs are added by transactions of processes that never run any.
    const { url } = source.options as Extract<DataSourceOptions, { type: 'postgres' }>;
    await runMigrations({ connectionString: url, logger: silent });
    await grantServing(runner).catch((error: Error) => {
      throw new StartRefused(
        `The database account may not make the role that serves people; give it CREATEROLE. ${error.message}.`,
      );
    });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await runner.release();
  }
}
