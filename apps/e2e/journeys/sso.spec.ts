import { ending } from '../support/person';
import { providerName } from '../support/portal';
import { everyWay, expect, type Seat, test } from '../support/test';
import type { Words } from '../support/words';

const town = 'graz';
const name = providerName;

async function goThere({ page, hand }: Seat, t: Words): Promise<void> {
  await page.goto(`/${town}/sign-in?returnTo=/${town}/me`);
  await hand.press(page.getByRole('link', { name: t('sso:signIn.title', { name }) }));
  await hand.press(page.getByRole('link', { name: t('sso:signIn.go', { name }) }));
  await page.waitForURL(/\/interaction\//);
}

/** On the pages of the provider, which are not ours. */
async function signInThere({ page }: Seat, subject: string): Promise<void> {
  await page.locator('[name=login]').fill(subject);
  await page.locator('[name=password]').fill('anything');
  await page.locator('[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('somebody comes by the town\u2019s own service, and is known again', { tag: everyWay }, async ({
  open,
  t,
}) => {
  const subject = `subject-${ending()}`;
  const first = await open();
  await goThere(first, t);
  await signInThere(first, subject);
  const { page, hand } = first;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sso:name.title'));
  expect(page.url()).not.toContain('code=');
  await hand.tick(page.getByRole('radio', { name: t('identity:signUp.displayName.own') }));
  const own = page.getByRole('textbox', { name: t('identity:signUp.displayName.ownLabel') });
  await hand.write(own, 'x');
  await hand.press(page.getByRole('button', { name: t('identity:signUp.submit') }));
  await expect(page.getByRole('alert')).toBeVisible();
  await hand.write(own, 'Silver Heron');
  await hand.press(page.getByRole('button', { name: t('identity:signUp.submit') }));
  await expect(page).toHaveURL(`/${town}/me`);
  await page.goto(`/${town}/me/settings`);
  await expect(page.getByRole('main').getByText('Silver Heron')).toBeVisible();
  await expect(page.getByText(subject)).toHaveCount(0);

  const later = await open();
  await goThere(later, t);
  await signInThere(later, subject);
  await expect(later.page).toHaveURL(`/${town}/me`);
  await later.page.goto(`/${town}/me/settings`);
  await expect(later.page.getByRole('main').getByText('Silver Heron')).toBeVisible();
});

test('whoever turns back, or comes with another\u2019s answer, is told so', { tag: everyWay }, async ({
  open,
  t,
}) => {
  const seat = await open();
  const { page } = seat;
  await goThere(seat, t);
  await page.getByRole('link', { name: /cancel/i }).click();
  await expect(page.getByText(t('problems:sso_cancelled'))).toBeVisible();
  await page.goto(`/${town}/sign-in/sso/callback?code=stolen&state=stolen`);
  await expect(page.getByText(t('problems:sso_failed'))).toBeVisible();
  await page.goto(`/${town}/sign-in/sso/name`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sso:name.lost'));
});
