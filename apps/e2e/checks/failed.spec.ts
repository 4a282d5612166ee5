import type { APIRequestContext } from '@playwright/test';
import { newcomer, type Person } from '../support/person';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

const nobodys = '0190a000-0000-7000-8000-000000000099';

/** Addresses at which no page can be shown, and how each fails. */
const failures = [
  { what: 'a page that takes no form', method: 'POST', path: '/graz/ideas', status: 405 },
  {
    what: 'an act on what is not there',
    method: 'POST',
    path: `/graz/threads/idea/${nobodys}/write`,
    status: 404,
  },
  { what: 'a method that no page knows', method: 'OPTIONS', path: '/graz', status: 405 },
  { what: 'an address that no page has', method: 'GET', path: '/graz/nowhere', status: 404 },
];

/** What a comment needs. */
const sent = { body: 'I would sit there.', language: 'en', requestKey: '' };

const ask = (request: APIRequestContext, { method, path }: (typeof failures)[number], cookie: string) =>
  request.fetch(path, {
    method,
    headers: { origin: thePortal().urls[0], cookie },
    ...(method === 'POST' && { form: sent }),
  });

const isIn = async (request: APIRequestContext, { cookie }: Person) =>
  (await request.get('/graz/me/settings', { headers: { cookie }, maxRedirects: 0 })).status() === 200;

for (const failure of failures) {
  test(`from ${failure.what} one can leave quickly, in one's language`, async ({ request }) => {
    const person = await newcomer('graz');
    const failed = await ask(request, failure, `${person.cookie}; lang=ar`);
    expect(failed.status()).toBe(failure.status);
    const html = await failed.text();
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<span lang="ar">العربية</span>');
    const [, address = ''] = /action="(\/leave[^"]*)"/.exec(html) ?? [];
    expect(address.replaceAll('&amp;', '&')).toBe('/leave?town=graz&locale=ar');
    const headers = { origin: thePortal().urls[0], cookie: person.cookie };
    expect(await isIn(request, person)).toBe(true);
    await request.post('/leave?town=graz&locale=ar', { headers });
    expect(await isIn(request, person)).toBe(false);
  });

  test(`${failure.what} has a light version, too`, async ({ request }) => {
    const { cookie } = await newcomer('graz');
    const failed = await ask(request, failure, `${cookie}; light=1`);
    expect(failed.status()).toBe(failure.status);
    const html = await failed.text();
    expect(html).toContain('</html>');
    expect(html).not.toContain('<script');
  });

  test(`scripts take over ${failure.what} as it is`, async ({ open }) => {
    const { page } = await open({ as: await newcomer('graz'), complaints: /status of 40[45]/ });
    const { method, path, status } = failure;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: thePortal().urls[0] };
    await page.route(path, (route) =>
      route.continue(
        method === 'POST' ? { method, headers, postData: String(new URLSearchParams(sent)) } : { method },
      ),
    );
    expect((await page.goto(path))?.status()).toBe(status);
    await expect(page.locator('form[action="/leave?town=graz&locale=en"]')).toHaveCount(1);
    // Only scripts listen to keys.
    await page.context().route('https://*.wikipedia.org/**', (route) => route.fulfill({ body: 'Elsewhere' }));
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
    await expect(page).toHaveURL('https://en.wikipedia.org/');
  });
}

for (const scripts of [true, false])
  test(`a text too long to send is refused in words and stays, ${scripts ? 'with' : 'without'} scripts`, async ({
    open,
    t,
    world,
  }) => {
    const text = 'слово '.repeat(27_000);
    const { page } = await open({
      as: await newcomer(world.town),
      javaScriptEnabled: scripts,
      complaints: /status of 413/,
    });
    await page.goto(`/${world.town}/ideas/${world.idea.id}/${world.idea.slug}`);
    const field = page.getByRole('textbox', { name: t('comments:form.label') });
    await field.fill(text);
    await page.getByRole('button', { name: t('comments:form.send') }).click();
    if (scripts) {
      await expect(page.getByRole('alert')).toContainText(t('problems:too_large'));
    } else {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('error.tooLarge.title'));
      await expect(page.getByRole('link', { name: t('error.home', { town: 'Graz' }) })).toHaveCount(0);
      await page.goBack();
    }
    expect((await field.inputValue()).length).toBe(text.length);
  });

test('a place in the address that nobody can read leads nowhere, and breaks nothing', async ({
  open,
  world,
}) => {
  const { page } = await open();
  await page.goto(`/${world.town}/ideas/${world.idea.id}/${world.idea.slug}`);
  for (const hash of ['#%', '#%E0%A4', '#nowhere']) {
    await page.evaluate((place) => {
      location.hash = place;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(page.locator('#comments')).toBeVisible();
});
