import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { runProgram } from './process.mjs';

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zbor-stopping-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('whoever waits for another command can stop waiting', async () => {
  const lock = join(folder, 'taken.lock');
  writeFileSync(lock, String(process.pid));
  const stopping = new AbortController();
  let begun = false;
  const work = () => {
    begun = true;
  };
  const waiting = () => stopping.abort('SIGINT');
  await expect(withLock(lock, work, { waiting, stopping: stopping.signal })).rejects.toBe('SIGINT');
  expect(begun).toBe(false);
});

test('no program begins after the launcher was told to stop', () => {
  const begin = () => runProgram(join(folder, 'none.mjs'), [], { stopping: AbortSignal.abort('SIGTERM') });
  expect(begin).toThrow('SIGTERM');
});
