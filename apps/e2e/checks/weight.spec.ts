import type { Page } from '@playwright/test';
import { newcomer } from '../support/person';
import { places } from '../support/places';
import { everyWay, expect, test } from '../support/test';

/** In bytes as they come over the wire: headers and bodies, compressed. */
const mostScript = 150_000;
const mostOfLight = 40_000;

const first = places.filter(({ as, act, status }) => !as && !act && !status);

for (const place of first) {
  test(`weight: ${place.name}`, async ({ open, world }) => {
    const full = await open();
    const loaded = await weigh(full.page, place.path(world));
    expect(loaded.script, 'scripts').toBeLessThanOrEqual(mostScript);

    const light = await open({ extraHTTPHeaders: { 'save-data': 'on' } });
    const spared = await weigh(light.page, place.path(world));
    expect(spared.all, 'the light version, whole').toBeLessThanOrEqual(mostOfLight);
    await expectNoScripts(light.page);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    const description = `scripts ${kilobytes(loaded.script)}, all ${kilobytes(loaded.all)}, light ${kilobytes(spared.all)}`;
    test.info().annotations.push({ type: 'weight', description });
  });
}

test('the light version is switched on and off', { tag: everyWay }, async ({ open, t, way }) => {
  const { page, hand } = await open({ as: await newcomer('graz') });
  await page.goto('/graz/ideas?sort=supported');
  await hand.press(page.getByRole('button', { name: t('footer.light') }));
  await expect(page.getByRole('button', { name: t('footer.full') })).toBeVisible();
  await expect(page).toHaveURL(/\/graz\/ideas\?sort=supported/);
  await page.goto('/graz/me/settings');
  await expectNoScripts(page);
  await hand.press(page.getByRole('button', { name: t('footer.full') }));
  await expect(page.getByRole('button', { name: t('footer.light') })).toBeVisible();
  if (way !== 'plain') expect(await page.locator('script').count()).toBeGreaterThan(0);
});

test('the light version is chosen although Save-Data asks for it, and the other way round', async ({
  open,
  t,
}) => {
  const { page } = await open({ extraHTTPHeaders: { 'save-data': 'on' } });
  await page.goto('/graz');
  await expectNoScripts(page);
  await page.getByRole('button', { name: t('footer.full') }).click();
  await expect(page.locator('script').first()).toBeAttached();
});

async function expectNoScripts(page: Page): Promise<void> {
  await expect(page.locator('script, link[rel=modulepreload], link[as=script]')).toHaveCount(0);
}

/** How many bytes a page takes until nothing more comes. */
async function weigh(page: Page, path: string): Promise<{ script: number; all: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const weights = { script: 0, all: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') weights.script += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return weights;
}
