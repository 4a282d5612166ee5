import type { DataSource } from 'typeorm';
import { entities } from './entities';
import { readDatabaseUrl, StartRefused } from './platform/config/config';
import { dataSource } from './platform/database/data-source';
import { prepareDatabase } from './platform/database/prepare';

/** Runs what was asked for on the terminal, against the portal's database; its answer is the exit code. */
export async function runCommand(command: (source: DataSource) => Promise<number>): Promise<void> {
  try {
    const source = dataSource(readDatabaseUrl(process.env), 2, entities);
    await prepareDatabase(source, (line) => console.log(line));
    try {
      process.exitCode = await command(source);
    } finally {
      await source.destroy();
    }
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exitCode = 1;
  }
}
