import { join } from 'node:path';
import { prepare, withDatabase } from './prepare.mjs';
import { runProgram } from './process.mjs';
import { launch, root } from './terminal.mjs';

// npm run import -- …: the files are named as seen from where the command was given.
launch(async (stopping) => {
  await prepare(stopping);
  return withDatabase('postgres', stopping, ({ url }) =>
    runProgram(join(root, 'apps/api/build/import.js'), process.argv.slice(2), {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production', DATABASE_URL: url },
      cwd: process.env.INIT_CWD,
      stopping,
    }),
  );
});
