import { accessOf, contracts, type Endpoint } from '@zbor/contracts';
import type { Agent } from '../testing/agent';
import { endpoints, fill } from '../testing/endpoints';
import { openTestPortal, type TestPortal } from '../testing/portal';
import { sampleBody } from '../testing/sample';

const { identity, ideas, comments } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let other: TestPortal;
let author: Agent;
let assisted: Agent;
let id: string;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  other = await portal.another();
  author = await portal.person(town, 'admin');
  assisted = await portal.assisted(town);
  id = (await author.propose(town)).id;
});
afterAll(async () => {
  await other.close();
  await portal.close();
});

test('V1 2.3.4 fifty supports at once, from three browsers through two processes, are one', async () => {
  const person = await portal.person(town);
  const body = { signInName: person.name, passphrase: person.passphrase };
  const browsers = [person, portal.visitor(), portal.visitor()];
  for (const browser of browsers.slice(1)) await browser.ok(identity.signIn, { params, body });
  const everywhere = browsers.flatMap((browser) => [browser, other.visitor().steal(browser)]);
  const press = (n: number) =>
    (everywhere[n % everywhere.length] as Agent).call(ideas.support, { params: { town, id } });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => press(n)));
  for (const { status, body } of answers)
    expect([status, body]).toMatchObject([200, { supported: true, supports: 1 }]);
  const [{ count }] = await portal.source.query(
    'SELECT count(*)::int AS count FROM support WHERE idea_id = $1 AND account_id = $2',
    [id, person.id],
  );
  expect(count).toBe(1);
});

test('V1 fifty likes at once are one', async () => {
  const [{ id: comment }, person] = [await author.comment(town, id), await portal.person(town)];
  const both = [person, other.visitor().steal(person)];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      (both[n % 2] as Agent).call(comments.like, { params: { town, id: comment } }),
    ),
  );
  for (const { status, body } of answers)
    expect([status, body]).toMatchObject([200, { liked: true, likes: 1 }]);
});

/** Values that stand for another: what looks like `value` to one piece of code and like something else to the next. */
const instead = (value: unknown): unknown[] => [
  [value, value],
  [value],
  { 0: value },
  { $eq: value },
  { toString: value },
  ...(typeof value === 'boolean' ? [value ? 'true' : 'false', value ? 1 : 0, 'yes', '1', [], {}] : []),
  ...(typeof value === 'string' ? [12345, true] : []),
  ...(typeof value === 'number' ? [String(value), [], true] : []),
];

const send = (endpoint: Endpoint, body: unknown) =>
  (accessOf(endpoint) === 'assisted' ? assisted : author).raw(
    endpoint.method,
    fill(endpoint, { town, id }),
    JSON.stringify(body),
    {
      'content-type': 'application/json',
    },
  );

test('V3 A3 2.2.1 2.2.2 15.3.5 no field of any body takes a value of another shape', async () => {
  let tried = 0;
  for (const endpoint of endpoints.filter(
    ({ method, path }) => method !== 'GET' && !path.startsWith('/operator'),
  )) {
    const sample = sampleBody(endpoint) as Record<string, unknown>;
    for (const [field, value] of Object.entries(sample ?? {})) {
      if (value === null || typeof value === 'object') continue;
      for (const strange of instead(value)) {
        tried++;
        const answer = await send(endpoint, { ...sample, [field]: strange });
        expect([endpoint.path, field, strange, answer.status]).toEqual([endpoint.path, field, strange, 400]);
      }
    }
  }
  expect(tried).toBeGreaterThan(100);
}, 60_000);

test('A3 A6 15.3.3 no body takes more than it names', async () => {
  const more = [
    'role',
    'id',
    'accountId',
    'userId',
    'authorId',
    'municipalityId',
    'verified',
    'pinned',
    'state',
    'supports',
  ];
  for (const endpoint of endpoints.filter(
    ({ method, path }) => method !== 'GET' && !path.startsWith('/operator'),
  )) {
    const sample = sampleBody(endpoint) as Record<string, unknown>;
    for (const name of more.filter((each) => !Object.hasOwn(sample ?? {}, each))) {
      const answer = await send(endpoint, { ...sample, [name]: id });
      expect([endpoint.path, name, answer.status]).toEqual([endpoint.path, name, 400]);
      expect(JSON.parse(answer.text).errors).toContainEqual({ path: `body.${name}`, code: 'unknown_field' });
    }
  }
}, 60_000);

test('V3 P2 15.3.7 no address takes a name twice, in brackets, or one that it does not know', async () => {
  const columns: { name: string }[] = await portal.source.query(
    `SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const open = endpoints.filter(({ method, path }) => method === 'GET' && !path.startsWith('/operator'));
  for (const [turn, endpoint] of open.entries()) {
    const known = Object.keys((endpoint.query as { shape?: object }).shape ?? {});
    const strange = [
      ...known.flatMap((name) => [`${name}=1&${name}=2`, `${name}[]=1&${name}[]=2`, `${name}[$gt]=`]),
      // Each endpoint is asked for a share of the columns; together they are asked for all.
      ...columns.filter((_, at) => at % open.length === turn).map(({ name }) => `${name}_start=a`),
      ...columns.slice(turn, turn + 3).map(({ name }) => `${name}.x=1`),
      ...['order=id', 'include=author', 'fields=passphrase_hash', 'filter[role]=admin', '__proto__[x]=1'],
    ];
    for (const query of strange) {
      const { status, text } = await author.raw('GET', `${fill(endpoint, { town, id })}?${query}`);
      expect([endpoint.path, query, status === 404 || status === 400]).toEqual([endpoint.path, query, true]);
      expect(JSON.parse(text).code).toMatch(/^(invalid_input|not_found)$/);
    }
  }
}, 90_000);
