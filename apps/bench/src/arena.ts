import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { addressOf, contracts } from '@zbor/contracts';
import { type Baseline } from './baselines/run';
import { counts, type Setting, type Statements, settingVariable } from './baselines/statements';
import { addressed, connected } from './databases';
import type { Effort } from './effort';
import { Connection, write } from './load';
import { Recorder } from './record';
import { Server } from './server';
import { cookieOf, signedIn, town } from './town';

/** Connections to PostgreSQL for each of those that are compared. */
const pool = 10;

/** Starts the portal as it runs in production, alone. It counts who asks how often and refuses nobody. */
export function startPortal(databaseUrl: string): Promise<Server> {
  const follow = join(process.cwd(), 'apps/launch/follow.mjs');
  const program = join(process.cwd(), 'apps/api/build/main.js');
  const env = {
    SECRET_KEY: 'for measuring alone, and long enough for one',
    RATE_LIMITS: 'off',
    METRICS_PORT: '0',
    DEMO: '',
    PUBLIC_URL: '',
    DATABASE_POOL: String(pool),
  };
  return Server.start(['--import', follow, program], { ...env, DATABASE_URL: databaseUrl });
}

export interface Conditions {
  effort: Effort;
  /** Whether the baselines let each connection plan a statement once, as the portal does. */
  prepared: boolean;
  firstStart: number;
}

/** The portal and its baselines on one filled database. */
export class Arena {
  private turn = 0;

  private constructor(
    readonly effort: Effort,
    /** Seconds that the portal needed on an empty database. */
    readonly firstStart: number,
    readonly databaseUrl: string,
    readonly portal: Server,
    readonly handler: Server,
    readonly room: Server,
    readonly setting: Setting,
    /** Every idea, the newest first. */
    readonly ideas: { id: string; slug: string; comments: number }[],
  ) {}

  static async open({ effort, prepared, firstStart }: Conditions, databaseUrl: string): Promise<Arena> {
    const [townId, ideas] = await connected(databaseUrl, async (client) => {
      const { rows } = await client.query('SELECT id FROM municipality');
      const found = await client.query('SELECT id, slug, comments FROM idea ORDER BY published_at DESC');
      return [rows[0].id as string, found.rows];
    });
    const setting = { databaseUrl, pool, prepared, townId, statements: await record(databaseUrl, ideas) };
    const handler = await startBaseline('handler', setting);
    const room = await startBaseline('room', setting);
    const portal = await startPortal(databaseUrl);
    const arena = new Arena(effort, firstStart, databaseUrl, portal, handler, room, setting, ideas);
    await arena.holdEqual();
    return arena;
  }

  /** Both must say the same, or the comparison would mean nothing. */
  private async holdEqual(): Promise<void> {
    const paths = [requests.list(), ...this.ideas.slice(0, 60).map(({ id }) => requests.idea(id))];
    for (const path of paths) {
      const request = { method: 'GET', path };
      deepStrictEqual(
        await ask(this.handler, request),
        await ask(this.portal, request),
        `Different: ${path}`,
      );
    }
    for (const act of [() => this.support(), () => this.comment()]) {
      const fields = Object.keys(await ask(this.handler, act()));
      deepStrictEqual(fields.sort(), Object.keys(await ask(this.portal, act())).sort());
    }
  }

  /** A support that nobody gave before. */
  support() {
    const turn = this.turn++;
    const idea = this.ideas[turn % this.ideas.length] as { id: string };
    return requests.support(idea.id, 1 + (Math.floor(turn / this.ideas.length) % signedIn));
  }

  comment(idea = this.ideas[this.turn % this.ideas.length] as { id: string }) {
    const turn = this.turn++;
    return requests.comment(idea.id, 1 + (turn % signedIn), turn);
  }
}

export const requests = {
  list: () => addressOf(contracts.ideas.list, { town }),
  idea: (id: string) => addressOf(contracts.ideas.read, { town, id }),
  support: (id: string, person: number) => ({
    method: 'PUT',
    path: addressOf(contracts.ideas.support, { town, id }),
    cookie: cookieOf(person),
  }),
  comment: (subject: string, person: number, turn: number) => ({
    method: 'POST',
    path: addressOf(contracts.comments.write, { town, type: 'idea', subject }),
    cookie: cookieOf(person),
    body: { body: `We talked about it at home, and **three of us** would come. It is number ${turn}.` },
  }),
};

export function startBaseline(kind: Baseline, setting: Setting): Promise<Server> {
  return Server.start([process.argv[1] as string, kind], { [settingVariable]: JSON.stringify(setting) });
}

/** @returns what the server says, which must not be a refusal. */
export async function ask(server: Server, request: Parameters<typeof write>[0]): Promise<object> {
  const connection = await Connection.open(server.port);
  const { status, body } = await connection.ask(write(request, server.port));
  connection.close();
  if (status >= 300) throw new Error(`${request.path} was answered with ${status}: ${body}`);
  return JSON.parse(body.toString('utf8'));
}

/** The statements that the portal sends for each act, once it is warm. */
async function record(databaseUrl: string, ideas: { id: string }[]): Promise<Statements> {
  const recorder = await Recorder.before(databaseUrl);
  const portal = await startPortal(addressed(databaseUrl, { port: recorder.port }));
  const [{ id }, other] = ideas.slice(-2) as [{ id: string }, { id: string }];
  const second = async (request: (id: string) => Parameters<typeof write>[0]) => {
    await ask(portal, request(other.id));
    return recorder.during(() => ask(portal, request(id)));
  };
  const statements = {
    list: await second(() => ({ method: 'GET', path: requests.list() })),
    idea: await second((idea) => ({ method: 'GET', path: requests.idea(idea) })),
    support: await second((idea) => requests.support(idea, signedIn)),
    comment: await second((idea) => requests.comment(idea, signedIn, 0)),
  };
  await portal.stop();
  recorder.close();
  for (const [act, count] of Object.entries(counts)) {
    const sent = statements[act as keyof Statements].length;
    if (sent !== count)
      throw new Error(`For ${act} the portal sends ${sent} statements, and the baseline knows ${count}.`);
  }
  return statements as Record<keyof Statements, string[]> as unknown as Statements;
}
