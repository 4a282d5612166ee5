import { setUpApp, takeDemoStep } from '../support/authenticator';
import { ending, newcomer, newTown, passphrase } from '../support/person';
import { thePortal } from '../support/portal';
import { signIn } from '../support/signing';
import { everyWay, expect, test } from '../support/test';

test('an admin changes the name, the colour and a role', { tag: everyWay }, async ({ open, t }) => {
  const admin = await newTown();
  const { town } = admin;
  const person = await newcomer(town, 'Nadia');
  const { page, hand } = await open({ as: admin });
  await page.goto(`/${town}/admin`);
  await hand.write(page.getByRole('textbox', { name: t('identity:admin.name') }), 'Oldtown');
  await hand.tick(page.getByRole('radio', { name: t('identity:admin.accents.plum') }));
  await hand.press(page.getByRole('button', { name: t('identity:admin.save'), exact: true }));
  await expect(page.getByText(t('identity:admin.saved'))).toBeVisible();
  await expect(page.getByRole('banner').getByText('Oldtown')).toBeVisible();
  await expect(page.locator('[data-accent]').first()).toHaveAttribute('data-accent', 'plum');

  await hand.press(
    page.getByRole('main').getByRole('link', { name: t('identity:admin.people'), exact: true }),
  );
  const nadia = page.getByRole('row', { name: 'Nadia' });
  const giveRole = t('identity:people.giveTo', { name: 'Nadia' });
  await hand.press(nadia.getByLabel(giveRole).first());
  await hand.pick(nadia.getByRole('combobox', { name: t('identity:people.role') }), t('role.council'));
  await hand.press(nadia.getByRole('button', { name: giveRole }));
  await expect(page.getByText(t('identity:people.given', { name: 'Nadia' }))).toBeVisible();

  await hand.press(
    page.getByRole('main').getByRole('link', { name: t('identity:admin.council'), exact: true }),
  );
  await hand.write(
    page.getByRole('textbox', { name: t('councils:admin.nameIn', { language: 'English' }) }),
    'The Twelve',
  );
  await hand.tick(page.getByRole('checkbox', { name: t('councils:admin.named') }));
  await hand.press(page.getByRole('button', { name: t('councils:admin.save') }));
  await expect(page.getByText(t('councils:admin.saved'))).toBeVisible();

  const members = await open({ as: person });
  await members.page.goto(`/${town}/council`);
  await expect(members.page.getByRole('heading', { level: 1 })).toHaveText('The Twelve');
  await expect(members.page.getByRole('heading', { name: 'Nadia' })).toBeVisible();
  await expect(members.page.getByRole('navigation').getByText(t('nav.moderation'))).toBeVisible();
});

test('the operator opens a municipality and hands it over', { tag: everyWay }, async ({ open, t }) => {
  // A code of the operator is taken once, and may have been taken just now.
  test.slow();
  const { signIns, passphrase: operators } = thePortal();
  const seat = await open();
  const { page, hand } = seat;
  const slug = `town-${ending()}`;
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await page.goto('/operator');
  await signIn(seat, t, { signInName: signIns.operator }, operators);
  await takeDemoStep(seat, t);
  await hand.press(page.getByRole('link', { name: t('identity:operator.open') }));
  await hand.write(field(t('identity:operator.nameLabel')), 'Sunnyside');
  await hand.write(field(t('identity:operator.slugLabel')), 'graz');
  await hand.pick(page.getByRole('combobox', { name: t('identity:operator.countryLabel') }), 'Albania');
  await hand.pick(page.getByRole('combobox', { name: t('identity:operator.timeZoneLabel') }), 'Africa/Accra');
  await hand.press(page.getByRole('button', { name: t('identity:operator.submitOpen') }));
  await expect(page.getByRole('alert')).toContainText(t('problems:slug_taken'));
  await expect(field(t('identity:operator.nameLabel'))).toHaveValue('Sunnyside');
  await hand.write(field(t('identity:operator.slugLabel')), slug);
  await hand.press(page.getByRole('button', { name: t('identity:operator.submitOpen') }));

  await expect(page.getByText(t('identity:operator.opened', { town: 'Sunnyside' }))).toBeVisible();
  await hand.press(page.getByRole('link', { name: t('identity:operator.later') }));
  const row = page.getByRole('row', { name: slug });
  await expect(row.getByText(t('identity:operator.noAdmin'))).toBeVisible();
  await hand.press(
    row.getByRole('link', { name: t('identity:operator.firstAdminOf', { town: 'Sunnyside' }) }),
  );
  await hand.write(field(t('identity:operator.adminName')), 'The mayor');
  await hand.write(field(t('identity:operator.adminSignInName')), 'mayor');
  await hand.write(field(t('identity:operator.adminPassphrase')), passphrase);
  await hand.press(page.getByRole('button', { name: t('identity:operator.submitAdmin') }));
  await expect(page.getByText(t('identity:operator.adminMade', { town: 'Sunnyside' }))).toBeVisible();

  const mayor = await open();
  await mayor.page.goto(`/${slug}/sign-in?returnTo=/${slug}/admin`);
  await signIn(mayor, t, { signInName: 'mayor' }, passphrase);
  await expect(mayor.page.getByText(t('factors:totp.required'))).toBeVisible();
  await setUpApp(mayor, t);
  await expect(mayor.page.getByRole('heading', { level: 1 })).toHaveText(t('identity:admin.title'));

  // The mayor loses the phone.
  await hand.press(row.getByRole('link', { name: t('identity:operator.adminsOf', { town: 'Sunnyside' }) }));
  await hand.press(page.getByRole('link', { name: t('factors:reset.label', { name: 'The mayor' }) }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('factors:reset.title', { name: 'The mayor' }),
  );
  await hand.press(page.getByRole('button', { name: t('factors:reset.confirm') }));
  await expect(page.getByText(t('factors:reset.done', { name: 'The mayor' }))).toBeVisible();
  await mayor.page.goto(`/${slug}/admin`);
  await signIn(mayor, t, { signInName: 'mayor' }, passphrase);
  await expect(mayor.page.getByText(t('factors:totp.required'))).toBeVisible();
});
