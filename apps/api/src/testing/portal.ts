import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contracts, type Role } from '@zbor/contracts';
import { rolesOfTwoSteps } from '@zbor/domain';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../entities';
import { IdeasRepository } from '../features/ideas/ideas.repository';
import type { Config } from '../platform/config/config';
import { dataSource } from '../platform/database/data-source';
import { Database } from '../platform/database/database';
import { prepareDatabase } from '../platform/database/prepare';
import { openServing } from '../platform/database/serving';
import { buildPortal, type Portal } from '../server';
import { Agent } from './agent';
import type { AuthenticatorApp } from './authenticator-app';
import { appoint, makeOperator, openTown } from './town';

/** A whole portal for specs: real PostgreSQL, real HTTP, a database of its own. */
export interface TestPortal {
  url: string;
  databaseUrl: string;
  /** As the owner of the tables, who sees every row. */
  source: DataSource;
  portal: Portal;
  /** Somebody who is not signed in. */
  visitor(): Agent;
  /** Somebody who signed up in a town and was given a role, with the second step that it asks for. */
  person(town: string, role?: Role): Promise<Agent>;
  /** Somebody of the staff who has typed a passphrase and has no second factor yet. */
  halfway(town: string): Promise<Agent>;
  /** Somebody who has a facilitator at their side. */
  assisted(town: string): Promise<Agent>;
  /** The operator, signed in. */
  operator(): Promise<Agent>;
  /** A request made by hand, with any headers. */
  inject: NestFastifyApplication['inject'];
  /** Opens a municipality with an empty council. */
  town(slug: string): Promise<void>;
  /** A second process's worth of portal on the same database, reached by another address of it where one is named. */
  another(databaseUrl?: string): Promise<TestPortal>;
  /** Ends it; fails when a counter disagrees with the rows that it counts. */
  close(): Promise<void>;
}

let people = 0;
/** The operator's app, by database. */
const operatorApps = new Map<string, AuthenticatorApp>();

export async function openTestPortal(change: Partial<Config> = {}): Promise<TestPortal> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL is missing.');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const template = await ensureTemplate(admin);
  await asAdmin(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const first = await onDatabase(databaseUrl(admin, name), change);
  const { close } = first;
  return {
    ...first,
    close: async () => {
      const wrong = await new IdeasRepository(new Database(first.source)).miscounted();
      await close();
      await asAdmin(admin, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      if (wrong > 0) throw new Error(`${wrong} ideas count something else than there is.`);
    },
  };
}

async function onDatabase(url: string, change: Partial<Config>): Promise<TestPortal> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    metricsPort: 0,
    metricsHost: '127.0.0.1',
    databaseUrl: url,
    secretKey: 'for specs alone, and long enough for one',
    databasePool: 10,
    redisUrl: null,
    role: 'web',
    publicUrl: null,
    mail: null,
    sso: {},
    demo: false,
    limits: false,
    trustedProxies: 0,
    ...change,
  };
  const source = dataSource(url, 2, entities);
  await source.initialize();
  const serving = await openServing(url, config.databasePool, entities);
  const portal = await buildPortal(config, serving, '/nowhere');
  await portal.app.listen(0, '127.0.0.1');
  portal.readiness.ready = true;
  const { port } = portal.app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const newcomer = () => new Agent(address, config.publicUrl ?? address);
  const person: TestPortal['person'] = async (town, role = 'participant') => {
    const agent = newcomer();
    await agent.signUp(town, `person-${++people}`);
    if (role !== 'participant') await appoint(portal, town, agent.id, role);
    if (rolesOfTwoSteps.includes(role)) await agent.setUpTotp(town);
    return agent;
  };
  return {
    url: address,
    databaseUrl: url,
    source,
    portal,
    visitor: newcomer,
    town: (slug) => openTown(portal, slug),
    person,
    assisted: async (town) => {
      const agent = await person(town, 'facilitator');
      const body = { displayName: 'هدوء النهر', language: 'ar' as const };
      ({ id: agent.id } = await agent.ok(contracts.assistance.open, { params: { town }, body }));
      agent.assisted = true;
      return agent;
    },
    halfway: async (town) => {
      const agent = new Agent(address);
      await agent.signUp(town, `person-${++people}`);
      await appoint(portal, town, agent.id, 'staff');
      return agent;
    },
    operator: async () => {
      const agent = newcomer();
      await makeOperator(source, agent.passphrase);
      await agent.ok(contracts.identity.operatorSignIn, {
        body: { signInName: 'operator', passphrase: agent.passphrase },
      });
      const { factors } = await agent.ok(contracts.identity.operatorStep, {});
      if (factors.length === 0) {
        await agent.setUpTotp(null);
        if (agent.app) operatorApps.set(url, agent.app);
      } else {
        // Specs do not wait for a code that was not used yet.
        await source.query('UPDATE totp SET used_step = NULL');
        const code = operatorApps.get(url)?.codeAt(Date.now()) ?? '';
        await agent.ok(contracts.identity.operatorProveCode, { body: { code } });
      }
      return agent;
    },
    inject: portal.app.inject.bind(portal.app),
    another: (through = url) => onDatabase(through, change),
    close: async () => {
      await portal.app.close();
      await serving.destroy();
      await source.destroy();
    },
  };
}

/** Migrated once, as long as the migrations stay the same; every spec file copies it. @returns its name. */
async function ensureTemplate(admin: string): Promise<string> {
  const folder = join(import.meta.dirname, '../../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const name = `template_${hash.digest('hex').slice(0, 12)}`;
  await asAdmin(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const half = `${name}_${randomBytes(3).toString('hex')}`;
    await client.query(`CREATE DATABASE ${half}`);
    const source = dataSource(databaseUrl(admin, half), 2, entities);
    await prepareDatabase(source, () => undefined);
    await source.destroy();
    await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
  });
  return name;
}

async function asAdmin(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}
