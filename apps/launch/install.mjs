import { existsSync, rmSync, statfsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFull, isDiskFull, Refusal, root, run, step } from './terminal.mjs';

const lock = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const installed = join(modules, '.package-lock.json');
const unfinished = join(root, '.zbor', 'installing');

/** Installs the packages of package-lock.json where they are missing or the lock is newer. */
export async function install(stopping) {
  const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (isFresh && !existsSync(unfinished)) return;
  await step('Installing packages', () => installAll(stopping));
  const now = new Date();
  utimesSync(installed, now, now);
  rmSync(unfinished);
}

async function installAll(stopping) {
  // npm takes a package that was half unpacked for a whole one.
  if (existsSync(unfinished)) await rm(modules, { recursive: true, force: true });
  writeFileSync(unfinished, '');
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 2 ** 30) throw new Refusal(diskFull);
  const args = [findNpm(), 'install', '--no-audit', '--no-fund', '--include=dev'];
  const output = await run(args, { title: 'npm install', killSignal: 'SIGKILL', stopping });
  // And it takes a disk that filled up meanwhile for a success.
  if (isDiskFull(output)) throw new Refusal(diskFull);
}

/** The npm that runs this command, else the one that came with Node. */
function findNpm() {
  const beside = ['../lib/node_modules', 'node_modules'].map((folder) =>
    join(process.execPath, '..', folder, 'npm', 'bin', 'npm-cli.js'),
  );
  const npm = [process.env.npm_execpath, ...beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  if (!npm) throw new Refusal('npm was not found: run `npm install` once, then try again.');
  return npm;
}
