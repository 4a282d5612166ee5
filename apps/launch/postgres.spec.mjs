import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './lock.mjs';
import { startPostgres } from './postgres.mjs';

// Only its owner may enter this directory, and its name has a space.
const home = mkdtempSync(join(tmpdir(), 'zbor launch '));
const dataDir = join(home, 'postgres');
const note = join(dataDir, 'postmaster.pid');
const postmaster = () => Number(readFileSync(note, 'utf8').split('\n')[0]);

async function query(url, text) {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function eventually(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('launchers share one PostgreSQL, and the last one takes it down', async () => {
  const [one, other] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
  expect(other.url).toBe(one.url);
  const pid = postmaster();
  await one.stop();
  expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await other.stop();
  expect(() => postmaster()).toThrow();
  await eventually(() => expect(isAlive(pid)).toBe(false));
});

test('it is durable, local, and reads every script', async () => {
  const { url, port, stop } = await startPostgres({ dataDir });
  try {
    expect(new URL(url).host).toBe(`127.0.0.1:${port}`);
    await query(url, 'create extension if not exists pg_trgm');
    const [row] = await query(
      url,
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
         current_setting('full_page_writes') pages, current_setting('data_checksums') checksums,
         current_setting('listen_addresses') listens, lower('ČШЁ') low,
         cardinality(show_trgm('мова')) ukrainian, cardinality(show_trgm('سلام')) persian,
         to_tsvector('simple', '«мова» سلام، دنیا')::text words`,
    );
    expect(row).toEqual({
      ...{ fsync: 'on', commit: 'on', pages: 'on', checksums: 'on', listens: '127.0.0.1', low: 'čшё' },
      ...{ ukrainian: 5, persian: 5, words: "'мова':1 'دنیا':3 'سلام':2" },
    });
    expect(statSync(`${dataDir}.json`).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  } finally {
    await stop();
  }
});

test('killed, it comes back with every acknowledged row', async () => {
  const { url, stop } = await startPostgres({ dataDir });
  try {
    await query(url, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
    process.kill(postmaster(), 'SIGKILL');
    await sleep(200);
    expect(await eventually(() => query(url, 'select count(*)::int from kept'))).toEqual([{ count: 1000 }]);
  } finally {
    await stop();
  }
});

test('neither a left-over note nor a taken port blocks it', async () => {
  const before = await startPostgres({ dataDir });
  await before.stop();
  writeFileSync(note, `${process.pid}\n${dataDir}\n1\n${before.port}\n\n127.0.0.1\n`);
  const squatter = createServer();
  await new Promise((resolve) => squatter.listen(before.port, '127.0.0.1', resolve));
  const after = await startPostgres({ dataDir });
  squatter.close();
  expect(after.port).not.toBe(before.port);
  expect(await query(after.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await after.stop();
});
