import { join } from 'node:path';
import { prepare, withDatabase } from './prepare.mjs';
import { runProgram } from './process.mjs';
import { launch, root } from './terminal.mjs';

// npm run bench: on a database of its own, so that the demo stays as it is.
launch(async (stopping) => {
  await prepare(stopping);
  const entry = join(root, 'apps/bench/build/main.js');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'apps/bench/src/main.ts')],
    outfile: entry,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
  });
  return withDatabase('bench', stopping, ({ url }) =>
    runProgram(entry, process.argv.slice(2), {
      env: { NODE_ENV: 'production', DATABASE_URL: url },
      cwd: root,
      stopping,
    }),
  );
});
