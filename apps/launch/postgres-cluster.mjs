import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseOwner, collect, findBinaries, spawnAs } from './postgres-binaries.mjs';
import { diskFull, isDiskFull, Refusal } from './terminal.mjs';

/**
 * All there is to know of the cluster in `dataDir`, which is created where there is none. Port and password
 * are kept in a file beside the data.
 */
export async function openCluster(dataDir) {
  const cluster = { dataDir, bin: findBinaries(), keep: `${dataDir}.json`, logFile: `${dataDir}.log` };
  cluster.owner = chooseOwner(dataDir);
  if (fs.existsSync(dataDir)) handOver(cluster);
  else await create(cluster);
  try {
    return { ...cluster, ...JSON.parse(fs.readFileSync(cluster.keep, 'utf8')) };
  } catch {
    throw new Refusal(
      `${cluster.keep} is missing or broken: restore it, or remove ${dataDir} to begin anew.`,
    );
  }
}

export function keep(cluster) {
  const { user, password, port } = cluster;
  const fresh = `${cluster.keep}.new`;
  fs.writeFileSync(fresh, `${JSON.stringify({ user, password, port }, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(fresh, cluster.keep);
}

/** Makes the cluster beside its place and moves it there when it is whole, so that no half of one is left. */
async function create(cluster) {
  const fresh = `${cluster.dataDir}.new`;
  const passwordFile = `${cluster.dataDir}.password`;
  const made = { ...cluster, user: 'zbor', password: randomBytes(24).toString('base64url'), port: 0 };
  fs.mkdirSync(dirname(fresh), { recursive: true });
  fs.rmSync(fresh, { recursive: true, force: true, maxRetries: 5 });
  fs.mkdirSync(fresh, { mode: 0o700 });
  try {
    fs.writeFileSync(passwordFile, made.password, { mode: 0o600 });
    if (made.owner) fs.chownSync(passwordFile, made.owner.uid, made.owner.gid);
    handOver({ dataDir: fresh, owner: made.owner });
    await initialise(made, fresh, passwordFile);
    keep(made);
    fs.renameSync(fresh, made.dataDir);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/** Data that root copied belong to root, as whom PostgreSQL will not run. */
function handOver({ dataDir, owner }) {
  if (!owner || fs.statSync(dataDir).uid !== 0) return;
  const files = fs.readdirSync(dataDir, { recursive: true }).map((file) => join(dataDir, file));
  for (const file of [...files, dataDir]) fs.lchownSync(file, owner.uid, owner.gid);
}

/**
 * Sorting and case rules come with PostgreSQL itself and are the same everywhere. The parser of full-text
 * search asks the system's character classes too: the first of these that the system has.
 */
async function initialise(cluster, dataDir, passwordFile) {
  const options = {
    pgdata: dataDir,
    username: cluster.user,
    pwfile: passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    locale: 'C',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
  };
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const args = [...flags, '--data-checksums', `--lc-ctype=${characters}`];
    const program = spawnAs(cluster.owner, `${cluster.bin}/initdb`, args, { paths: [dataDir] });
    const { code, output } = await collect(program);
    if (code === 0) return;
    if (isDiskFull(output)) throw new Refusal(diskFull);
    if (!/invalid locale/.test(output)) throw new Refusal(`${output}\nPostgreSQL could not be set up.`);
  }
}

/** What a small server likes; durability stays as PostgreSQL has it, at its safest. */
export function settings({ port }) {
  const megabytes = totalmem() / 2 ** 20;
  const between = (least, value, most) => `${Math.round(Math.min(most, Math.max(least, value)))}MB`;
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: between(128, megabytes / 8, 1024),
    effective_cache_size: between(256, megabytes / 2, 8192),
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
