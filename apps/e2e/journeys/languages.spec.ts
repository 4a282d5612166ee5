import { everyWay, expect, test } from '../support/test';
import { wordsIn } from '../support/words';

test('the pages change their language, and remember it', { tag: everyWay }, async ({ open, t }) => {
  const { page, hand } = await open();
  const html = page.locator('html');
  await page.goto('/graz/ideas?sort=supported');
  await expect(html).toHaveAttribute('lang', 'en');
  await hand.press(
    page
      .getByRole('banner')
      .locator('summary')
      .filter({ hasText: t('language') }),
  );
  await hand.press(page.getByRole('link', { name: 'العربية' }));
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveURL(/sort=supported/);
  const inArabic = wordsIn('ar');
  await hand.press(page.getByRole('link', { name: inArabic('nav.council'), exact: true }));
  await expect(html).toHaveAttribute('dir', 'rtl');
  await page.goto('/');
  await expect(html).toHaveAttribute('lang', 'ar');
});
