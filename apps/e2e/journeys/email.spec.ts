import type { Locale } from '@zbor/contracts';
import { linkIn, mailTo } from '../support/mailbox';
import { ending, newcomer, type Person } from '../support/person';
import { thePortal } from '../support/portal';
import { everyWay, expect, type Seat, test } from '../support/test';
import type { Words } from '../support/words';

const town = 'graz';
const { mails } = thePortal();
const codeIn = (text: string) => /#(\d+)$/m.exec(text)?.[1] ?? '';

const nameAddress = async ({ page, hand }: Seat, label: string, submit: string, address: string) => {
  await hand.write(page.getByRole('textbox', { name: label }), address);
  await hand.press(page.getByRole('button', { name: submit }));
};
const typeCode = async ({ page, hand }: Seat, t: Words, code: string, submit: string) => {
  await hand.write(page.getByRole('textbox', { name: t('email:code.label') }), code);
  await hand.press(page.getByRole('main').getByRole('button', { name: submit }));
};

/** Gives this person an address, by the pages. */
async function giveAddress(seat: Seat, t: Words, address: string, mail = 1): Promise<void> {
  const { page, hand } = seat;
  await page.goto(`/${town}/me/settings`);
  await hand.press(page.getByRole('link', { name: t('email:mine.title') }));
  await nameAddress(seat, t('email:mine.label'), t('email:mine.submit'), address);
  await typeCode(seat, t, codeIn(await mailTo(mails, address, mail)), t('email:code.confirm'));
  await expect(page.getByText(t('email:mine.saved'))).toBeVisible();
  await expect(page.getByText(address)).toBeVisible();
}

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' satisfies Locale, viewport: { width: 320, height: 640 } });

  test('somebody gives an address and signs in with a code', { tag: everyWay }, async ({ open, t, way }) => {
    const person: Person = await newcomer(town);
    const address = `amal-${ending()}@example.org`;
    await giveAddress(await open({ as: person }), t, address);

    const seat = await open();
    const { page, hand } = seat;
    await page.goto(`/${town}/sign-in?returnTo=/${town}/me`);
    await hand.press(page.getByRole('link', { name: t('email:signIn.title') }));
    await nameAddress(seat, t('email:signIn.address'), t('email:signIn.submit'), address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('email:code.title'));
    const mail = await mailTo(mails, address, 2);

    // Whatever opens the link elsewhere learns nothing and changes nothing.
    const scanner = await open();
    for (let scan = 0; scan < 3; scan++) await scanner.page.goto(linkIn(mail));
    await expect(scanner.page.getByRole('heading', { level: 1 })).toHaveText(t('email:code.elsewhere'));

    await typeCode(seat, t, '000000', t('email:code.signIn'));
    await expect(page.getByRole('alert')).toContainText(t('problems:wrong_email_code'));
    if (way === 'plain') {
      await typeCode(seat, t, codeIn(mail), t('email:code.signIn'));
    } else {
      // In the browser that asked, the link leaves one button to press, and the code nowhere in the address.
      await page.goto(linkIn(mail));
      await expect(page.getByRole('textbox', { name: t('email:code.label') })).toHaveValue(codeIn(mail));
      expect(page.url()).not.toContain(codeIn(mail));
      await hand.press(page.getByRole('main').getByRole('button', { name: t('email:code.signIn') }));
    }
    await expect(page).toHaveURL(/\/graz(\/me)?$/);
    await page.goto(`/${town}/me/email`);
    await expect(page.getByText(address)).toBeVisible();
  });
});

test('somebody changes the address, and has the old one back', { tag: everyWay }, async ({ open, t }) => {
  const person = await newcomer(town);
  const [first, second] = [`before-${ending()}@example.org`, `after-${ending()}@example.org`];
  const seat = await open({ as: person });
  const { page } = seat;
  await giveAddress(seat, t, first);
  await nameAddress(seat, t('email:mine.newLabel'), t('email:mine.submit'), second);
  await typeCode(seat, t, codeIn(await mailTo(mails, second)), t('email:code.confirm'));
  await expect(page.getByText(second)).toBeVisible();

  const told = await mailTo(mails, first, 2);
  const owner = await open();
  await owner.page.goto(linkIn(told));
  await typeCode(owner, t, codeIn(told), t('email:undo.submit'));
  await expect(owner.page.getByRole('heading', { level: 1 })).toHaveText(t('email:undo.done'));

  await page.goto(`/${town}/me/email`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('identity:signIn.title'));
  const { page: again } = owner;
  await owner.hand.press(again.getByRole('link', { name: t('email:signIn.title') }));
  await nameAddress(owner, t('email:signIn.address'), t('email:signIn.submit'), first);
  await typeCode(owner, t, codeIn(await mailTo(mails, first, 3)), t('email:code.signIn'));
  await expect(again).toHaveURL(`/${town}`);
  await again.goto(`/${town}/me/email`);
  await expect(again.getByText(first)).toBeVisible();
  await owner.hand.press(again.getByRole('button', { name: t('email:mine.remove') }));
  await expect(again.getByText(t('email:mine.removed'))).toBeVisible();
});
