import type { APIResponse } from '@playwright/test';
import { newcomer, passphrase } from '../support/person';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';

const host = 'evil.example';

/** Addresses elsewhere, in the ways in which they have slipped through checks. */
const elsewhere = [
  `https://${host}`,
  `http://${host}/graz`,
  `HTTPS://${host}`,
  `https:${host}`,
  `https:/${host}`,
  `https:///${host}`,
  `https:\\\\${host}`,
  `//${host}`,
  `//${host}/graz`,
  `///${host}`,
  `////${host}`,
  `\\\\${host}`,
  `/\\${host}`,
  `\\/${host}`,
  `/\\/${host}`,
  `/ /${host}`,
  `/\t/${host}`,
  `/\n/${host}`,
  `/\r/${host}`,
  `\t//${host}`,
  ` //${host}`,
  `\u00a0//${host}`,
  `\u200b//${host}`,
  `/\u0000/${host}`,
  `%2f%2f${host}`,
  `/%2f${host}`,
  `/%5c${host}`,
  `/%09/${host}`,
  `/%0d%0a/${host}`,
  `/..//${host}`,
  `/.//${host}`,
  `/./\\${host}`,
  `./\\/${host}`,
  `../${host}`,
  `//${host}%2f..`,
  `//${host}:80#@localhost`,
  `//localhost@${host}`,
  `https://localhost@${host}`,
  `https://localhost:80@${host}`,
  `https://127.0.0.1.${host}`,
  `https://${host}#localhost`,
  `https://${host}?localhost`,
  `@${host}`,
  `:@${host}`,
  `//@${host}`,
  `//${host.replace('.', '。')}`,
  `//${host.replace('.', '．')}`,
  `／／${host}`,
  `/／${host}`,
  `〱${host}`,
  `//%65vil.example`,
  `//[::ffff:1.2.3.4]`,
  `//0x7f000002`,
  `//2130706434`,
  `javascript:alert(1)`,
  `JaVaScRiPt:alert(1)`,
  `java\tscript:alert(1)`,
  `javascript://%0aalert(1)`,
  `data:text/html,<script>alert(1)</script>`,
  `vbscript:msgbox(1)`,
  `ftp://${host}`,
  `/graz\r\nLocation: https://${host}`,
  `/graz\r\nSet-Cookie: lang=ar`,
];

function expectHere(response: APIResponse, wish: string): void {
  const { location } = response.headers();
  const { origin } = new URL(response.url());
  expect(response.status(), JSON.stringify(wish)).toBe(303);
  expect(location, JSON.stringify(wish)).toMatch(/^\//);
  expect(new URL(location ?? '', response.url()).origin, JSON.stringify(wish)).toBe(origin);
}

test('X6 no form leads away from the portal', async ({ request }) => {
  const { urls } = thePortal();
  const person = await newcomer('graz');
  const headers = { origin: urls[0] };
  const post = (path: string, form: Record<string, string>) =>
    request.post(path, { form, headers, maxRedirects: 0 });
  for (const returnTo of elsewhere) {
    expectHere(await post('/preferences', { light: '0', returnTo }), returnTo);
    const signIn = { signInName: person.signInName, passphrase, returnTo };
    expectHere(await post('/graz/sign-in', signIn), returnTo);
  }
});

test('X6 no link leads away from the portal', async ({ open, world }) => {
  const { page } = await open();
  const paths = (wish: string) => {
    const query = encodeURIComponent(wish);
    return [
      `/${world.town}/sign-in?returnTo=${query}`,
      `/${world.town}/sign-up?returnTo=${query}`,
      `/${world.town}/report/idea/${world.idea.id}?sent=1&from=${query}`,
    ];
  };
  for (const wish of elsewhere.filter((_, place) => place % 3 === 0))
    for (const path of paths(wish)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      const away = await page.evaluate(() =>
        [...document.querySelectorAll('a')]
          .map((link) => link.href)
          .filter((href) => !href.startsWith(location.origin)),
      );
      expect(away, path).toEqual([]);
    }
});
