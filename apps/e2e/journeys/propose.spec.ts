import { ending, passphrase } from '../support/person';
import { everyWay, expect, test } from '../support/test';
import { wordsIn } from '../support/words';

const title = 'مقاعد مظللة في ساحة غريس';
const body = 'لا يوجد مكان للجلوس في الظل، والناس ينتظرون الحافلة تحت الشمس. نقترح ثلاثة مقاعد وبعض الأشجار.';

test.use({ locale: 'ar' });

test('somebody signs up and proposes in Arabic', { tag: everyWay }, async ({ open, t }) => {
  const { page, hand } = await open();
  const heading = page.getByRole('heading', { level: 1 });
  const field = (name: string) => page.getByRole('textbox', { name });
  const press = (role: 'link' | 'button', name: string) =>
    hand.press(page.getByRole('main').getByRole(role, { name, exact: true }).first());

  // From the town's page by way of signing up to the form.
  await page.goto('/graz');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await press('link', t('ideas:propose'));
  await press('link', t('identity:signIn.toSignUp'));
  const name = await page.getByRole('radio').first().inputValue();
  await hand.write(field(t('identity:signUp.signInName.label')), `amina-${ending()}`);
  await hand.write(field(t('identity:signUp.passphrase.label')), passphrase);
  await press('button', t('identity:signUp.submit'));

  // What was typed can be looked at; its language is recognised.
  await expect(heading).toHaveText(t('ideas:new.title'));
  await hand.write(field(t('ideas:form.title')), title);
  await hand.write(field(t('ideas:form.body')), body);
  await hand.write(field(t('ideas:form.tags')), 'ظل، مقاعد');
  await press('button', t('ideas:new.preview'));
  await expect(heading).toHaveText(t('ideas:new.summary'));
  await expect(page.getByRole('combobox')).toHaveValue('ar');
  await press('button', t('ideas:new.draft'));

  // A draft is one's own until it is published.
  await expect(page.getByText(t('ideas:draft.text'))).toBeVisible();
  await expect(heading).toHaveText(title);
  const address = new URL(page.url()).pathname;
  const other = await open();
  expect((await other.page.goto(address))?.status()).toBe(404);
  await press('button', t('ideas:draft.publish'));
  await expect(page.getByText(t('ideas:done.published'))).toBeVisible();
  await other.page.goto(`${address}?lang=de`);
  const seen = other.page.getByRole('heading', { level: 1 });
  await expect(other.page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(seen).toHaveText(title);
  await expect(seen).toHaveAttribute('lang', 'ar');
  await expect(seen).toHaveAttribute('dir', 'rtl');
  await expect(other.page.getByText(name, { exact: true })).toBeVisible();

  // A change keeps what stood there before.
  await press('link', t('ideas:edit.link'));
  await hand.write(field(t('ideas:form.body')), `${body} ونافورة صغيرة.`);
  await press('button', t('ideas:edit.save'));
  await expect(page.getByText(t('ideas:done.saved'))).toBeVisible();
  await press('link', t('ideas:edited'));
  await expect(page.locator('ins')).toContainText('نافورة');

  // Withdrawn, it stays readable.
  await page.goto(address);
  await press('link', t('ideas:withdraw.link'));
  await press('button', t('ideas:withdraw.confirm'));
  await expect(page.getByText(t('ideas:done.withdrawn'))).toBeVisible();
  await other.page.reload();
  await expect(seen).toHaveText(title);
  const support = wordsIn('de')('ideas:support.give');
  await expect(other.page.getByRole('button', { name: support })).toBeDisabled();
});
