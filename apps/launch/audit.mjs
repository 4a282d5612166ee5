import { join } from 'node:path';
import { prepare, withDatabase } from './prepare.mjs';
import { runProgram } from './process.mjs';
import { launch, root } from './terminal.mjs';

// npm run audit: whether the audit logs are as they were written.
launch(async (stopping) => {
  await prepare(stopping);
  return withDatabase('postgres', stopping, ({ url }) =>
    runProgram(join(root, 'apps/api/build/audit.js'), [], {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production', DATABASE_URL: url },
      stopping,
    }),
  );
});
