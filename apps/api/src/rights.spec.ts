import { randomUUID } from 'node:crypto';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessOf, admits, type Comer, contracts, type Endpoint, roles, roomRights } from '@zbor/contracts';
import { LiveGateway } from './platform/live/live.gateway';
import { type RoomKind, Rooms } from './platform/live/rooms';
import type { Agent } from './testing/agent';
import { listenTo } from './testing/listener';
import { openTestPortal, type TestPortal } from './testing/portal';
import { sampleBody } from './testing/sample';

/** Routes without a contract: they say nothing that is anybody's. */
const openToAll = [
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/docs*',
];

const comers: Comer[] = ['visitor', 'halfway', 'assisted', ...roles, 'operator'];
const places = { own: 'graz', another: 'lublin', none: 'nowhere' } as const;
type Place = keyof typeof places;
const allPlaces = ['own', 'another', 'none'] as const;

/** What there is in a town that somebody might get at, by the word before its id in a path. */
type Things = Record<string, string>;

interface Cell {
  comer: Comer;
  place: Place;
  endpoint: Endpoint;
  /** How they are sent away; null for whoever is heard. */
  refusal: '401 not_signed_in' | '403 not_allowed' | '404 not_found' | null;
}

let portal: TestPortal;
const people = new Map<Comer, Agent>();
const things = new Map<string, Things>();
let cells: Cell[];
const holes: string[] = [];

beforeAll(async () => {
  portal = await openTestPortal();
  await Promise.all([furnish(places.own), furnish(places.another)]);
  for (const comer of comers) people.set(comer, await come(comer));
  cells = routes().flatMap(cellsOf);
}, 60_000);
afterAll(async () => {
  process.stdout.write(
    `routes × roles × municipalities: ${cells.length + roomCells} cells, ${holes.length} holes\n`,
  );
  await portal.close();
});

function come(comer: Comer): Promise<Agent> {
  if (comer === 'visitor') return Promise.resolve(portal.visitor());
  if (comer === 'halfway') return portal.halfway(places.own);
  if (comer === 'assisted') return portal.assisted(places.own);
  return comer === 'operator' ? portal.operator() : portal.person(places.own, comer);
}

async function furnish(town: string): Promise<void> {
  await portal.town(town);
  const [author, council] = [await portal.person(town), await portal.person(town, 'council')];
  const [idea, closed] = [await author.propose(town), await author.propose(town)];
  const comment = await author.comment(town, idea.id);
  const report = await council.ok(contracts.moderation.report, {
    params: { town },
    body: { type: 'comment', id: comment.id, reason: 'spam' },
  });
  await council.ok(contracts.moderation.hide, {
    params: { town, type: 'idea', id: closed.id },
    body: { reason: 'spam', note: 'An advertisement.' },
  });
  const { items } = await author.ok(contracts.identity.sessions, { params: { town } });
  things.set(town, {
    accounts: author.id,
    sessions: items[0]?.id ?? '',
    ideas: idea.id,
    comments: comment.id,
    reports: report.id,
    idea: idea.id,
    closed: closed.id,
  });
}

/** Every route that Fastify knows, from the tree that it prints; it makes the HEAD of each GET itself. */
function routes(): string[] {
  const fastify = portal.portal.app.getHttpAdapter().getInstance();
  const above: string[] = [];
  const found: string[] = [];
  for (const row of fastify.printRoutes({ commonPrefix: false }).split('\n').filter(Boolean)) {
    const [, indent = '', part = '', methods] = /^(.*?)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(row) ?? [];
    if (!part) throw new Error(`Fastify prints its routes in another way: ${row}`);
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD' || !methods?.includes('GET')) found.push(`${method} ${above.join('')}`);
  }
  return found;
}

const byRoute = new Map(
  Object.values(contracts).flatMap((feature) =>
    (Object.values(feature) as Endpoint[]).map((each): [string, Endpoint] => [
      `${each.method} /api${each.path}`,
      each,
    ]),
  ),
);

function cellsOf(route: string): Cell[] {
  const endpoint = byRoute.get(route);
  const access = endpoint && accessOf(endpoint);
  if (!endpoint || !access) return [];
  const operators = endpoint.path.startsWith('/operator');
  const inTown = endpoint.path.includes(':town');
  const refusal = (comer: Comer, place: Place): Cell['refusal'] => {
    if (inTown && !operators && place === 'none') return '404 not_found';
    const counts = operators ? (comer === 'operator' ? comer : 'visitor') : countsAs(comer, place);
    if (admits[access].includes(counts)) return null;
    return counts === 'visitor' || counts === 'halfway' ? '401 not_signed_in' : '403 not_allowed';
  };
  return comers.flatMap((comer) =>
    (inTown ? allPlaces : [allPlaces[0]]).map((place) => ({
      comer,
      place,
      endpoint,
      refusal: refusal(comer, place),
    })),
  );
}

/** Whoever comes to a municipality with the cookie of another place is a visitor there. */
function countsAs(comer: Comer, place: Place): Comer {
  return place === 'own' && comer !== 'operator' ? comer : 'visitor';
}

/** What somebody sends: their own cookie, under the name that this place would look for. */
function cookieFor(agent: Agent, town: string): string {
  return agent.cookie.replace(/(zbor-)[^=]+/, `$1${town}`);
}

async function knock({ comer, place, endpoint }: Cell, real: boolean): Promise<string> {
  const town = places[place];
  const operators = endpoint.path.startsWith('/operator');
  const mine = things.get(town) ?? {};
  const path = endpoint.path
    .replace(
      /([\w-]+)\/:type\/:(id|subject)/,
      (_, before) => `${before}/idea/${real ? mine.idea : randomUUID()}`,
    )
    .replace(/(\w+)\/:id/g, (_, kind) => `${kind}/${(real && mine[kind]) || randomUUID()}`)
    .replace(':town', town)
    .replace(/:\w+/g, () => randomUUID());
  const agent = people.get(comer) as Agent;
  const cookie = agent.cookie && cookieFor(agent, operators ? '.operator' : town);
  // Those who are let in say something that no endpoint takes, so that the walk changes nothing.
  const body = real ? sampleBody(endpoint) : { walk: 'rights' };
  const answer = await portal
    .visitor()
    .raw(endpoint.method, `/api${path}`, endpoint.method === 'GET' ? null : JSON.stringify(body), {
      origin: portal.url,
      ...(cookie && { cookie }),
      ...(endpoint.method !== 'GET' && { 'content-type': 'application/json' }),
    });
  const code = answer.status >= 400 ? JSON.parse(answer.text).code : '';
  return `${answer.status} ${code}`.trim();
}

const told = ({ comer, place, endpoint }: Cell) =>
  `${comer} in ${place}: ${endpoint.method} ${endpoint.path}`;

/** What is written anywhere, as a number for each table; but for how often somebody asked, which is always counted. */
async function written(): Promise<Record<string, string>> {
  const tables: { name: string }[] = await portal.source.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
        AND table_name NOT IN ('rate_count', 'rate_key') ORDER BY 1`,
  );
  const sums = tables.map(async ({ name }) => {
    const [{ sum }] = await portal.source.query(
      `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM "${name}" t`,
    );
    return [name, sum] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}

/** A few at a time. */
async function each<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const walk = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, walk));
}

test('A1 every route has a contract and a rule, or says nothing that is anybody’s', () => {
  const found = routes();
  expect(found.length).toBeGreaterThan(40);
  const ruled = (route: string) => accessOf(byRoute.get(route) as Endpoint) !== undefined;
  holes.push(...found.filter((route) => !ruled(route) && !openToAll.includes(route)));
  expect(holes).toEqual([]);
  expect([...byRoute.keys(), ...openToAll].sort()).toEqual([...found].sort());
});

test('V6 A1 T1 whoever may not knock is sent away at every door, and nothing is written', async () => {
  const before = await written();
  const refused = cells.filter((cell) => cell.refusal !== null);
  await each(refused, async (cell) => {
    const answer = await knock(cell, true);
    if (answer !== cell.refusal) holes.push(`${told(cell)}: ${answer} instead of ${cell.refusal}`);
  });
  expect(holes).toEqual([]);
  expect(await written()).toEqual(before);
}, 60_000);

test('whoever may knock is heard', async () => {
  const heard = cells.filter((cell) => cell.refusal === null);
  const walk = async (comer: Comer) => {
    for (const cell of heard.filter((each) => each.comer === comer)) {
      const answer = await knock(cell, false);
      if (/not_signed_in|not_allowed|^5/.test(answer)) holes.push(`${told(cell)}: ${answer}`);
      // Somebody who just signed out is followed by another of their kind.
      if (/^20[14]/.test(answer)) people.set(comer, await come(comer));
    }
  };
  await Promise.all(comers.map(walk));
  expect(holes).toEqual([]);
}, 60_000);

/** A subject of each kind of room: one that whoever has the right can read, and one for moderators alone. */
const subjects: Record<RoomKind, [open: string, closed: string]> = { idea: ['idea', 'closed'] };
const roomCells = Object.keys(subjects).length * comers.length * allPlaces.length;

test('V9 the socket listens to nothing but who wants to watch, and who leaves', () => {
  const { prototype } = LiveGateway;
  const messages = new MetadataScanner()
    .getAllMethodNames(prototype)
    .map((name) => Reflect.getMetadata('message', prototype[name as 'watch']));
  expect(messages.filter(Boolean).sort()).toEqual(['leave', 'watch']);
  const gateways = portal.portal.app.get(DiscoveryService, { strict: false }).getProviders();
  const listening = gateways.filter(
    ({ metatype }) => metatype && Reflect.hasMetadata('websockets:is_gateway', metatype),
  );
  expect(listening.map(({ metatype }) => metatype)).toEqual([LiveGateway]);
});

test('A1 P4 the rooms of the socket have the same doors', async () => {
  const kinds = portal.portal.app.get(Rooms, { strict: false }).kinds as RoomKind[];
  holes.push(...kinds.filter((kind) => !Object.hasOwn(roomRights, kind)).map((kind) => `room ${kind}`));
  expect([...kinds].sort()).toEqual(Object.keys(roomRights).sort());
  expect(Object.keys(subjects).sort()).toEqual([...kinds].sort());
  await each(
    comers.flatMap((comer) => allPlaces.map((place) => ({ comer, place }))),
    async ({ comer, place }) => {
      const town = places[place];
      const cookie = cookieFor(people.get(comer) as Agent, town);
      const enter = await listenTo(portal.url, { cookie });
      const counts = countsAs(comer, place);
      for (const kind of kinds) {
        const [open, closed] = subjects[kind];
        const id = (where: string, thing: string) => `${kind}:${things.get(where)?.[thing]}`;
        const real = place === 'none' ? places.own : town;
        const answers = [
          (await enter.watch(town, id(real, open))).ok,
          (await enter.watch(town, id(real, closed))).ok,
          // What stands in one municipality is not there in another.
          (await enter.watch(town, id(place === 'own' ? places.another : places.own, open))).ok,
        ];
        const may = place !== 'none' && admits[roomRights[kind]].includes(counts);
        const expected = [may, may && admits.moderator.includes(counts), false];
        if (String(answers) !== String(expected))
          holes.push(`${comer} in ${place}: ${kind} ${answers} instead of ${expected}`);
      }
      enter.socket.close();
    },
  );
  expect(holes).toEqual([]);
}, 60_000);
