import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Locale, locales } from '@zbor/contracts';
import { startPostgres } from '../../launch/postgres.mjs';
import { home } from '../support/home';
import { startServer } from '../support/server';
import { wordsIn } from '../support/words';

test('16.5.2 16.5.3 while the database is away, pages say so in every language, and take nobody in', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const postgres = await startPostgres({ dataDir: join(home, 'away') });
  const server = await startServer(postgres.url);
  await postgres.stop();
  try {
    for (const locale of locales satisfies readonly Locale[]) {
      const t = wordsIn(locale);
      const context = await browser.newContext({ locale, javaScriptEnabled: false, baseURL: server.url });
      const page = await context.newPage();
      const heading = page.getByRole('heading', { level: 1 });
      for (const signedIn of [false, true]) {
        if (signedIn)
          await context.addCookies([{ name: 'zbor-graz', value: 'x'.repeat(43), url: server.url }]);
        const answer = await page.goto('/graz/ideas');
        expect(answer?.status()).toBe(503);
        expect(answer?.headers()['cache-control']).toBe('no-store');
        await expect(heading).toHaveText(t('error.unavailable.title'));
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
      }
      const form = { act: 'sign-in', signInName: 'somebody', passphrase: 'violet tractor under snow' };
      const sent = await page.request.post('/graz/sign-in', { form, headers: { origin: server.url } });
      expect([sent.status(), sent.headers()['set-cookie']]).toEqual([503, undefined]);
      await context.close();
    }
  } finally {
    await server.stop();
  }
});
