import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './lock.mjs';
import { freePort } from './ports.mjs';
import { spawnAs } from './postgres-binaries.mjs';
import { keep, settings } from './postgres-cluster.mjs';
import { diskFull, isDiskFull } from './terminal.mjs';

/**
 * The PostgreSQL that serves the data already, perhaps left behind by a killed launcher. A note of one that
 * is gone is removed where its process id now belongs to a stranger: it would block the start.
 */
export function findPostmaster({ dataDir }) {
  const note = join(dataDir, 'postmaster.pid');
  const [pid, , , port] = readLines(note).map(Number);
  if (!isAlive(pid)) return undefined;
  if (isOf(dataDir, pid)) return { pid, port, alive: () => isAlive(pid) && isOf(dataDir, pid) };
  fs.rmSync(note, { force: true });
  return undefined;
}

/** Starts PostgreSQL apart from the launcher's terminal, so that Ctrl-C reaches the server first. */
export async function spawnPostmaster(cluster) {
  const port = await freePort(cluster.port, { host: '127.0.0.1' });
  if (port !== cluster.port) keep({ ...cluster, port });
  const log = fs.openSync(cluster.logFile, isLarge(cluster.logFile) ? 'w' : 'a');
  const before = fs.fstatSync(log).size;
  const args = ['-D', cluster.dataDir, ...settings({ port })];
  const child = spawnAs(cluster.owner, join(cluster.bin, 'postgres'), args, {
    paths: [cluster.dataDir],
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('error', (error) => fs.appendFileSync(cluster.logFile, `FATAL: ${error.message}\n`));
  child.unref();
  fs.closeSync(log);
  return {
    port,
    alive: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    failure: () => explain(fs.readFileSync(cluster.logFile).subarray(before).toString(), cluster),
  };
}

function explain(said, { logFile }) {
  if (isDiskFull(said)) return { sentence: diskFull };
  const reason = said.match(/(?:FATAL|PANIC): +(.+)/)?.[1] ?? said.trim().split('\n').at(-1);
  return {
    retry: /Address already in use|could not bind|could not create any TCP/.test(said),
    sentence: `PostgreSQL did not start: ${reason} (all it said is in ${logFile}).`,
  };
}

/** Takes PostgreSQL down in good order, and waits until it is gone. */
export async function shutDown(cluster) {
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return;
  if (process.platform === 'win32')
    spawnSync(join(cluster.bin, 'pg_ctl'), ['stop', '-D', cluster.dataDir, '-m', 'fast']);
  else process.kill(postmaster.pid, 'SIGINT');
  const patience = Date.now() + 60_000;
  while (postmaster.alive() && readLines(join(cluster.dataDir, 'postmaster.pid')).length) {
    if (Date.now() > patience) process.kill(postmaster.pid, 'SIGQUIT');
    await sleep(20);
  }
}

/** Processes that outlived a killed PostgreSQL hold its shared memory and would block the next one. */
export async function endSurvivors({ dataDir }) {
  const patience = Date.now() + 2_000;
  for (let left = processesOf(dataDir); left.length; left = processesOf(dataDir)) {
    if (Date.now() > patience) for (const pid of left) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
}

function processesOf(dataDir) {
  if (process.platform !== 'linux') return [];
  return fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isOf(dataDir, pid));
}

/** Whether a process is PostgreSQL at work in `dataDir`. Only Linux tells; elsewhere it is believed. */
function isOf(dataDir, pid) {
  if (process.platform !== 'linux') return true;
  try {
    const here = fs.statSync(`/proc/${pid}/cwd`);
    const there = fs.statSync(dataDir);
    return (
      here.ino === there.ino &&
      here.dev === there.dev &&
      fs.readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n'
    );
  } catch {
    return false;
  }
}

const isLarge = (file) => fs.existsSync(file) && fs.statSync(file).size > 5_000_000;

function readLines(file) {
  try {
    return fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
