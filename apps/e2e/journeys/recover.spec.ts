import { contracts } from '@zbor/contracts';
import { inArabic } from '@zbor/testing';
import { ending, newTown, passphrase } from '../support/person';
import { everyWay, expect, test } from '../support/test';

test.describe('in Arabic, on a small phone', () => {
  test.use({ locale: 'ar' });

  test('somebody with nothing but a card and a phrase on paper comes back', { tag: everyWay }, async ({
    open,
    t,
  }) => {
    const admin = await newTown('بلدة النهر');
    const { town } = admin;
    const { codes } = await admin.call(contracts['access-codes'].make, {
      params: { town },
      body: { size: 1, days: '30', requestKey: crypto.randomUUID() },
    });
    const small = { viewport: { width: 320, height: 640 } };
    const first = await open(small);
    const heading = first.page.getByRole('heading', { level: 1 });
    await first.page.goto(`/${town}/join/${codes[0]}`);
    await first.hand.press(first.page.getByRole('button', { name: t('identity:signUp.submit') }));
    await expect(first.page.getByText(t('identity:keep.lead'))).toBeVisible();
    await first.hand.press(
      first.page.getByRole('main').getByRole('link', { name: t('factors:ways.phrase') }),
    );
    await expect(first.page.getByText(t('recovery:mine.none'))).toBeVisible();
    const answer = first.page.waitForResponse((response) => response.request().method() === 'POST');
    await first.hand.press(first.page.getByRole('button', { name: t('recovery:mine.make') }));
    expect((await answer).headers()['cache-control']).toBe('no-store');
    await expect(heading).toHaveText(t('recovery:shown.title'));
    const figures = first.page.locator('.recovery-figures');
    const phrase = (await figures.textContent()) ?? '';
    expect(phrase).toMatch(/^(\d{4} ){7}\d{4}$/);
    const beyond = await first.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
    // It is seen once: whoever comes back to the page finds no figures.
    await first.hand.press(first.page.getByRole('link', { name: t('recovery:shown.done') }));
    await expect(first.page.getByText(t('recovery:mine.replace'))).toBeVisible();
    await expect(figures).toHaveCount(0);

    const { page, hand } = await open(small);
    const field = (name: string) => page.getByRole('textbox', { name });
    const press = (name: string) => hand.press(page.getByRole('main').getByRole('button', { name }));
    await page.goto(`/${town}/sign-in`);
    await hand.press(page.getByRole('link', { name: t('identity:signIn.lost') }));
    await hand.write(field(t('recovery:lost.phrase')), inArabic(phrase.slice(0, -1)));
    await press(t('recovery:lost.submit'));
    await expect(page.getByRole('alert')).toContainText(t('problems:field.mistyped_code'));
    await hand.write(field(t('recovery:lost.phrase')), inArabic(phrase));
    await press(t('recovery:lost.submit'));
    const signInName = `samira-${ending()}`;
    await hand.write(field(t('identity:signUp.signInName.label')), signInName);
    await hand.write(field(t('identity:signUp.passphrase.label')), 'kurz');
    await press(t('recovery:found.submit'));
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(field(t('identity:signUp.signInName.label'))).toHaveValue(signInName);
    await hand.write(field(t('identity:signUp.passphrase.label')), passphrase);
    await press(t('recovery:found.submit'));
    await expect(page.getByText(t('recovery:mine.recovered'))).toBeVisible();
    await press(t('recovery:mine.make'));
    await expect(page.locator('.recovery-figures')).not.toHaveText(phrase);
    // The browser from before knows nobody any more.
    await first.page.goto(`/${town}/me/settings`);
    await expect(first.page).toHaveURL(/sign-in/);
  });
});
