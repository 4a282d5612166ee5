import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { openCluster } from './postgres-cluster.mjs';
import { endSurvivors, findPostmaster, shutDown, spawnPostmaster } from './postgres-process.mjs';
import { Refusal } from './terminal.mjs';

const database = 'zbor';
const launcher = 'zbor launcher';

/**
 * Starts the PostgreSQL whose data lie in `dataDir`, or joins it where it runs already: launchers share it,
 * and the last one to stop takes it down. It survives a killed launcher, and is brought back when it is
 * killed itself. It listens on 127.0.0.1 alone; its port, password and log lie beside the data.
 */
export async function startPostgres({ dataDir, log = () => {} }) {
  const home = resolve(dataDir);
  const alone = (work) => withLock(`${home}.lock`, work);
  let cluster;
  let connection;
  let stopped = false;

  const hold = async () => {
    ({ cluster, connection } = await alone(() => startOrJoin(home)));
    connection.once('end', () => stopped || comeBack());
  };
  const comeBack = async () => {
    log('PostgreSQL has gone away; starting it again.');
    await hold().catch((error) => log(error.message));
  };
  await hold();

  return {
    port: cluster.port,
    url: `postgres://${cluster.user}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`,
    async stop() {
      stopped = true;
      await alone(async () => {
        const others = await countOthers(connection);
        await connection.end().catch(() => {});
        if (!others) await shutDown(cluster);
      });
    },
  };
}

async function startOrJoin(dataDir) {
  const cluster = await openCluster(dataDir);
  for (let attempt = 1; ; attempt++) {
    const running = findPostmaster(cluster);
    if (!running) await endSurvivors(cluster);
    const postmaster = running ?? (await spawnPostmaster(cluster));
    cluster.port = postmaster.port;
    const connection = await connect(cluster, postmaster);
    if (connection) return { cluster, connection };
    if (running) continue;
    const failure = postmaster.failure();
    if (attempt === 5 || !failure.retry) throw new Refusal(failure.sentence);
  }
}

/** The launcher's own connection, as soon as PostgreSQL accepts it; nothing if PostgreSQL ends before. */
async function connect(cluster, postmaster) {
  const { default: pg } = await import('pg');
  const { user, password, port } = cluster;
  while (true) {
    const client = new pg.Client({
      host: '127.0.0.1',
      database: 'postgres',
      ssl: false,
      application_name: launcher,
      ...{ user, password, port },
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await createDatabase(client);
      client.unref();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (error.code === '28P01')
        throw new Refusal(`PostgreSQL refuses the password kept in ${cluster.keep}: restore that file.`);
      if (!['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(error.code)) throw error;
      if (!postmaster.alive()) return undefined;
      await sleep(40);
    }
  }
}

async function createDatabase(client) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (!rowCount) await client.query(`create database ${database}`);
}

async function countOthers(client) {
  const query =
    'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()';
  try {
    client.ref();
    return (await client.query(query, [launcher])).rows[0].others;
  } catch {
    return 0;
  }
}
