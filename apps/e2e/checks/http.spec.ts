import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root } from '../support/home';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

/** Sends bytes as they are. @returns what comes back until the server has said all of it. */
function send(...parts: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(thePortal().urls[0]);
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    // Whoever is refused in the middle of a form may find the connection closed.
    socket.on('error', (error) => (said.length > 0 ? undefined : reject(error)));
    socket.on('data', (bytes) => said.push(bytes));
    socket.on('close', () => resolve(Buffer.concat(said).toString()));
  });
}

const host = () => new URL(thePortal().urls[0]).host;
const ask = (line: string, ...headers: string[]) =>
  send([line, ...headers, 'connection: close', '', ''].join('\r\n'));
const statusOf = (said: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]);
const headOf = (said: string) => said.split('\r\n\r\n')[0]?.toLowerCase();

test('a form is not read further than a form can be long', async () => {
  const line = 'POST /graz/sign-in HTTP/1.1';
  const headers = [`host: ${host()}`, `origin: ${thePortal().urls[0]}`, 'connection: close'];
  const type = 'content-type: application/x-www-form-urlencoded';
  const head = (length: string) => [line, ...headers, type, length, '', ''].join('\r\n');
  const piece = Buffer.alloc(100_000, 'a');
  expect(statusOf(await send(head('content-length: 5000000'), piece))).toBe(413);
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  const endless = Array.from({ length: 12 }, () => chunk);
  const said = await send(head('transfer-encoding: chunked'), ...endless);
  expect(statusOf(said)).toBe(413);
  expect(headOf(said)).toContain("content-security-policy: default-src 'none'");
});

test('a form with broken characters is refused, and nothing of it becomes U+FFFD', async ({ request }) => {
  const headers = {
    origin: thePortal().urls[0],
    'content-type': 'application/x-www-form-urlencoded',
  };
  const post = (data: string | Buffer) => request.post('/graz/sign-in', { headers, data, maxRedirects: 0 });
  const rest = '&passphrase=nobody+has+this+one';
  const raw = Buffer.concat([Buffer.from([...Buffer.from('signInName=a'), 0xff]), Buffer.from(rest)]);
  for (const broken of [`signInName=Benches+%FF%FE${rest}`, `signInName=%C5${rest}`, raw])
    expect((await post(broken)).status()).toBe(400);
  const whole = await post(`signInName=%C5%81awki+100%+%D9%85${rest}`);
  expect(whole.status()).toBe(401);
  expect(await whole.text()).toContain('value="Ławki 100% م"');
});

test('a host that is none is refused', async () => {
  for (const odd of [
    '[',
    'a b',
    'user@evil',
    'localhost:99999',
    '%',
    '?x',
    'x/lublin?',
    'evil.example#',
    '::1',
  ])
    expect([odd, statusOf(await ask('GET /graz HTTP/1.1', `host: ${odd}`))]).toEqual([odd, 400]);
  for (const good of ['zbor.example', 'zbor.example:8080', '[::1]:3000', '127.0.0.1'])
    expect([good, statusOf(await ask('GET /graz HTTP/1.1', `host: ${good}`))]).toEqual([good, 200]);
});

test('what HTTP allows and few do leads to the page all the same, or is refused', async () => {
  const named = `host: ${host()}`;
  const inFull = await ask(`GET http://${host()}/graz/ideas?sort=rising HTTP/1.1`, named);
  expect(statusOf(inFull)).toBe(200);
  expect(inFull).toContain(`href="${thePortal().urls[0]}/graz/ideas"`);
  const old = await ask('GET /graz HTTP/1.0');
  expect(statusOf(old)).toBe(200);
  expect(old).toContain('<title>Graz');
  expect(statusOf(await ask('TRACE /graz HTTP/1.1', named))).toBe(404);
  expect(headOf(await ask('GET /graz HTTP/1.1', named, 'accept-encoding: gzip;q=0'))).not.toContain('gzip');
  expect(headOf(await ask('GET /graz HTTP/1.1', named, 'accept-encoding: br, gzip;q=0.5'))).toContain(
    'content-encoding: gzip',
  );
});

test('an asset comes whole, and caches are told what it differs by', async ({ request }) => {
  const [asset] = readdirSync(join(root, 'apps/web/build/client/assets')).filter((name) =>
    /\.js$/.test(name),
  );
  for (const range of ['bytes=99999999-', 'bytes=5-2', 'bytes=a-b', 'bytes=0-10']) {
    const answer = await request.get(`/assets/${asset}`, { headers: { range } });
    expect([range, answer.status(), answer.headers().vary]).toEqual([range, 200, 'Accept-Encoding']);
  }
});

test('the sentences of a language are fetched together with the page, once', async ({ open, request }) => {
  for (const locale of ['ar', 'de']) {
    const { link } = (await request.get(`/graz/ideas?lang=${locale}`)).headers();
    const [, script = ''] = /^<(\S+)>; rel=modulepreload$/.exec(link ?? '') ?? [];
    expect(script).toMatch(new RegExp(`^/assets/${locale}-`));
    const { page } = await open();
    const fetched: string[] = [];
    page.on('request', (asked) => fetched.push(new URL(asked.url()).pathname));
    await page.goto(`/graz/ideas?lang=${locale}`);
    expect(fetched.filter((path) => path === script)).toHaveLength(1);
  }
  const light = await request.get('/graz/ideas', { headers: { 'save-data': 'on' } });
  expect(light.headers().link).toBeUndefined();
});
