import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../launch/postgres.mjs';
import { home } from './home';
import { startMailServer } from './mailbox';
import { openSessions } from './person';
import { readSignIns, tell } from './portal';
import { startProvider } from './provider';
import { startServer } from './server';
import { collectTraces, leaked } from './traces';

/**
 * Starts PostgreSQL (unless TEST_DATABASE_URL names one), a fresh database and two processes; answers how all is stopped.
 * That fails where a server has printed what somebody typed or held.
 */
export default async function start(): Promise<() => Promise<void>> {
  const forget = collectTraces();
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    let admin = process.env.TEST_DATABASE_URL;
    if (!admin) {
      const postgres = await startPostgres({ dataDir: join(home, 'e2e') });
      undo.push(() => postgres.stop());
      admin = postgres.url;
    }
    const databaseUrl = await createDatabase(admin);
    undo.push(() => dropDatabase(admin, databaseUrl));

    const mail = await startMailServer();
    undo.push(() => mail.stop());
    const provider = await startProvider('graz');
    undo.push(() => provider.stop());
    Object.assign(process.env, provider.env, { SMTP_URL: mail.url, MAIL_FROM: 'portal@zbor.example' });

    const first = await startServer(databaseUrl);
    undo.push(() => first.stop());
    const second = await startServer(databaseUrl);
    undo.push(() => second.stop());
    provider.answer([first.url, second.url]);
    const signIns = readSignIns(first.said());
    const sessions = await openSessions(first.url, signIns);
    tell({ urls: [first.url, second.url], databaseUrl, mails: mail.folder, ...signIns, sessions });
    return async () => {
      await stop();
      // How one signs in to the demo is printed on purpose.
      const found = leaked([...Object.values(signIns.signIns), signIns.passphrase]);
      forget();
      if (found.length > 0) throw new Error(`The servers printed what is somebody's:\n${found.join('\n')}`);
    };
  } catch (error) {
    await stop();
    forget();
    throw error;
  }
}

async function createDatabase(admin: string): Promise<string> {
  const name = `journeys_${randomBytes(6).toString('hex')}`;
  await onAdmin(admin, `CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

function dropDatabase(admin: string, databaseUrl: string): Promise<void> {
  return onAdmin(admin, `DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
}

async function onAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
