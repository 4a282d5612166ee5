import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { contracts, livePath } from '@zbor/contracts';
import { TokenBucket } from '../platform/live/token-bucket';
import type { Agent } from '../testing/agent';
import { closeListeners, listenTo, until } from '../testing/listener';
import { openTestPortal, type TestPortal } from '../testing/portal';

const { identity } = contracts;
const town = 'graz';
const params = { town };

/** Two processes: what one of them hears about a session must reach the sockets of the other. */
let portal: TestPortal;
let other: TestPortal;
let author: Agent;
let room: string;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  other = await portal.another();
  author = await portal.person(town);
  room = `idea:${(await author.propose(town)).id}`;
});
afterEach(closeListeners);
afterAll(async () => {
  await other.close();
  await portal.close();
});

describe.each(['websocket', 'polling'] as const)('A14 4.4.2 over %s', (transport) => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another town’s own host', { origin: 'http://lublin.127.0.0.1' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a name that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ])('A14 %s cannot connect', async (_, headers) => {
    const cookie = author.cookie;
    await expect(listenTo(portal.url, { ...headers, cookie }, transport)).rejects.toThrow();
  });
});

test('A14 nobody connects without saying from where', async () => {
  for (const cookie of [author.cookie, '']) {
    const said = await handshake([
      'Upgrade: websocket',
      'Connection: Upgrade',
      ...(cookie && [`Cookie: ${cookie}`]),
    ]);
    expect(said).toMatch(/^HTTP\/1.1 400 .*Forbidden$/s);
  }
  const said = await handshake(['Upgrade: websocket', 'Connection: Upgrade', `Origin: ${portal.url}`]);
  expect(said).toMatch(/^HTTP\/1.1 101 /);
});

/** The first bytes that answer a handshake made by hand. */
function handshake(headers: string[]): Promise<string> {
  const { hostname, port, host } = new URL(portal.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('data', (bytes) => {
      resolve(bytes.toString());
      socket.destroy();
    });
    const key = randomBytes(16).toString('base64');
    const lines = [`Host: ${host}`, `Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13', ...headers];
    socket.write(`GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  });
}

describe('4.4.3 4.4.4 7.4.1 7.4.2 A10 a socket belongs to its session, and is closed within two seconds', () => {
  const here = async (person: Agent) => {
    const page = await listenTo(other.url, { cookie: person.cookie });
    expect(await page.watch(town, room)).toEqual({ ok: true });
    return page;
  };

  test.each<[string, (person: Agent) => Promise<unknown>]>([
    ['of signing out', (person) => person.ok(identity.signOut, { params })],
    [
      'of being ended from another browser',
      async (person) => {
        const { items } = await person.ok(identity.sessions, { params });
        await person.ok(identity.endSession, { params: { town, id: items[0]?.id ?? '' } });
      },
    ],
    [
      'of expiring',
      ({ id }) => portal.source.query('UPDATE session SET expires_at = now() WHERE account_id = $1', [id]),
    ],
    [
      'of its account being erased',
      ({ id }) => portal.source.query('DELETE FROM account WHERE id = $1', [id]),
    ],
  ])('%s', async (_, end) => {
    const [person, neighbour] = [await portal.person(town), await portal.person(town)];
    const [page, beside] = [await here(person), await here(neighbour)];
    const visitor = await listenTo(other.url);
    await visitor.watch(town, room);
    await end(person);
    await until(() => page.socket.disconnected, 2_000);
    await sleep(100);
    expect([beside.socket.connected, visitor.socket.connected]).toEqual([true, true]);
  });
});

test('a client that talks too much is shown out, and one that talks now and then is not', async () => {
  const [loud, calm] = [await listenTo(portal.url), await listenTo(portal.url)];
  for (let n = 0; n < 30; n++) loud.socket.emit('watch', { town, room });
  await until(() => loud.socket.disconnected);
  for (let n = 0; n < 15; n++) expect((await calm.watch(town, room)).ok).toBe(true);
  const bucket = new TokenBucket(2, 1, 0);
  expect([0, 0, 0, 999, 1500, 1500, 60_000, 60_000, 60_000].map((at) => bucket.take(at))).toEqual([
    ...[true, true, false, false, true, false, true, true, false],
  ]);
});

test('S2 a message of more than 16 kB ends its socket alone', async () => {
  const [big, calm] = [await listenTo(portal.url), await listenTo(portal.url)];
  big.socket.emit('watch', { town, room: 'x'.repeat(17_000) });
  await until(() => big.socket.disconnected);
  expect((await calm.watch(town, room)).ok).toBe(true);
});

test('S2 packets of any shape end nothing but their own socket', async () => {
  const calm = await listenTo(portal.url);
  await calm.watch(town, room);
  const shapes = [
    () => randomBytes(1 + Math.floor(Math.random() * 200)),
    () => `4${Math.floor(Math.random() * 10)}${randomBytes(20).toString('latin1')}`,
    () => '42["watch"]',
    () => '42[["watch"],{}]',
    () => '42[{"toString":"x"},1]',
    () => '42["__proto__",{}]',
    () => '42["constructor",{"prototype":{}}]',
    () => `42${'['.repeat(6_000)}`,
    () => '451-["watch",{"_placeholder":true,"num":9}]',
    () => '4510000000000-["x"]',
    () => '42["disconnect"]',
    () => '42["error",1]',
    () => '40/other,{}',
    () => '41',
    () => '43999["x"]',
    () => '429007199254740993["watch",{}]',
    () => '',
    () => '6',
    () => '2probe',
  ];
  const before = process.memoryUsage().rss;
  const rounds = 40;
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const socket = await listenTo(portal.url);
        const { engine } = socket.socket.io as unknown as { engine: { transport: { ws: WebSocket } } };
        for (let n = 0; n < 50; n++) {
          const shape = shapes[Math.floor(Math.random() * shapes.length)] as () =>
            | string
            | Buffer<ArrayBuffer>;
          if (engine.transport.ws.readyState === 1) engine.transport.ws.send(shape());
        }
      }),
    );
    expect(calm.socket.connected).toBe(true);
  }
  await author.comment(town, room.slice(5), 'Is everybody well?');
  await until(() => calm.told.length > 0);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
}, 60_000);
