import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../launch/ports.mjs';
import { follow } from '../../launch/terminal.mjs';
import { home, root } from './home';
import { notePrinted } from './traces';

const host = '127.0.0.1';
const program = join(root, 'apps/api/build/main.js');

/** One process of the portal. */
export interface Server {
  url: string;
  /** What it has printed. */
  said(): string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the built portal on a free port, or on the given one, and waits until it is ready. */
export async function startServer(databaseUrl: string, port?: number): Promise<Server> {
  if (!existsSync(program))
    throw new Error('The portal is not built: npm test builds it before the journeys.');
  const chosen = port ?? (await freePort(0, { host }));
  const url = `http://${host}:${chosen}`;
  const child = spawn(process.execPath, [...follow('SIGTERM'), program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      SECRET_KEY: 'for journeys alone, and long enough for one',
      DEMO: '1',
      HOST: host,
      PORT: String(chosen),
      PUBLIC_URL: url,
      METRICS_PORT: '0',
      RATE_LIMITS: 'off',
    },
  });
  const said = listenTo(child, chosen);
  await untilReady(child, url, said);
  return { url, said, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
}

function listenTo(child: ChildProcess, port: number): () => string {
  let said = '';
  mkdirSync(join(home, 'reports'), { recursive: true });
  const log = createWriteStream(join(home, `reports/server-${port}.log`));
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      log.write(text);
      notePrinted(text);
    });
  return () => said;
}

async function untilReady(child: ChildProcess, url: string, said: () => string): Promise<void> {
  const latest = Date.now() + 60_000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < latest) {
    const ready = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await sleep(50);
  }
  await end(child, 'SIGKILL');
  throw new Error(`The portal did not get ready:\n${said()}`);
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // Once it has also printed its last.
    child.once('close', () => resolve());
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), 25_000).unref();
  });
}
