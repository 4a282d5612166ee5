import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessOf, addressOf, contracts, type Endpoint, problem } from '@zbor/contracts';
import fc from 'fast-check';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const town = 'graz';
let portal: TestPortal;
let person: Agent;
let ideaId: string;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  person = await portal.person(town);
  ideaId = (await person.propose(town)).id;
});
afterAll(() => portal.close());

const json = { 'content-type': 'application/json' };
const proposals = `/api/municipalities/${town}/ideas`;
const good = {
  title: 'A bench by the river',
  body: 'Where one can sit and read in the shade.',
  publish: true,
};
const propose = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  person.raw('POST', proposals, body, headers);

/** A refusal as everybody gets it: a problem with a code, and nothing of our insides. */
function expectProblem(
  answer: { status: number; text: string; headers: Headers },
  status: number,
  code: string,
) {
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problem.safeParse(JSON.parse(answer.text)).success).toBe(true);
  expect(answer.text).not.toMatch(/ at |\.ts|\.js|SELECT|node_modules|Error:/);
}

describe('a body', () => {
  test.each<[string, unknown, string, string]>([
    ['an empty title', { ...good, title: ' ' }, 'body.title', 'too_short'],
    ['a title of blanks without width', { ...good, title: '\u200b'.repeat(9) }, 'body.title', 'required'],
    [
      'a title of fillers',
      { ...good, title: '\u3164\u2800\u115f\u00ad'.repeat(3) },
      'body.title',
      'required',
    ],
    ['a text of joiners and accents', { ...good, body: '\u200d\u0301'.repeat(20) }, 'body.body', 'required'],
    ['a tag of soft hyphens', { ...good, tags: ['\u00ad\u00ad'] }, 'body.tags.0', 'required'],
    ['an over-long title', { ...good, title: 'x'.repeat(121) }, 'body.title', 'too_long'],
    ['a text too short', { ...good, body: 'short' }, 'body.body', 'too_short'],
    ['a text too long', { ...good, body: 'x'.repeat(10_001) }, 'body.body', 'too_long'],
    ['a number for a text', { ...good, title: 12345 }, 'body.title', 'bad_format'],
    ['an array for a text', { ...good, title: ['a', 'b'] }, 'body.title', 'bad_format'],
    ['"yes" for a boolean', { ...good, publish: 'yes' }, 'body.publish', 'bad_format'],
    ['1 for a boolean', { ...good, publish: 1 }, 'body.publish', 'bad_format'],
    ['an unknown field', { ...good, authorId: 'x' }, 'body.authorId', 'unknown_field'],
    ['a role', { ...good, role: 'admin' }, 'body.role', 'unknown_field'],
    ['a language that is none', { ...good, language: 'xx' }, 'body.language', 'not_a_choice'],
    ['too many tags', { ...good, tags: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] }, 'body.tags', 'too_many'],
    ['half a character', { ...good, title: 'broken \ud800 half' }, 'body.title', 'bad_format'],
    ['nothing', {}, 'body.title', 'required'],
    ['an array', [good], 'body', 'bad_format'],
    ['null', null, 'body', 'bad_format'],
  ])('with %s is refused at its field', async (_, body, path, code) => {
    const answer = await propose(JSON.stringify(body));
    if (body === null) return expect(answer.status).toBe(400);
    expectProblem(answer, 400, 'invalid_input');
    expect(JSON.parse(answer.text).errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
    ['broken JSON', '{"title":', 400, 'invalid_input'],
    ['__proto__', '{"__proto__":{"admin":true},"title":"A bench by the river"}', 400, 'invalid_input'],
    ['constructor.prototype', '{"constructor":{"prototype":{"admin":true}}}', 400, 'invalid_input'],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      400,
      'broken_text',
    ],
    ['a million lines', JSON.stringify({ ...good, body: 'line\n'.repeat(1_000_000) }), 413, 'too_large'],
    ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, 400, 'invalid_input'],
  ])('S7 of %s is refused', async (_, body, status, code) => {
    expectProblem(await propose(body), status, code);
  });

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ])('as %s is not read', async (type) =>
    expectProblem(await propose('title=x', { 'content-type': type }), 415, 'unsupported_media'),
  );

  test('keeps a text as it was meant: CRLF as LF, controls and overrides away, NFC', async () => {
    const idea = await person.propose(town, {
      title: ' Caf\u0065\u0301 \u202eevil\u202c  corner ',
      body: 'First line of it.\r\nSecond\u0000 line of it.\u0007',
    });
    expect(idea.title).toBe('Café evil corner');
    expect(idea.source).toBe('First line of it.\nSecond line of it.');
  });
});

describe('an address', () => {
  test.each([
    '/api/nowhere',
    '/api/municipalities/nowhere/ideas',
    '/api/municipalities/GRAZ/ideas',
    `/api/municipalities/${town}/ideas/1`,
    `/api/municipalities/${town}/ideas/%00`,
    `/api/municipalities/${town}/ideas/..%2f..%2fetc`,
    `/api/municipalities/${town}/ideas/00000000-0000-7000-8000-000000000000`,
    `/api/municipalities/${encodeURIComponent("graz' OR 1=1 --")}/ideas`,
  ])('%s is not found', async (path) => expectProblem(await person.raw('GET', path), 404, 'not_found'));

  test.each([
    'sort=best',
    'sort=evil',
    'sort=newest&sort=supported',
    'q[]=a&q[]=b',
    'category[$gt]=',
    'email_start=a',
    'language=xx',
    `after=${'x'.repeat(400)}`,
    `q=${'x'.repeat(201)}`,
  ])('with ?%s is refused', async (query) =>
    expectProblem(await person.raw('GET', `${proposals}?${query}`), 400, 'invalid_input'),
  );

  test.each([
    "'; SELECT pg_sleep(5) --",
    '%_\\',
    '"(((',
    '!!! & | :*',
    '\u0000',
    'a'.repeat(200),
    '-- ',
    'مرحبا',
  ])('S5 may search for %j', async (q) => {
    const answer = await person.raw('GET', `${proposals}?${new URLSearchParams({ q })}`);
    expect([200, 400]).toContain(answer.status);
  });
});

test('every endpoint refuses ids of any other shape', async () => {
  const strange = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      'null',
      '[]',
      '{}',
      '1',
      '-1',
      'NaN',
      `${ideaId}x`,
      ideaId.toUpperCase().slice(1),
      '%',
      '../x',
    ),
  );
  const withId = Object.values(contracts)
    .flatMap((feature) => Object.values(feature) as Endpoint[])
    .filter((endpoint) => endpoint.path.includes(':id') && accessOf(endpoint) !== 'operator');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...withId), strange, async (endpoint, id) => {
      fc.pre(id !== '' && !['.', '..'].includes(id));
      const address = addressOf(endpoint, { town, id, type: 'idea', subject: id });
      const { status } = await person.raw(
        endpoint.method,
        address,
        endpoint.method === 'GET' ? null : '{}',
        json,
      );
      expect([403, 404]).toContain(status);
    }),
    { numRuns: 150 },
  );
});

describe('where a request comes from', () => {
  const support = `/api/municipalities/${town}/ideas`;
  const send = (headers: Record<string, string>) =>
    portal.inject({
      method: 'PUT',
      url: `${support}/${ideaId}/support`,
      headers: { host: 'zbor.example', ...headers },
    });

  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://zbor.example.evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{}, 403],
    [{ origin: 'http://zbor.example' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('%j with a cookie: %i', async (headers, status) => {
    const reply = await send({ cookie: person.cookie, ...(headers as Record<string, string>) });
    expect(reply.statusCode).toBe(status);
  });

  test('a proxy that nobody trusts says nothing', async () => {
    const reply = await send({
      cookie: person.cookie,
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
    });
    expect(reply.statusCode).toBe(403);
  });

  test('3.5.3 reading changes nothing', async () => {
    for (const endpoint of Object.values(contracts.ideas) as Endpoint[]) {
      if (endpoint.method === 'GET') continue;
      const address = addressOf(endpoint, { town, id: ideaId });
      expect((await person.raw('GET', address)).status).not.toBe(500);
    }
    const { idea } = await person.ok(contracts.ideas.read, { params: { town, id: ideaId } });
    expect(idea).toMatchObject({ state: 'published', version: 1 });
  });
});

describe('around the API', () => {
  test('everything carries the headers that protect it', async () => {
    for (const path of [proposals, '/api/nowhere', '/api/openapi.json', '/api/docs', '/api/health/live']) {
      const { headers } = await person.raw('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    expect((await person.raw('GET', proposals)).headers.get('cache-control')).toBe('no-store');
  });

  test('OpenAPI 3.1 names every contract, and the page to try it loads nothing from elsewhere', async () => {
    const description = JSON.parse((await person.raw('GET', '/api/openapi.json')).text);
    expect(description.openapi).toBe('3.1.0');
    const named = Object.values(description.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((path) => Object.values(path))
      .map((operation) => operation.operationId);
    const all = Object.entries(contracts).flatMap(([f, endpoints]) =>
      Object.keys(endpoints).map((name) => `${f}.${name}`),
    );
    expect(named.sort()).toEqual(all.sort());
    const page = await person.raw('GET', '/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await person.raw('GET', file ?? '')).status).toBe(200);
    }
    expect((await person.raw('GET', '/api/docs/package.json')).status).toBe(404);
  });

  test('health says whether people can be served', async () => {
    expect((await person.raw('GET', '/api/health/live')).status).toBe(200);
    expect((await person.raw('GET', '/api/health/ready')).status).toBe(200);
    portal.portal.readiness.ready = false;
    expect((await person.raw('GET', '/api/health/ready')).status).toBe(503);
    portal.portal.readiness.ready = true;
  });

  test('13.4.5 figures are on a port of their own, by route and never by address', async () => {
    const { metrics } = portal.portal;
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const address = await metrics.listen({ metricsPort: port, metricsHost: '127.0.0.1' });
    const figures = await (await fetch(address ?? '')).text();
    expect(figures).toContain('route="/api/municipalities/:town/ideas"');
    expect(figures).toContain('zbor_live_connections 0');
    expect(figures).not.toContain(ideaId);
    expect((await person.raw('GET', '/metrics')).status).not.toBe(200);
    metrics.close();
  });

  test('a reply holds what its contract names and nothing more', async () => {
    const { text } = await person.raw('GET', proposals);
    for (const item of JSON.parse(text).items) {
      expect(contracts.ideas.list.output.shape.items.element.strict().safeParse(item).error).toBeUndefined();
    }
    expect(text).not.toMatch(/passphrase|signIn|municipality_id|request_key/i);
  });
});
