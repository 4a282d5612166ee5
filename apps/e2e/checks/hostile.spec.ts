import type { Page } from '@playwright/test';
import { bodyLength, commentLength } from '@zbor/contracts';
import { hostileTexts, pack, referencePayloads } from '../support/hostile';
import { newcomer, type Person } from '../support/person';
import { places } from '../support/places';
import { thePortal } from '../support/portal';
import { expect, test } from '../support/test';
import { layOut, type World } from '../support/world';

let laidOut: Promise<World> | undefined;
const hostileWorld = () => {
  laidOut ??= layOut(hostileTexts);
  return laidOut;
};

for (const who of [undefined, 'author', 'moderator', 'admin', 'operator'] as const) {
  test(`X1 X4 P3 hostile texts do nothing on any page of ${who ?? 'visitors'}`, async ({ open }) => {
    test.slow();
    const world = await hostileWorld();
    const { page } = await open({ as: who && world[who] });
    for (const place of places.filter(({ as, act }) => as === who && !act))
      await expectHarmless(page, place.path(world));
  });
}

test('X5 hostile addresses do nothing', async ({ open, world }) => {
  const { page } = await open({ as: world.admin });
  const text = encodeURIComponent(hostileTexts.title);
  const names = [
    'q',
    'category',
    'tag',
    'language',
    'sort',
    'after',
    'focus',
    'done',
    'problem',
    'saved',
    'lang',
    'from',
    'to',
  ];
  const query = `${names.map((name) => `${name}=${text}`).join('&')}&saved=${text}&as=council`;
  const { town, idea, comment } = world;
  for (const path of [
    'ideas',
    `ideas/${idea.id}`,
    `ideas/${idea.id}/versions`,
    'admin/people',
    'sign-in',
    'sign-up',
    'moderation/log',
  ])
    await expectHarmless(
      page,
      `/${town}/${path}?saved=${text}&as=council&q=${text}&done=${text}&from=${text}`,
    );
  for (const path of [
    `ideas?${query}`,
    `ideas/${text}`,
    `ideas/${idea.id}/${text}`,
    `comments/${comment}/versions?on=${text}`,
    text,
  ])
    await expectHarmless(page, `/${town}/${path}`);
});

test('X9 X3 hostile texts of others do nothing, written or arriving live', async ({ open }) => {
  test.slow();
  const { page } = await open();
  await expectHarmlessLive(page, await newcomer('graz'), [hostileTexts.comment, hostileTexts.body]);
});

test('X9 X3 published attacks do nothing, written or arriving live', async ({ open }) => {
  const payloads = referencePayloads();
  test.skip(payloads.length === 0, 'left out without reference data');
  test.slow();
  const author = await newcomer('graz');
  const { page } = await open();
  await expectHarmlessLive(page, author, pack(payloads, commentLength));
  for (const body of pack(payloads, bodyLength.max)) {
    const { id } = await author.propose({ body, title: body.slice(0, 60).padEnd(5, '.') });
    await expectHarmless(page, `/graz/ideas/${id}`);
  }
});

/** Comments arrive below an idea that is open, and stand there when it is opened again. */
async function expectHarmlessLive(page: Page, author: Person, comments: string[]): Promise<void> {
  const idea = await author.propose();
  await page.goto(`${thePortal().urls[1]}/graz/ideas/${idea.id}`, { waitUntil: 'networkidle' });
  for (const body of comments) await author.comment(idea.id, body);
  const pill = page.getByRole('status').getByRole('button');
  await expect(async () => {
    if (await pill.isVisible()) await pill.click();
    await expect(page.getByRole('article')).toHaveCount(1 + comments.length, { timeout: 100 });
  }).toPass();
  expect(await page.evaluate(findInjected)).toEqual([]);
  await expectHarmless(page, `/graz/ideas/${idea.id}`);
}

async function expectHarmless(page: Page, path: string): Promise<void> {
  const dialogs: string[] = [];
  const onDialog = (dialog: { message(): string; dismiss(): Promise<void> }) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  };
  page.on('dialog', onDialog);
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBeLessThan(500);
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.evaluate(findInjected), path).toEqual([]);
  expect(dialogs, path).toEqual([]);
  expect(new URL(page.url()).host, path).toMatch(/^127\.0\.0\.1:/);
  page.off('dialog', onDialog);
}

/** Runs in the page: what stands in it and is none of ours. */
function findInjected(): string[] {
  const found: string[] = [];
  if ('__pwned' in window) found.push('a script ran');
  const prose =
    'p, br, hr, strong, em, b, i, s, del, ul, ol, li, a, blockquote, code, pre, h1, h2, h3, h4, h5, h6';
  for (const element of document.querySelectorAll('*')) {
    const note = (why: string) => found.push(`${why}: ${element.outerHTML.slice(0, 160)}`);
    for (const { name } of element.attributes) {
      if (/^(on|srcdoc$|style$|formaction$)/i.test(name)) note(name);
    }
    if (
      element.matches(
        'iframe, object, embed, base, img, video, audio, math, marquee, template, meta[http-equiv]',
      )
    )
      note('node');
    if (element.matches('a[href]') && !/^(https?|mailto):$/.test((element as HTMLAnchorElement).protocol))
      note('link');
    if (element.matches('.z-prose *') && !element.matches(prose)) note('in a text');
    if (element instanceof HTMLScriptElement && !element.nonce && !element.src.startsWith(location.origin))
      note('script');
  }
  return found;
}
