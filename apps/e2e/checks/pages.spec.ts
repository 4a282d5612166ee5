import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Locale, locales } from '@zbor/contracts';
import { localeDirection } from '@zbor/i18n';
import { places } from '../support/places';
import { expect, test } from '../support/test';
import { foreignSentences, wordsIn } from '../support/words';

const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };

for (const place of places) {
  test(`page: ${place.name}`, async ({ open, world }) => {
    const { page, context } = await open({ as: place.as && world[place.as] });
    for (const locale of locales)
      await test.step(locale, async () => {
        await context.addCookies([{ name: 'lang', value: locale, url: world.author.url }]);
        const response = await page.goto(place.path(world));
        expect(response?.status()).toBe(place.status ?? 200);
        await place.act?.(page, wordsIn(locale));
        await expectWhole(page, locale);
        if (locale !== 'de' && locale !== 'ar') return;
        for (const size of [desk, phone]) {
          await page.setViewportSize(size);
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        }
        if (!place.dark) return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: 'light' });
      });
  });
}

/** A document as browsers expect it, with one heading, a title, the language's own direction, and every sentence in it. */
async function expectWhole(page: Page, locale: Locale): Promise<void> {
  expect.soft(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat');
  const html = page.locator('html');
  await expect.soft(html).toHaveAttribute('lang', locale);
  await expect.soft(html).toHaveAttribute('dir', localeDirection(locale));
  await expect.soft(page.locator('h1')).toHaveCount(1);
  await expect.soft(page.locator('h1')).not.toBeEmpty();
  expect.soft((await page.title()).trim()).not.toBe('');
  const said = await page.evaluate(readEverything);
  const unfinished = said.filter((text) => /^([\w-]+:)?\w+(\.\w+)+$|\{\{|\[object|undefined|NaN/.test(text));
  expect.soft(unfinished, 'keys and gaps in place of sentences').toEqual([]);
  expect.soft(foreignSentences(locale, said), `English on a page in ${locale}`).toEqual([]);
}

/** Runs in the page: what the interface says or shows, without the texts of people. */
function readEverything(): string[] {
  const said = [document.title];
  const walk = (element: Element) => {
    if (element.matches('[lang]:not(html), bdi, script, style, textarea, dd')) return;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      said.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) {
      if (node instanceof Text) said.push(node.data);
      if (node instanceof Element) walk(node);
    }
  };
  walk(document.body);
  for (const meta of document.querySelectorAll('meta[name=description]'))
    said.push(meta.getAttribute('content') ?? '');
  return [...new Set(said.map((text) => text.trim()).filter(Boolean))];
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(beyond, `pixels beyond the edge at ${page.viewportSize()?.width}`).toBeLessThanOrEqual(0);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  expect.soft(found, `axe at ${page.viewportSize()?.width}`).toEqual([]);
}
