import type { Pool, PoolClient } from 'pg';
import type { DataSource, MixedList, QueryRunner } from 'typeorm';
import { dataSource, poolOf } from './data-source';
import { townInView } from './towns';

/** The role that serves people: it reads and writes rows, and changes neither tables nor what is only added to. */
const SERVING = 'zbor_serving';

/** Makes a connection the serving role's. */
export const asServing = `SET ROLE ${SERVING}`;

const grants = `
  DO $$ BEGIN
    CREATE ROLE ${SERVING} NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, '${SERVING}', 'MEMBER') THEN
      EXECUTE 'GRANT ${SERVING} TO ' || quote_ident(current_user);
    END IF;
  END $$;
  GRANT USAGE ON SCHEMA public TO ${SERVING};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${SERVING};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${SERVING};
  REVOKE ALL ON migrations FROM ${SERVING};
  REVOKE UPDATE, DELETE ON audit_entry FROM ${SERVING};
`;

/** Makes the serving role where it is missing, and gives it what it needs. Of no effect the second time. */
export async function grantServing(runner: QueryRunner): Promise<void> {
  await runner.query(grants);
}

/** Connects as the serving role. Each connection sees what the work at hand may see (`towns.ts`). */
export async function openServing(
  url: string,
  pool: number,
  entities: MixedList<new () => object>,
): Promise<DataSource> {
  const source = dataSource(url, pool, entities);
  await source.initialize();
  keepBehindWalls(poolOf(source));
  return source;
}

type Connected = (error: Error | undefined, client: PoolClient | undefined, release: Release) => void;
type Release = (error?: Error | boolean) => void;

/** Which town each connection shows; none yet where it has no role yet. */
const shown = new WeakMap<PoolClient, string>();

/**
 * Every way to a connection leads through `connect`. It is told which town to show when that is another than before,
 * so that a busy town pays nothing.
 */
function keepBehindWalls(pool: Pool): void {
  const connect = pool.connect.bind(pool) as (done: Connected) => void;
  const guarded = (done: Connected) => {
    const town = townInView();
    connect((error, client, release) => {
      if (!client || shown.get(client) === town) return done(error, client, release);
      const role = shown.has(client) ? '' : `, set_config('role', '${SERVING}', false)`;
      client.query(`SELECT set_config('zbor.town', $1, false)${role}`, [town], (refused) => {
        if (!refused) {
          shown.set(client, town);
          return done(undefined, client, release);
        }
        release(refused);
        done(refused, undefined, () => undefined);
      });
    });
  };
  pool.connect = ((done?: Connected) =>
    done
      ? guarded(done)
      : new Promise((resolve, reject) =>
          guarded((error, client) => (client ? resolve(client) : reject(error))),
        )) as Pool['connect'];
}
