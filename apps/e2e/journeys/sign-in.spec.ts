import { contracts } from '@zbor/contracts';
import { newcomer, Person, passphrase } from '../support/person';
import { signIn } from '../support/signing';
import { everyWay, expect, test } from '../support/test';
import { letProofsAge } from '../support/time';

const town = 'graz';

test('what was typed stays when signing in or up fails', { tag: everyWay }, async ({ open, t }) => {
  const person = await newcomer(town);
  const seat = await open();
  const { page, hand } = seat;
  await page.goto(`/${town}/sign-in`);
  await signIn(seat, t, person, 'something else entirely');
  await expect(page.getByRole('alert')).toContainText(t('problems:wrong_credentials'));
  const name = page.getByRole('textbox', { name: t('identity:signIn.signInName') });
  await expect(name).toHaveValue(person.signInName);
  await hand.write(
    page.getByRole('textbox', { name: t('identity:signIn.passphrase'), exact: true }),
    passphrase,
  );
  await hand.press(page.getByRole('main').getByRole('button', { name: t('identity:signIn.submit') }));
  await expect(page).toHaveURL(`/${town}`);

  const { page: other, hand: others } = await open();
  await other.goto(`/${town}/sign-up`);
  const signInName = other.getByRole('textbox', { name: t('identity:signUp.signInName.label') });
  const secret = other.getByRole('textbox', { name: t('identity:signUp.passphrase.label') });
  const submit = () => others.press(other.getByRole('button', { name: t('identity:signUp.submit') }));
  await others.tick(other.getByRole('radio', { name: t('identity:signUp.displayName.own') }));
  await others.write(
    other.getByRole('textbox', { name: t('identity:signUp.displayName.ownLabel') }),
    'Farouk',
  );
  await others.write(signInName, person.signInName);
  await others.write(secret, 'short');
  await submit();
  const errors = other.getByRole('alert').getByRole('link');
  await expect(errors).toHaveCount(1);
  await expect(signInName).toHaveValue(person.signInName);
  await others.press(errors);
  await expect(secret).toBeFocused();
  await others.write(secret, passphrase);
  await submit();
  await expect(errors).toContainText(t('problems:name_taken'));
  await expect(other.getByRole('textbox', { name: t('identity:signUp.displayName.ownLabel') })).toHaveValue(
    'Farouk',
  );
  await expect(signInName).toHaveValue(person.signInName);
});

test('somebody sees where the account is open, and ends it there', { tag: everyWay }, async ({ open, t }) => {
  const person = await newcomer(town);
  const library = await open({ as: person });
  const home = await open();
  const { page, hand } = home;
  await page.goto(`/${town}/sign-in?returnTo=/${town}/me/settings`);
  await signIn(home, t, person, passphrase);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('identity:me.title'));
  await expect(page.getByRole('heading', { name: t('identity:sessions.current') })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: t('identity:sessions.other') })).toHaveCount(1);
  await hand.press(page.getByRole('button', { name: t('identity:sessions.end') }));
  await expect(page.getByText(t('identity:sessions.ended'))).toBeVisible();
  await expect(page.getByRole('heading', { name: t('identity:sessions.other') })).toHaveCount(0);

  await library.page.goto(`/${town}/me`);
  await expect(library.page.getByRole('heading', { level: 1 })).toHaveText(t('identity:signIn.title'));

  await hand.write(page.getByRole('textbox', { name: t('identity:me.displayName') }), 'Farouk of Lend');
  await hand.press(page.getByRole('button', { name: t('identity:me.save') }));
  await expect(page.getByText(t('identity:me.saved'))).toBeVisible();
  await expect(page.getByRole('main').getByText('Farouk of Lend')).toBeVisible();
  await hand.press(page.getByRole('button', { name: t('identity:sessions.signOut') }));
  await expect(page.getByRole('link', { name: t('nav.signIn') }).first()).toBeVisible();
  await page.goto(`/${town}/me`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('identity:signIn.title'));
});

test('somebody sets another passphrase and signs in with it', { tag: everyWay }, async ({ open, t }) => {
  const person = await newcomer(town);
  const { page, hand } = await open({ as: person });
  const fresh = 'seven quiet herons by the lake';
  const field = page.getByRole('textbox', { name: t('factors:passphrase.label'), exact: true });
  const submit = () => hand.press(page.getByRole('button', { name: t('factors:passphrase.title') }));
  await page.goto(`/${town}/me/settings`);
  const row = page.getByText(t('factors:ways.hasPassphrase'));
  await hand.press(row.getByRole('link', { name: t('factors:ways.changeCode') }));
  await hand.write(field, 'short');
  await submit();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await hand.write(field, fresh);
  await submit();
  await expect(page.getByText(t('factors:passphrase.changed'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('factors:others.end') })).toBeVisible();
  await expect(field).toHaveCount(0);

  const elsewhere = await open();
  await elsewhere.page.goto(`/${town}/sign-in`);
  await signIn(elsewhere, t, person, passphrase);
  await expect(elsewhere.page.getByRole('alert')).toContainText(t('problems:wrong_credentials'));
  await signIn(elsewhere, t, person, fresh);
  await expect(elsewhere.page).toHaveURL(`/${town}`);
});

for (const [page, field, submit] of [
  ['passphrase', 'factors:passphrase.label', 'factors:passphrase.title'],
  ['totp', undefined, 'factors:totp.start'],
  ['email', 'email:mine.label', 'email:mine.submit'],
  ['passkeys', undefined, 'passkeys:add.submit'],
] as const)
  test(`whoever hesitates on the page ${page} shows once more who they are, there`, async ({ open, t }) => {
    const person = await newcomer(town);
    const { page: shown, hand } = await open({ as: person, complaints: /status of 403/ });
    await shown.goto(`/${town}/me/${page}`);
    const act = shown.getByRole('button', { name: t(submit) });
    await expect(act).toBeVisible();
    await letProofsAge(person);
    if (field)
      await hand.write(shown.getByRole('textbox', { name: t(field), exact: true }), 'ana@people.example');
    await hand.press(act);
    const again = shown.getByRole('textbox', { name: t('factors:again.passphrase') });
    await hand.write(again, passphrase);
    await expect(act).toHaveCount(0);
    await hand.press(shown.getByRole('button', { name: t('factors:again.submit') }));
    await expect(act).toBeVisible();
  });

test('7.4.3 whoever changed a way in ends all other sessions from there', { tag: everyWay }, async ({
  open,
  t,
}) => {
  const person = await newcomer(town);
  const library = await open({ as: person });
  const { signInName } = person;
  const atHome = new Person(town, signInName);
  await atHome.call(contracts.identity.signIn, { params: { town }, body: { signInName, passphrase } });
  await atHome.setUpTotp();
  const { page, hand } = await open({ as: atHome });
  await page.goto(`/${town}/me/totp`);
  await expect(page.getByText(t('factors:others.offer'))).toHaveCount(0);
  await hand.press(page.getByRole('button', { name: t('factors:totp.off') }));
  await expect(page.getByText(t('factors:totp.removed'))).toBeVisible();
  await hand.press(page.getByRole('button', { name: t('factors:others.end') }));
  await expect(page.getByText(t('factors:others.ended'))).toBeVisible();
  await expect(page.getByRole('heading', { name: t('identity:sessions.other') })).toHaveCount(0);
  await library.page.goto(`/${town}/me`);
  await expect(library.page.getByRole('heading', { level: 1 })).toHaveText(t('identity:signIn.title'));
});
