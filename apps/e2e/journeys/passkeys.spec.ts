import { contracts } from '@zbor/contracts';
import { typeCode } from '../support/authenticator';
import { newTown, passphrase } from '../support/person';
import { signIn } from '../support/signing';
import { expect, test } from '../support/test';

test('an admin adds a passkey, and signs in and takes the second step with it', async ({ open, t }) => {
  const admin = await newTown();
  const { town, signInName, app } = admin;
  // Passkeys belong to a host with a name; this one is the town's own.
  const host = `${town}.localhost`;
  await admin.call(contracts.municipalities.change, { params: { town }, body: { hosts: [host] } });
  const site = new URL(admin.url);
  site.hostname = host;
  const at = (path: string) => new URL(path, site).href;
  const seat = await open();
  const { page, context, hand } = seat;
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const signOut = async () => {
    await page.goto(at(`/${town}/sign-out`));
    await hand.press(page.getByRole('main').getByRole('button'));
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-out'));
  };
  const isIn = async () => {
    await expect(page).toHaveURL(at(`/${town}/me`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  };

  await page.goto(at(`/${town}/sign-in?returnTo=/${town}/me/passkeys`));
  await signIn(seat, t, { signInName }, passphrase);
  await typeCode(seat, t, app?.code() ?? '');
  await hand.write(page.getByRole('textbox', { name: t('passkeys:add.name') }), 'Town hall laptop');
  await hand.press(page.getByRole('button', { name: t('passkeys:add.submit') }));
  await expect(page.getByText(t('passkeys:done.added'))).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Town hall laptop' })).toBeVisible();

  await signOut();
  await page.goto(at(`/${town}/sign-in?returnTo=/${town}/me`));
  await hand.press(page.getByRole('button', { name: t('passkeys:use') }));
  await isIn();

  await signOut();
  await page.goto(at(`/${town}/sign-in?returnTo=/${town}/me`));
  await signIn(seat, t, { signInName }, passphrase);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('factors:step.title'));
  await hand.press(page.getByRole('button', { name: t('passkeys:use') }));
  await isIn();

  await page.goto(at(`/${town}/me/passkeys`));
  await hand.write(page.getByRole('textbox', { name: t('passkeys:list.name') }), 'Old laptop');
  await hand.press(
    page.getByRole('button', { name: t('passkeys:list.renameLabel', { name: 'Town hall laptop' }) }),
  );
  await expect(page.getByText(t('passkeys:done.renamed'))).toBeVisible();
  await hand.press(
    page.getByRole('button', { name: t('passkeys:list.removeLabel', { name: 'Old laptop' }) }),
  );
  await expect(page.getByText(t('passkeys:none'))).toBeVisible();

  // With the phrase on paper everything is closed that somebody else may hold.
  await hand.write(page.getByRole('textbox', { name: t('passkeys:add.name') }), 'Stolen phone');
  await hand.press(page.getByRole('button', { name: t('passkeys:add.submit') }));
  await expect(page.getByRole('heading', { name: 'Stolen phone' })).toBeVisible();
  await page.goto(at(`/${town}/me/recovery`));
  await hand.press(page.getByRole('button', { name: t('recovery:mine.make') }));
  const phrase = (await page.locator('.recovery-figures').textContent()) ?? '';
  await page.goto(at(`/${town}/me/totp`));
  await hand.press(page.getByRole('button', { name: t('factors:totp.off') }));
  await expect(page.getByText(t('factors:totp.removed'))).toBeVisible();
  await signOut();
  await page.goto(at(`/${town}/recover`));
  await hand.write(page.getByRole('textbox', { name: t('recovery:lost.phrase') }), phrase);
  await hand.press(page.getByRole('button', { name: t('recovery:lost.submit') }));
  await hand.write(
    page.getByRole('textbox', { name: t('identity:signUp.passphrase.label') }),
    `${passphrase} again`,
  );
  await hand.press(page.getByRole('button', { name: t('recovery:found.submit') }));
  await expect(page.getByText(t('factors:step.closed'))).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await hand.press(page.getByRole('button', { name: t('factors:step.leave') }));
  await hand.press(page.getByRole('button', { name: t('passkeys:use') }));
  await expect(page.getByText(t('problems:passkey_refused'))).toBeVisible();
});
