import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './lock.mjs';
import { freePort } from './ports.mjs';
import { home, prepare, withDatabase } from './prepare.mjs';
import { runProgram } from './process.mjs';
import { secretKey } from './secret.mjs';
import { launch, root } from './terminal.mjs';

const port = Number(process.env.PORT || 3000);
const note = join(home, `server-${port}.pid`);

// npm start: everything from a bare clone to a running portal.
launch(async (stopping) => {
  await prepare(stopping);
  return withDatabase('postgres', stopping, async ({ url, embedded }) => {
    await lastServerGone(stopping);
    writeFileSync(note, String(process.pid));
    stopping.addEventListener('abort', () => writeFileSync(note, ''));
    const code = await runProgram(join(root, 'apps/api/build/main.js'), [], {
      env: {
        NODE_ENV: process.env.NODE_ENV ?? 'production',
        DATABASE_URL: url,
        ...(embedded && { SECRET_KEY: secretKey() }),
        DEMO: process.env.DEMO ?? (embedded ? '1' : ''),
      },
      stopping,
    });
    if (['', String(process.pid)].includes(readFileSync(note, 'utf8'))) rmSync(note);
    return code;
  });
});

/** A server that was told to end, or whose launcher was killed, leaves the port within moments. */
async function lastServerGone(stopping) {
  const ending = existsSync(note) && !isAlive(Number(readFileSync(note, 'utf8')));
  for (let tries = 0; ending && tries < 100; tries++) {
    if (await freePort(port, { host: process.env.HOST || '0.0.0.0', only: true })) return;
    await sleep(100);
    stopping.throwIfAborted();
  }
}
