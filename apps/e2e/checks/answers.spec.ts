import { newcomer } from '../support/person';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

test('pages are compressed for those who take it, and caches are told what they differ by', async ({
  request,
}) => {
  for (const encoding of ['gzip', 'identity']) {
    const page = await request.get('/graz/ideas', { headers: { 'accept-encoding': encoding } });
    const headers = page.headers();
    expect(page.status()).toBe(200);
    expect(headers['content-encoding']).toBe(encoding === 'gzip' ? 'gzip' : undefined);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers.vary?.split(', ').sort()).toEqual([
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
      'Save-Data',
    ]);
    expect(await page.text()).toContain('</html>');
  }
});

for (const path of ['/graz/sign-in', '/graz/sign-up', '/preferences'])
  test(`a form without a body is an empty one: ${path}`, async ({ request }) => {
    const headers = { origin: thePortal().urls[0] };
    const answer = await request.post(path, { headers, maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(500);
  });

test('P14 14.3.2 what is for one person, and every refusal, is kept by no cache', async ({
  request,
  world,
}) => {
  const { author, town, idea } = world;
  const cookie = author.cookie;
  const control = async (path: string, headers: Record<string, string> = {}) =>
    (await request.get(path, { headers, maxRedirects: 0 })).headers()['cache-control'];
  for (const path of [
    `/${town}`,
    `/${town}/ideas`,
    `/${town}/ideas/${idea.id}`,
    `/${town}/me`,
    `/${town}/ideas.data`,
  ])
    expect([path, await control(path, { cookie })]).toEqual([path, 'no-store']);
  expect(await control(`/${town}/ideas`)).toBe('private, no-cache');
  for (const path of ['/nowhere', `/${town}/nowhere`, `/${town}/ideas/x`, `/${town}/me`])
    expect([path, await control(path)]).toEqual([path, 'no-store']);
});

test('3.4.3 pages run nothing but what is marked as ours, for this one answer', async ({ request }) => {
  const policies: string[] = [];
  for (const path of ['/graz/ideas', '/graz/ideas', '/nowhere']) {
    const reply = await request.get(path);
    const policy = reply.headers()['content-security-policy'] ?? '';
    const [, nonce = ''] = /'nonce-([\w+/=]{20,})'/.exec(policy) ?? [];
    expect(policy).toContain("default-src 'none'; script-src 'self' 'nonce-");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types zbor default");
    for (const needed of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(needed);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const scripts = (await reply.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    policies.push(nonce);
  }
  expect(new Set(policies).size).toBe(3);
});

test('1.2.1 X1 no text that nobody vouches for becomes part of a page', async ({ open, world }) => {
  const { page } = await open();
  await page.goto(`/${world.town}/ideas`);
  const made = await page.evaluate(() => {
    const place = document.createElement('div');
    place.innerHTML = '<img src=x onerror="window.__pwned=1">';
    return [place.childElementCount, place.textContent];
  });
  expect(made).toEqual([0, '<img src=x onerror="window.__pwned=1">']);
});

test('14.3.1 signing out by the page has the browser forget what it kept', async ({ request, world }) => {
  const { urls } = thePortal();
  const person = await newcomer(world.town);
  const reply = await request.post(`/${world.town}/sign-out`, {
    headers: { origin: urls[0], cookie: person.cookie },
    maxRedirects: 0,
  });
  expect([reply.status(), reply.headers()['clear-site-data']]).toEqual([303, '"cache", "storage"']);
  expect(reply.headers()['set-cookie']).toMatch(/^zbor-[\w-]+=; .*Max-Age=0/);
});
