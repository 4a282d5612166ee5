import { accessOf, contracts, type Endpoint, paceOf } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { untilTold } from '../../testing/limits';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { Limits } from './limits';
import { networkOf } from './network';
import { RatesRepository } from './rates.repository';

const { identity, ideas, moderation, privacy, sso } = contracts;
const town = 'graz';
const params = { town };

/** Two processes on one database, as in production. */
let portal: TestPortal;
let other: TestPortal;

beforeAll(async () => {
  portal = await openTestPortal({ limits: true });
  await portal.town(town);
  other = await portal.another();
});
afterAll(async () => {
  await other.close();
  await portal.close();
});

const rows = async () =>
  (await portal.source.query('SELECT key, points FROM rate_count')) as { key: string; points: number }[];

async function statuses(many: number, ask: (turn: number) => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < many; turn++) found.push((await ask(turn)).status);
  return found;
}

/** The same person, at the other process. */
const atOther = (person: Agent) => other.visitor().steal(person);

test('A18 a passphrase is guessed ten times in ten minutes, however many processes are asked', async () => {
  const guess = (turn: number) =>
    (turn % 2 ? other : portal)
      .visitor()
      .call(identity.signIn, { params, body: { signInName: 'somebody', passphrase: `guess ${turn}` } });
  expect(await statuses(10, guess)).toEqual(Array(10).fill(401));
  for (const turn of [10, 11]) {
    const { status, headers, body } = await guess(turn);
    expect([status, body.code]).toEqual([429, 'too_fast']);
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(590);
    expect(wait).toBeLessThanOrEqual(600);
    expect(body.params?.seconds).toBe(wait);
  }
});

test('A18 of many guesses at once no more than ten are looked at', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, turn) =>
      (turn % 2 ? other : portal)
        .visitor()
        .call(identity.signIn, { params, body: { signInName: 'anybody', passphrase: `guess ${turn}` } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
});

test('what is costly is counted by person, at once and in all processes', async () => {
  const person = await portal.person(town);
  const propose = (turn: number) =>
    (turn % 2 ? atOther(person) : person).call(ideas.propose, {
      params,
      body: { title: `A bench, number ${turn}`, body: 'Where one can sit and read.', publish: true },
    });
  const found = await statuses(21, propose);
  expect(found).toEqual([...Array(20).fill(201), 429]);
  const neighbour = await portal.person(town);
  expect((await neighbour.propose(town)).state).toBe('published');
});

test('what is written is counted in the process at once, and a little later in the others', async () => {
  const person = await portal.person(town);
  const author = await portal.person(town);
  const { id } = await author.propose(town);
  const press = (agent: Agent) => (turn: number) =>
    agent.call(turn % 2 ? ideas.unsupport : ideas.support, { params: { town, id } });
  const found = await statuses(61, press(person));
  expect(found).toEqual([...Array(60).fill(200), 429]);
  await untilTold(portal);
  const [first] = await statuses(1, press(atOther(person)));
  expect(first).toBe(200);
  await untilTold(other);
  expect(await statuses(1, press(atOther(person)))).toEqual([429]);
  expect((await portal.visitor().call(ideas.read, { params: { town, id } })).status).toBe(200);
});

test('reading is counted without a query, by each process for itself', async () => {
  const before = await rows();
  const limits = other.portal.app.get(Limits);
  const answers = await Promise.allSettled(Array.from({ length: 3000 }, () => limits.ask('127.0.0.77')));
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(2900);
  const refused = await other.visitor().raw('GET', `/api/municipalities/${town}/ideas`);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await portal.visitor().raw('GET', `/api/municipalities/${town}/ideas`)).status).toBe(200);
  expect(await rows()).toEqual(before);
});

test('a count begins anew when its time is over', async () => {
  const repository = portal.portal.app.get(RatesRepository);
  const one = { key: 'spec', points: 1, seconds: 60 };
  expect(await repository.add([one])).toMatchObject([{ points: 1 }]);
  expect(await repository.add([{ ...one, points: 2 }])).toMatchObject([{ points: 3 }]);
  await portal.source.query(
    `UPDATE rate_count SET expires_at = now() - interval '1 second' WHERE key = 'spec'`,
  );
  const [again] = await repository.add([one]);
  expect(again?.points).toBe(1);
  expect(again?.left).toBeGreaterThan(59_000);
});

test('only hashes are kept, under a key of the day that is gone two days later', async () => {
  for (const { key } of await rows()) expect(key).toMatch(/^(spec|[\w-]{43})$/);
  const [{ day, key }] = await portal.source.query('SELECT day::text, key FROM rate_key');
  expect(day).toBe(new Date().toISOString().slice(0, 10));
  expect(key).toHaveLength(32);
  const repository = portal.portal.app.get(RatesRepository);
  expect(await repository.keyOf(day)).toEqual(key);
  await repository.keyOf('2020-01-01');
  await repository.forget(day);
  expect(await portal.source.query('SELECT day::text FROM rate_key')).toEqual([{ day }]);
  const kept = await portal.source.query(
    `SELECT relname, relpersistence FROM pg_class WHERE relname IN ('rate_count', 'rate_key') ORDER BY 1`,
  );
  expect(kept.map((table: { relpersistence: string }) => table.relpersistence)).toEqual(['u', 'u']);
});

test('A12 every endpoint has a pace: what reads is cheap, and open doors that write are counted at once', () => {
  // Asked for like pages, but not cheap: everything about oneself, and the way to a service of the town's and back.
  const dear: Endpoint[] = [privacy.take, sso.start, sso.finish];
  for (const endpoint of Object.values(contracts).flatMap((f) => Object.values(f) as Endpoint[])) {
    const pace = paceOf(endpoint);
    if (dear.includes(endpoint)) expect(pace).toMatch(/costly|signing in/);
    else if (endpoint.method === 'GET') expect([endpoint.path, pace]).toEqual([endpoint.path, 'reading']);
    else if (accessOf(endpoint) === 'anyone' && !/\/(current|language)$/.test(endpoint.path))
      expect([endpoint.path, ['signing in', 'costly', 'mail']]).toEqual([
        endpoint.path,
        expect.arrayContaining([pace]),
      ]);
  }
  expect([paceOf(identity.signUp), paceOf(moderation.report)]).toEqual(['costly', 'costly']);
});

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
  ['2001:0DB8:0001::6', '2001:db8:1'],
  ['2001:db8::6', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
