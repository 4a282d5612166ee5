import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, run, step } from './terminal.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');

/** Installs the packages of package-lock.json where they are missing or the lock is newer. */
export async function install(stopping) {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const npm = findNpm();
  await step('Installing packages', () =>
    run([npm, 'install', '--no-audit', '--no-fund', '--include=dev'], { title: 'npm install', stopping }),
  );
  const now = new Date();
  utimesSync(installed, now, now);
}

/** The npm that runs this command, else the one that came with Node. */
function findNpm() {
  const beside = ['../lib/node_modules', 'node_modules'].map((modules) =>
    join(process.execPath, '..', modules, 'npm', 'bin', 'npm-cli.js'),
  );
  const npm = [process.env.npm_execpath, ...beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  if (!npm) throw new Refusal('npm was not found: run `npm install` once, then try again.');
  return npm;
}
