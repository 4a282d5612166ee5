import { join } from 'node:path';
import { prepare, withDatabase } from './prepare.mjs';
import { runProgram } from './process.mjs';
import { launch, root } from './terminal.mjs';

// npm run import, audit, operator: a command of the API, with files named as seen from where it was given.
launch(async (stopping) => {
  const [name, ...args] = process.argv.slice(2);
  await prepare(stopping);
  return withDatabase('postgres', stopping, ({ url }) =>
    runProgram(join(root, `apps/api/build/${name}.js`), args, {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production', DATABASE_URL: url },
      cwd: process.env.INIT_CWD,
      stopping,
    }),
  );
});
