import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beat = 2_000;
const stale = 15_000;

/**
 * Does `work` while no other process does the like under the same path. A holder that was killed does not
 * block anybody: its lock counts as long as its process lives and keeps touching the file.
 */
export async function withLock(path, work, { waiting = () => {}, stopping } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !taken(path); told = true) {
    if (!told) waiting(readHolder(path));
    await sleep(100);
    stopping?.throwIfAborted();
  }
  const heart = setInterval(() => touch(path), beat);
  heart.unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    rmSync(path, { force: true });
  }
}

function taken(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST' || abandoned(path)) rmSync(path, { force: true });
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function abandoned(path) {
  try {
    const silent = Date.now() - statSync(path).mtimeMs;
    return silent > stale || (silent > 1_000 && !isAlive(readHolder(path)));
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function readHolder(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Whoever removed the directory gave up the lock with it.
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
