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
