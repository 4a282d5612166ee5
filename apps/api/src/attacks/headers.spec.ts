import { connect } from 'node:net';
import { addressOf, contracts, type Endpoint, livePath } from '@zbor/contracts';
import type { Agent } from '../testing/agent';
import { closeListeners, listenTo } from '../testing/listener';
import { openTestPortal, type TestPortal } from '../testing/portal';

const { identity, ideas } = contracts;
const town = 'graz';
const params = { town };
const publicUrl = 'https://zbor.example';

/** As in production: people come by https, through a proxy. */
let portal: TestPortal;
let person: Agent;
let address: string;

beforeAll(async () => {
  portal = await openTestPortal({ publicUrl });
  await portal.town(town);
  person = await portal.person(town);
  address = `/api/municipalities/${town}/ideas/${(await person.propose(town)).id}`;
});
afterAll(() => portal.close());

const signIn = (agent: Agent, of: Agent) =>
  agent.call(identity.signIn, { params, body: { signInName: of.name, passphrase: of.passphrase } });

test('3.3.1 3.3.2 3.3.3 3.3.4 the cookie of a session is Secure, HttpOnly, SameSite and bound to its host', async () => {
  const answer = await signIn(portal.visitor(), person);
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^__Host-zbor-graz=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+ GMT; Secure$/,
    ),
  ]);
  const token = /=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(answer.body)).not.toContain(token);
});

test('3.3.3 a cookie without the prefix, which another host could have set, is not looked at', async () => {
  const stolen = person.cookie.replace('__Host-', '');
  const { text } = await portal
    .visitor()
    .raw('GET', `/api/municipalities/${town}/visit`, null, { cookie: stolen, origin: publicUrl });
  expect(JSON.parse(text).account).toBeNull();
});

test('4.4.1 a socket comes from a page of https alone', async () => {
  const { cookie } = person;
  const page = await listenTo(portal.url, { origin: publicUrl, cookie });
  expect(page.socket.connected).toBe(true);
  for (const origin of [publicUrl.replace('https', 'http'), portal.url])
    await expect(listenTo(portal.url, { origin, cookie })).rejects.toThrow();
  closeListeners();
});

test('7.2.4 signing in opens another session and ends the one that the browser came with', async () => {
  const planted = await portal.person(town);
  const victim = portal.visitor().steal(planted);
  await signIn(victim, person);
  expect(victim.cookie).not.toBe(planted.cookie);
  expect((await victim.ok(identity.visit, { params })).account?.id).toBe(person.id);
  expect((await planted.ok(identity.visit, { params })).account).toBeNull();
});

test('14.3.1 signing out takes the cookie away and has the browser forget what it kept', async () => {
  const agent = portal.visitor();
  await signIn(agent, person);
  const answer = await agent.call(identity.signOut, { params });
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
  expect(answer.headers.getSetCookie()).toEqual([
    '__Host-zbor-graz=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
  ]);
});

describe('3.2.1 3.4.1 3.4.4 3.4.5 3.4.6 4.1.1 14.3.2 P14 every answer', () => {
  const answers: [string, string, string, number][] = [
    ['of data', 'GET', `/api/municipalities/${town}/ideas`, 200],
    ['of what is personal', 'GET', `/api/municipalities/${town}/me/ideas`, 200],
    ['that nothing is there', 'GET', '/api/nowhere', 404],
    ['that there is no such page', 'GET', '/nowhere', 404],
    ['that there is no such town', 'GET', '/api/municipalities/nowhere/ideas', 404],
    ['that one may not', 'GET', `/api/municipalities/${town}/accounts`, 403],
    ['that a body is wrong', 'POST', `/api/municipalities/${town}/ideas`, 400],
    ['to an address that is broken', 'GET', '/api/%E0%A4%A', 400],
    ['to another method', 'PATCH', `/api/municipalities/${town}/ideas`, 404],
    ['of health', 'GET', '/api/health/live', 200],
    ['of the description', 'GET', '/api/openapi.json', 200],
    ['to a socket that asks in another way', 'GET', `${livePath}/?EIO=4&transport=polling`, 400],
  ];

  test.each(answers)('%s is protected and kept nowhere', async (_, method, path, status) => {
    const body = method === 'GET' ? null : '{}';
    const answer = await person.raw(method, path, body, {
      'content-type': 'application/json',
      origin: publicUrl,
    });
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'content-type': expect.stringMatching(
        /^(application\/(problem\+)?json; charset=utf-8|application\/json)$/,
      ),
      ...(path.startsWith('/api') && {
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'.*frame-ancestors 'none'; sandbox$/,
        ),
      }),
    });
    expect(answer.headers.has('x-powered-by') || answer.headers.has('server')).toBe(false);
  });

  test('3.4.4 even to what is no HTTP is protected', async () => {
    const { hostname, port } = new URL(portal.url);
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
      socket.once('data', (bytes) => resolve(bytes.toString()));
    });
    expect(said).toMatch(/^HTTP\/1.1 400 .*x-content-type-options: nosniff/s);
  });
});

test('3.4.2 no other origin is allowed to read', async () => {
  for (const origin of ['https://evil.example', 'null', publicUrl])
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await portal.visitor().raw(method, address, null, {
        origin,
        'access-control-request-method': 'PUT',
      });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
});

test('A13 3.5.1 no request that changes something is followed from elsewhere, whatever it asks for', async () => {
  const changing = Object.values(contracts)
    .flatMap((feature) => Object.values(feature) as Endpoint[])
    .filter(({ method }) => method !== 'GET');
  expect(changing.length).toBeGreaterThan(20);
  const id = address.split('/').at(-1);
  for (const endpoint of changing) {
    const path = addressOf(
      endpoint,
      new Proxy({}, { get: (_, name) => (name === 'town' ? town : name === 'type' ? 'idea' : id) }),
    );
    for (const origin of [
      ...['https://evil.example', 'null', 'http://zbor.example', 'https://lublin.zbor.example'],
      ...['https://zbor.example.evil.example', 'https://zbor.example:444', ''],
    ]) {
      const reply = await portal.inject({
        method: endpoint.method,
        url: path,
        headers: { host: 'zbor.example', cookie: person.cookie, origin, 'content-type': 'application/json' },
        payload: '{}',
      });
      expect([endpoint.path, origin, reply.statusCode, reply.json().code]).toEqual([
        ...[endpoint.path, origin, 403, 'foreign_origin'],
      ]);
    }
  }
  const { supported } = (await person.ok(ideas.read, { params: { town, id: id ?? '' } })).idea;
  expect(supported).toBe(false);
});

test('A13 a request with a cookie and without an origin is followed only from our own pages', async () => {
  const send = (headers: Record<string, string>) =>
    portal.inject({
      method: 'PUT',
      url: `${address}/support`,
      headers: { host: 'zbor.example', ...headers },
    });
  const { cookie } = person;
  expect((await send({ cookie })).statusCode).toBe(403);
  expect((await send({ cookie, 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
  expect((await send({ cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await send({ cookie, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

test('4.1.3 what a proxy would say is not believed of anybody else', async () => {
  const spoofed = {
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    'x-real-ip': '203.0.113.9',
    forwarded: 'host=evil.example',
  };
  const reply = await person.raw('PUT', `${address}/support`, null, spoofed);
  expect(reply.status).toBe(403);
});

test('on plain http, as on one’s own machine, one can sign in all the same', async () => {
  const plain = await openTestPortal();
  await plain.town(town);
  const answer = await plain.visitor().call(identity.signUp, {
    params,
    body: { displayName: 'Tiha reka', signInName: 'reka', passphrase: person.passphrase, language: 'sl' },
  });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^zbor-graz=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+$/,
  );
  expect(answer.headers.has('strict-transport-security')).toBe(false);
  await plain.close();
});
