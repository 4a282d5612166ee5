import { AxeBuilder } from '@axe-core/playwright';
import { contracts } from '@zbor/contracts';
import { ending, newcomer, newTown, passphrase } from '../support/person';
import { everyWay, expect, test } from '../support/test';
import { wordsIn } from '../support/words';

test.describe('with somebody at their side, in Arabic, on a small phone', () => {
  test.use({ locale: 'ar' });

  test('somebody writes, takes a receipt home, and makes the account their own', { tag: everyWay }, async ({
    open,
    t,
    way,
  }) => {
    const admin = await newTown('بلدة النهر');
    const { town } = admin;
    const helper = await newcomer(town, `Helper ${ending()}`);
    const { giveRole } = contracts.identity;
    await admin.call(giveRole, { params: { town, id: helper.id }, body: { role: 'facilitator' } });
    const idea = await admin.propose();
    const size = { viewport: { width: 320, height: 640 } };
    const { page, context, hand } = await open({ ...size, as: helper });
    await context.addCookies([{ name: 'lang', value: 'de', url: helper.url }]);
    const main = page.getByRole('main');
    const press = (name: string) => hand.press(main.getByRole('button', { name, exact: true }));
    const field = (name: string) => page.getByRole('textbox', { name });
    const heading = page.getByRole('heading', { level: 1 });

    // The helper hands over.
    const de = wordsIn('de');
    await page.goto(`/${town}/assist`);
    await hand.press(main.getByRole('link', { name: 'العربية' }));
    await press(de('assistance:assist.submit'));
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByText(t('assisted.bar'))).toBeVisible();
    await expect(page.getByText(helper.displayName)).toHaveCount(0);

    // An idea, read out before it is sent.
    await hand.write(field(t('ideas:form.title')), 'مقاعد في الظل');
    await hand.write(field(t('ideas:form.body')), 'ينتظر الناس الحافلة تحت الشمس ولا مكان للجلوس.');
    await press(t('ideas:new.preview'));
    await expect(heading).toHaveText(t('assisted.readBack'));
    await press(t('ideas:new.publish'));
    await expect(heading).toHaveText('مقاعد في الظل');

    // Another wording is read out as well.
    await hand.press(main.getByRole('link', { name: t('ideas:edit.link') }));
    await hand.write(field(t('ideas:form.title')), 'مقاعد في ظل الأشجار');
    await press(t('ideas:edit.save'));
    await expect(heading).toHaveText(t('assisted.readBack'));
    await expect(main.getByText('مقاعد في ظل الأشجار')).toBeVisible();
    await press(t('ideas:edit.save'));
    await expect(heading).toHaveText('مقاعد في ظل الأشجار');

    // A draft is kept unread, and read out before others see it.
    await page.goto(`/${town}/ideas/new`);
    await hand.write(field(t('ideas:form.title')), 'نافورة ماء للشرب');
    await hand.write(field(t('ideas:form.body')), 'في الصيف يحتاج الأطفال إلى ماء بارد في الحديقة.');
    await press(t('ideas:new.draft'));
    await expect(heading).toHaveText('نافورة ماء للشرب');
    await hand.press(main.getByRole('link', { name: t('ideas:draft.publish') }));
    await expect(heading).toHaveText(t('assisted.readBack'));
    await press(t('ideas:draft.publish'));
    await expect(page.getByText(t('ideas:done.published'))).toBeVisible();

    // A comment, read out, changed and sent.
    await page.goto(`/${town}/ideas/${idea.id}`);
    await hand.write(field(t('comments:form.label')), 'فكرة');
    await press(t('comments:form.send'));
    await expect(heading).toHaveText(t('assisted.readBack'));
    await press(t('ideas:new.change'));
    await expect(field(t('comments:write.label'))).toHaveValue('فكرة');
    await hand.write(field(t('comments:write.label')), 'فكرة جميلة');
    await press(t('comments:form.send'));
    await expect(main.getByText('فكرة جميلة')).toBeVisible();
    await press(t('comments:form.send'));
    await expect(page.getByRole('article').filter({ hasText: 'فكرة جميلة' }).first()).toBeVisible();

    // The receipt, and nothing afterwards.
    await hand.press(page.getByRole('link', { name: t('assisted.finish') }));
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(t('assistance:finish.submit'));
    const headers = await (await answer).allHeaders();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    await expect(heading).toHaveText(t('assistance:paper.title'));
    for (const text of ['مقاعد في ظل الأشجار', 'نافورة ماء للشرب', 'فكرة جميلة'])
      await expect(main.getByText(text)).toBeVisible();
    const code = (await page.locator('[data-code]').textContent()) ?? '';
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
    expect(await context.cookies()).toEqual([]);
    // It runs within the page, which takes scripts.
    if (way !== 'plain') expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await hand.press(main.getByRole('link', { name: t('assistance:paper.done') }));
    await expect(heading).toHaveText(t('identity:signIn.title'));
    await page.goto(`/${town}/me`);
    await expect(page).toHaveURL(/sign-in/);

    // At home.
    const home = await open(size);
    await home.page.goto(`/${town}/claim/${code.replaceAll(' ', '')}`);
    const own = (name: string) => home.page.getByRole('textbox', { name });
    await home.hand.write(own(t('identity:signUp.signInName.label')), `samira-${ending()}`);
    await home.hand.write(own(t('identity:signUp.passphrase.label')), passphrase);
    await home.hand.press(home.page.getByRole('button', { name: t('assistance:claim.submit') }));
    await expect(home.page.getByText('مقاعد في ظل الأشجار')).toBeVisible();
    await expect(home.page.getByText(t('assisted.bar'))).toHaveCount(0);
  });
});
