import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../support/home';
import { thePortal } from '../support/portal';

/** Runs the server with these settings until it gives up; answers what it said and how it ended. */
function refuse(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'apps/api/build/main.js')], {
    env: { PATH: process.env.PATH, METRICS_PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said: said.trim() })));
}

const secret = 'for this drill alone, and long enough';
const nobody = 'postgres://nobody:nothing@127.0.0.1:9/zbor';

for (const [what, env, sentence] of [
  ['no database', {}, /^DATABASE_URL is missing/],
  [
    'a database that does not answer',
    { DATABASE_URL: nobody, SECRET_KEY: secret },
    /^PostgreSQL cannot be reached: .*ECONNREFUSED/,
  ],
  ['no secret key', { DATABASE_URL: nobody }, /^SECRET_KEY is missing/],
  [
    'an address that others can listen to',
    { DATABASE_URL: nobody, PUBLIC_URL: 'http://zbor.example' },
    /^PUBLIC_URL must be an address with https/,
  ],
  ['a role that there is not', { DATABASE_URL: nobody, ROLE: 'king' }, /^ROLE must be all, web or worker/],
  [
    'a port that is none',
    { DATABASE_URL: nobody, PORT: 'http' },
    /^PORT must be a whole number from 0 to 65535/,
  ],
  [
    'a number of proxies that is none',
    { DATABASE_URL: nobody, SECRET_KEY: secret, TRUSTED_PROXIES: ' ' },
    /^TRUSTED_PROXIES must be a whole number from 0 to 10/,
  ],
] as const) {
  test(`${what}: one clear sentence`, async () => {
    const { code, said } = await refuse(env);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
}

test('a busy port: one clear sentence', async () => {
  const busy = createServer().listen(0, '0.0.0.0');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as AddressInfo;
  const { code, said } = await refuse({
    DATABASE_URL: thePortal().databaseUrl,
    SECRET_KEY: secret,
    PORT: String(port),
  });
  busy.close();
  expect(said).toBe(
    `Port ${port} is in use. Stop what runs there, or choose another one: PORT=3001 npm start`,
  );
  expect(code).toBe(1);
});
