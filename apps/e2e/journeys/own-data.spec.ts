import { readFileSync } from 'node:fs';
import { newcomer, passphrase } from '../support/person';
import { everyWay, expect, test } from '../support/test';

test('somebody takes everything along and erases themself', { tag: everyWay }, async ({ open, t }) => {
  const person = await newcomer('graz', 'Zwergpseudonym');
  const idea = await person.propose({ title: 'A bench for zwergwords' });
  const { page, hand } = await open({ as: person });
  await page.goto('/graz/me/data');
  const waiting = page.waitForEvent('download');
  await hand.press(page.getByRole('link', { name: t('privacy:data.take.html') }));
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^zbor-graz-.*\.html$/);
  expect(readFileSync(await file.path(), 'utf8')).toContain('A bench for zwergwords');

  await hand.press(page.getByRole('button', { name: t('privacy:data.erase.submit') }));
  await expect(page.getByRole('alert')).toContainText(t('privacy:data.erase.legend'));
  await hand.tick(page.getByRole('radio', { name: t('privacy:data.erase.remove') }));
  await hand.write(
    page.getByLabel(t('privacy:data.erase.passphrase'), { exact: true }),
    'not this one at all',
  );
  await hand.press(page.getByRole('button', { name: t('privacy:data.erase.submit') }));
  await expect(page.getByRole('alert')).toContainText(t('problems:not_confirmed'));
  await expect(page.getByRole('radio', { name: t('privacy:data.erase.remove') })).toBeChecked();
  await hand.write(page.getByLabel(t('privacy:data.erase.passphrase'), { exact: true }), passphrase);
  await hand.press(page.getByRole('button', { name: t('privacy:data.erase.submit') }));
  await expect(page).toHaveURL(/\/graz\/goodbye$/);
  await expect(page.getByRole('heading', { name: t('privacy:goodbye.title') })).toBeVisible();
  await page.goto(`/graz/ideas/${idea.id}`);
  await expect(page.getByRole('heading', { name: t('ideas:emptied.title') })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/zwerg/i);
});

test('somebody leaves quickly', { tag: everyWay }, async ({ open, t }) => {
  const { page, hand } = await open({ as: await newcomer('graz') });
  await page.context().route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<h1>Encyclopedia ${route.request().headers().referer ?? ''}</h1>`,
    }),
  );
  await page.goto('/graz/me/settings');
  await hand.press(page.getByRole('button', { name: t('leave.button') }));
  await expect(page.getByRole('heading')).toHaveText('Encyclopedia ');
  await expect(page).toHaveURL('https://en.wikipedia.org/');
  await page.goto('/graz/me/settings');
  await expect(page).toHaveURL(/\/graz\/sign-in/);
});

test('somebody leaves by pressing Esc three times, and going back does not lead here', async ({ open }) => {
  const { page } = await open();
  await page
    .context()
    .route('https://*.wikipedia.org/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Encyclopedia</h1>' }),
    );
  await page.goto('about:blank');
  await page.goto('/graz/ideas');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await expect(page).toHaveURL('https://en.wikipedia.org/');
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});
