import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { contracts } from '@zbor/contracts';
import { codeIn, type Mailbox } from '@zbor/testing';
import { type EveryWay, openEveryWay } from '../testing/every-way';
import type { TestPortal } from '../testing/portal';
import { signInThere, type TestProvider } from '../testing/provider';
import { calls, imports } from '../testing/sources';

const { identity, comments, moderation, email, sso } = contracts;
const town = 'graz';
const params = { town };
const publicUrl = 'http://zbor.example';

let ways: EveryWay;
let box: Mailbox;
let provider: TestProvider;
let portal: TestPortal;
let connecting: jest.SpyInstance;
/** Where a connection was opened to, as host and port. */
const reached = new Set<string>();

beforeAll(async () => {
  const { connect } = net.Socket.prototype;
  connecting = jest.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (
    this: net.Socket,
    ...given: unknown[]
  ) {
    const [first] = given.flat() as [{ host?: string; port?: number } | number, string?];
    const { host = 'localhost', port } =
      typeof first === 'object' ? first : { port: first, host: String(given.flat()[1] ?? 'localhost') };
    reached.add(`${host}:${port}`);
    return Reflect.apply(connect, this, given);
  } as never);
  ways = await openEveryWay(town, publicUrl);
  ({ portal, box, provider } = ways);
});
afterAll(async () => {
  await ways.close();
  connecting.mockRestore();
});

const hostOf = (url: string) => new URL(url).host;

test('13.2.4 whatever people write, the portal opens connections to the services of its settings alone', async () => {
  const person = await portal.person(town);
  const council = await portal.person(town, 'council');
  const address = 'somebody@mail.evil.example';
  await person.ok(email.offer, { params, body: { address } });
  await person.ok(email.confirm, { params, body: { code: codeIn(await box.to(address)) } });
  const lure = 'See https://evil.example/x and ![](http://10.0.0.1/y.png), //evil.example, http://[::1]:9/.';
  const idea = await person.propose(town, { body: lure });
  const subject = { town, type: 'idea' as const, subject: idea.id };
  const body = { body: lure, requestKey: randomUUID() };
  const { id } = await person.ok(comments.write, { params: subject, body });
  await council.ok(moderation.hide, {
    params: { town, type: 'comment', id },
    body: { reason: 'spam', note: lure },
  });
  await person.raw(
    'GET',
    `/api/municipalities/${town}/ideas?q=${encodeURIComponent('http://evil.example')}`,
    null,
    {
      'x-forwarded-host': 'evil.example',
      referer: 'http://evil.example/',
    },
  );
  await person.raw('GET', `/api/municipalities/${town}/me/data/file?format=html`);
  const agent = portal.visitor();
  const { location } = await agent.ok(sso.start, { params, query: {} });
  const query = Object.fromEntries((await signInThere(location, 'amina')).searchParams);
  await agent.ok(sso.finish, { params, query });
  await person.ok(identity.signOut, { params });

  const services = [portal.databaseUrl, box.url, provider.settings.issuer].map(hostOf);
  // The last is the portal itself, which this spec speaks to.
  expect([...reached].sort()).toEqual([...services, hostOf(portal.url)].sort());
});

test('13.2.4 and nothing of the server opens any in another way than by the libraries of those services', () => {
  const server = /^(apps\/api|libs)\/|\.server\.tsx?$/;
  const opening =
    /(^|\.)(fetch|WebSocket|XMLHttpRequest|EventSource)$|^https?\.(get|request)|^(net|tls|dgram)\.(connect|create)/;
  expect(calls().filter(({ file, name }) => server.test(file) && opening.test(name))).toEqual([]);
  const modules =
    /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)|undici|axios|got|node-fetch|superagent/;
  const taken = imports()
    .filter(
      ({ file, from, text }) => server.test(file) && modules.test(from) && !text.startsWith('import type'),
    )
    .map(({ file, from, names }) => `${file.split('/').pop()} ${from} ${names.join(' ')}`);
  expect(taken.sort()).toEqual([
    // The port of the figures, and whether an address is one of IPv4.
    'metrics.ts node:http createServer Server',
    'network.ts node:net isIPv4',
  ]);
});
