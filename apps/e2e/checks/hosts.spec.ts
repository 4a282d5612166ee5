import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

for (const path of [
  '//evil.example/a',
  '///evil.example/a',
  '/\\evil.example/a',
  '/%2Fevil.example/a',
  '/%09/evil.example/a',
])
  test(`no link of ${path} leads to another host`, async ({ request }) => {
    const [url] = thePortal().urls;
    const led = await request.get(url + path, { maxRedirects: 0 });
    expect([led.status(), led.headers().location]).toEqual([308, '/evil.example/a']);
    const html = await (await request.get(url + path)).text();
    expect(html).toContain('href="/evil.example/a?lang=en"');
    expect(html).not.toMatch(/(?:href|action|value)="(?:\/|&#x2F;|%2F)[/\\]/i);
  });

test('a link within to such an address leads within', async ({ open }) => {
  const { page } = await open({ complaints: /status of 404/ });
  await page.goto('/graz');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = `${location.origin}//evil.example/a`;
    link.textContent = 'There';
    document.body.prepend(link);
  });
  await page.getByRole('link', { name: 'There' }).click();
  await expect(page).toHaveURL(`${thePortal().urls[0]}/evil.example/a`);
  await expect(page.locator('a[href^="//"]')).toHaveCount(0);
});
