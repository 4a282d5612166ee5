import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCount } from './build.mjs';
import { install } from './install.mjs';
import { prepare } from './prepare.mjs';
import { launch, root, telling } from './terminal.mjs';

// npm run --silent count -- FILE --method METHOD: the file is named as seen from where the command was given.
launch(async (stopping) => {
  telling.to = process.stderr;
  await prepare(stopping, [install, buildCount]);
  process.chdir(process.env.INIT_CWD ?? '.');
  await import(pathToFileURL(join(root, 'apps/count/build/count.mjs')).href);
  return process.exitCode;
});
