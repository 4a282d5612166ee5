import { buildCount } from './build.mjs';
import { install } from './install.mjs';
import { prepare } from './prepare.mjs';
import { launch, say } from './terminal.mjs';

// npm run build:count: the command that counts, as one file that needs nothing but Node.
launch(async (stopping) => {
  await prepare(stopping, [install, buildCount]);
  say('apps/count/build/count.mjs');
  return 0;
});
