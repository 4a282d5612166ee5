import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { Locale } from '@zbor/contracts';
import { waitUntilAwake } from './awake';
import { type Hand, handOf, type Way } from './hand';
import type { Person } from './person';
import { thePortal } from './portal';
import { plant } from './traces';
import { type Words, wordsIn } from './words';
import { layOut, type World } from './world';

export { expect } from '@playwright/test';
export { everyWay } from './hand';

/** Somebody in front of a browser of their own. */
export interface Seat {
  page: Page;
  context: BrowserContext;
  hand: Hand;
}

interface SeatOptions extends BrowserContextOptions {
  /** Who sits there, signed in. */
  as?: Person;
  /** What the console may complain about. */
  complaints?: RegExp;
}

interface Fixtures {
  way: Way;
  /** The words of the pages, in the browser's language. */
  t: Words;
  /** Opens another browser. Nothing may go wrong in it unnoticed: no script fails, nothing is blocked. */
  open(options?: SeatOptions): Promise<Seat>;
}

export const test = base.extend<Fixtures, { world: World }>({
  world: [({ browserName: _ }, use) => layOut().then(use), { scope: 'worker' }],
  way: ['pointer', { option: true }],
  baseURL: ({ browserName: _ }, use) => use(thePortal().urls[0]),
  javaScriptEnabled: ({ way }, use) => use(way !== 'plain'),
  t: ({ locale }, use) => use(wordsIn(locale as Locale)),
  open: async ({ browser, way, locale }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async ({ as: person, complaints: allowed, ...options } = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (person) {
        await person.enter(context);
        // An account has a language of its own.
        await context.addCookies([{ name: 'lang', value: locale ?? 'en', url: person.url }]);
      }
      const page = await context.newPage();
      if (way !== 'plain' && options.javaScriptEnabled !== false) waitUntilAwake(page);
      const complain = (text: string) => allowed?.test(text) || complaints.push(text);
      page.on('pageerror', (error) => complain(String(error)));
      page.on('console', (message) => {
        const { url } = message.location();
        // The browser reports each form that was refused; that a page's own parts are missing is another matter.
        const refused = message.text().startsWith('Failed to load resource') && !url.includes('/assets/');
        if (message.type() === 'error' && !refused) complain(`${message.text()} (${url})`);
      });
      return { page, context, hand: handOf(way, page) };
    });
    for (const context of contexts) {
      plant(...(await context.cookies()).map(({ value }) => value));
      await context.close();
    }
    expect(complaints, 'complaints of the browsers').toEqual([]);
  },
});
