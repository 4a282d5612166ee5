import 'reflect-metadata';
import { entities } from './entities';
import { importCommand } from './features/imports/imports.command';
import { readDatabaseUrl, StartRefused } from './platform/config/config';
import { dataSource } from './platform/database/data-source';
import { prepareDatabase } from './platform/database/prepare';

async function run(): Promise<number> {
  const source = dataSource(readDatabaseUrl(process.env), 2, entities);
  await prepareDatabase(source, (line) => console.log(line));
  try {
    return await importCommand(process.argv.slice(2), source, process.stdout);
  } finally {
    await source.destroy();
  }
}

run()
  .catch((error: unknown) => {
    console.error(error instanceof StartRefused ? error.message : error);
    return 1;
  })
  .then((code) => {
    process.exitCode = code;
  });
