import { contracts } from '@zbor/contracts';
import { inArabic } from '@zbor/testing';
import { ending, newcomer, newTown, type Person, passphrase } from '../support/person';
import { everyWay, expect, test } from '../support/test';
import { wordsIn } from '../support/words';

const { make } = contracts['access-codes'];

async function oneCode(maker: Person): Promise<string> {
  const body = { size: 1, days: '30' as const, requestKey: crypto.randomUUID() };
  const { codes } = await maker.call(make, { params: { town: maker.town }, body });
  return codes[0] ?? '';
}

test.describe('with a card, in Arabic, on a small phone', () => {
  test.use({ locale: 'ar' });

  test('somebody reaches a first published proposal within five pages', { tag: everyWay }, async ({
    open,
    t,
    way,
  }) => {
    const admin = await newTown('بلدة النهر');
    const { town } = admin;
    const code = await oneCode(admin);
    const { page, hand } = await open({ viewport: { width: 320, height: 640 } });
    const seen: string[] = [];
    page.on('load', () => seen.push(new URL(page.url()).pathname));
    const press = (name: string) =>
      hand.press(page.getByRole('main').getByRole('button', { name, exact: true }));
    const field = (name: string) => page.getByRole('textbox', { name });

    // 1 The link of the card.
    await page.goto(`/${town}/join/${code}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await press(t('identity:signUp.submit'));
    // 2 Welcome: here the account can be kept, or later.
    await expect(page.getByText(t('identity:keep.lead'))).toBeVisible();
    await hand.press(page.getByRole('main').getByRole('link', { name: t('ideas:propose') }));
    // 3 The form.
    await hand.write(field(t('ideas:form.title')), 'مقاعد في الظل');
    await hand.write(field(t('ideas:form.body')), 'ينتظر الناس الحافلة تحت الشمس ولا مكان للجلوس.');
    await press(t('ideas:new.preview'));
    // 4 What will be sent.
    await press(t('ideas:new.publish'));
    // 5 The idea, published.
    await expect(page.getByText(t('ideas:done.published'))).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('مقاعد في الظل');

    // Without scripts each of them is loaded; with scripts only the first.
    await expect.poll(() => seen.length, 'pages that were loaded').toBe(way === 'plain' ? 5 : 1);
    test.info().annotations.push({ type: 'pages', description: `${seen.length}: ${seen.join(' ')}` });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test('the code can be typed with the figures of any keyboard, and a slip is told kindly', async ({
    open,
    t,
  }) => {
    const admin = await newTown();
    const code = await oneCode(admin);
    const { page, hand } = await open();
    await page.goto(`/${admin.town}/join`);
    const field = page.getByRole('textbox', { name: t('access-codes:join.code') });
    const submit = () => hand.press(page.getByRole('button', { name: t('identity:signUp.submit') }));
    await hand.write(field, inArabic(code.slice(0, 17)));
    await submit();
    await expect(page.getByRole('alert')).toContainText(t('problems:field.mistyped_code'));
    await expect(field).toHaveValue(inArabic(code.slice(0, 17)));
    await hand.write(field, inArabic(code).replace(/(.{6})/g, '$1-'));
    await submit();
    await expect(page.getByText(t('identity:keep.lead'))).toBeVisible();
  });
});

test('an account that came with a card is kept, and found again', { tag: everyWay }, async ({ open, t }) => {
  const admin = await newTown();
  const code = await oneCode(admin);
  const { page, hand } = await open();
  const heading = page.getByRole('heading', { level: 1 });
  const field = (name: string) => page.getByRole('textbox', { name });
  // Looking at the link, however often, uses nothing up.
  for (let looks = 0; looks < 3; looks++) await page.goto(`/${admin.town}/join/${code}`);
  await hand.tick(page.getByRole('radio', { name: t('identity:signUp.displayName.own') }));
  await hand.write(field(t('identity:signUp.displayName.ownLabel')), 'Samira');
  await hand.press(page.getByRole('button', { name: t('identity:signUp.submit') }));
  await expect(heading).toHaveText(t('identity:keep.welcome', { name: 'Samira' }));

  await page.goto(`/${admin.town}/sign-out`);
  await expect(page.getByText(t('identity:keep.warning'))).toBeVisible();
  await page.goto(`/${admin.town}/me/settings`);
  await hand.press(page.getByRole('main').getByRole('link', { name: t('identity:keep.title') }));
  const signInName = `samira-${ending()}`;
  await hand.write(field(t('identity:signUp.signInName.label')), signInName);
  await hand.write(field(t('identity:signUp.passphrase.label')), passphrase);
  await hand.press(page.getByRole('button', { name: t('identity:keep.submit') }));
  await expect(page.getByText(t('identity:keep.kept'))).toBeVisible();

  const other = await open();
  await other.page.goto(`/${admin.town}/join/${code}`);
  await other.hand.press(other.page.getByRole('button', { name: t('identity:signUp.submit') }));
  await expect(other.page.getByRole('alert')).toContainText(t('problems:code_refused'));
});

test('P9 the link of a card tells nobody anything of the card', async ({ open }) => {
  const maker = await newTown();
  const [good, used] = [await oneCode(maker), await oneCode(maker)];
  const { join } = contracts['access-codes'];
  const body = { code: used, displayName: 'Samira', language: 'en' as const };
  await maker.call(join, { params: { town: maker.town }, body });
  const { page } = await open();
  const said = new Set<string>();
  for (const code of [good, used, '000000000000000000']) {
    const response = await page.goto(`/${maker.town}/join/${code}`);
    expect(response?.status()).toBe(200);
    expect(await response?.text()).not.toMatch(/Mayor|Samira/);
    // The names that are offered are other ones each time.
    said.add(
      await page.getByRole('main').evaluate((main) => {
        // Of a copy: the page itself may be waking up.
        const copy = main.cloneNode(true) as Element;
        for (const name of copy.querySelectorAll('label bdi')) name.remove();
        return copy.textContent ?? '';
      }),
    );
  }
  expect(said.size).toBe(1);
});

test('a facilitator prints cards from a quota, and cancels what is left', { tag: everyWay }, async ({
  open,
  t,
}) => {
  const admin = await newTown();
  const { town } = admin;
  const helper = await newFacilitator(admin);
  const desk = await open({ as: admin });
  await desk.page.goto(`/${town}/admin/codes`);
  const { displayName: name } = helper;
  await desk.hand.write(
    desk.page.getByRole('spinbutton', { name: t('access-codes:quotas.of', { name }) }),
    '5',
  );
  await desk.hand.press(desk.page.getByRole('button', { name: t('access-codes:quotas.saveOf', { name }) }));
  await expect(desk.page.getByText(t('access-codes:quotas.saved', { name, perYear: 5 }))).toBeVisible();

  const { page, hand } = await open({ as: helper });
  await page.goto(`/${town}/codes`);
  const size = page.getByRole('spinbutton', { name: t('access-codes:batches.size') });
  const submit = () => hand.press(page.getByRole('button', { name: t('access-codes:batches.submit') }));
  await hand.write(size, '6');
  await submit();
  await expect(page.getByRole('alert')).toContainText(t('problems:quota_used_up'));
  await hand.write(size, '4');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await submit();
  expect((await answer).headers()['cache-control']).toBe('no-store');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('access-codes:cards.title'));
  const cards = page.locator('.codes-card');
  await expect(cards).toHaveCount(4);
  for (const locale of ['en', 'de', 'ar', 'sl', 'uk'] as const) {
    const words = cards.first().getByText(wordsIn(locale)('access-codes:cards.what', { town: 'Newtown' }));
    await expect(words).toHaveAttribute('lang', locale);
    await expect(words).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
  }
  const code = (await cards.first().locator('.codes-card__code').textContent()) ?? '';

  // Whoever comes back finds numbers and no code.
  await hand.press(page.getByRole('link', { name: t('access-codes:cards.back') }));
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByText(code)).toHaveCount(0);
  await hand.press(page.locator('summary', { hasText: t('access-codes:batches.cancel') }));
  await hand.press(page.getByRole('button', { name: t('access-codes:batches.cancelSubmit') }));
  await expect(page.getByText(t('access-codes:batches.cancelDone'))).toBeVisible();
  const guest = await open();
  await guest.page.goto(`/${town}/join/${code.replaceAll(' ', '')}`);
  await guest.hand.press(guest.page.getByRole('button', { name: t('identity:signUp.submit') }));
  await expect(guest.page.getByRole('alert')).toContainText(t('problems:code_refused'));
});

async function newFacilitator(admin: Person): Promise<Person> {
  const person = await newcomer(admin.town, `Helper ${ending()}`);
  await admin.call(contracts.identity.giveRole, {
    params: { town: admin.town, id: person.id },
    body: { role: 'facilitator' },
  });
  return person;
}
