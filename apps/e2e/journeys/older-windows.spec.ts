import { contracts } from '@zbor/contracts';
import { newcomer } from '../support/person';
import { expect, test } from '../support/test';

const town = 'graz';
const { ideas } = contracts;

test('a draft that is public by now is not overwritten unseen from an older window', async ({ open, t }) => {
  const author = await newcomer(town);
  const { id, version } = await author.propose({ publish: false });
  const { page, hand } = await open({ as: author });
  await page.goto(`/${town}/ideas/${id}/edit`);
  const title = page.getByRole('textbox', { name: t('ideas:form.title') });
  await hand.write(title, 'Benches as the older window has them');

  const params = { town, id };
  await author.call(ideas.edit, { params, body: { title: 'Benches as they should be', version } });
  await author.call(ideas.publish, { params, body: {} });

  const save = page.getByRole('button', { name: t('ideas:edit.save') });
  await hand.press(save);
  await expect(page.getByText(t('ideas:edit.conflict'))).toBeVisible();
  await expect(page.getByText(t('ideas:edit.lead'))).toBeVisible();
  await expect(title).toHaveValue('Benches as the older window has them');

  // Now that it was seen, it may.
  await hand.press(save);
  await expect(page.getByText(t('ideas:done.saved'))).toBeVisible();
});

test('an older window that would delete the draft does not withdraw what is public by now', async ({
  open,
  t,
}) => {
  const author = await newcomer(town);
  const { id, title } = await author.propose({ publish: false });
  const { page, hand } = await open({ as: author });
  await page.goto(`/${town}/ideas/${id}/withdraw`);

  const params = { town, id };
  await author.call(ideas.publish, { params, body: {} });
  await (await newcomer(town)).call(ideas.support, { params });

  await hand.press(page.getByRole('button', { name: t('ideas:withdraw.confirmDraft') }));
  await expect(page.getByText(t('problems:wrong_state'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('button', { name: t('ideas:support.give') })).toContainText('1');
});

test('an idea that arrived unnoticed and is corrected keeps both wordings', async ({ open, t }) => {
  const author = await newcomer(town);
  const { page, hand } = await open({ as: author });
  const heading = page.getByRole('heading', { level: 1 });
  const title = page.getByRole('textbox', { name: t('ideas:form.title') });
  const press = (name: string) => hand.press(page.getByRole('button', { name, exact: true }));

  await page.goto(`/${town}/ideas/new`);
  await hand.write(title, 'A bench by the tram stop');
  await hand.write(page.getByRole('textbox', { name: t('ideas:form.body') }), 'Where one can sit and wait.');
  await press(t('ideas:new.preview'));
  await expect(heading).toHaveText(t('ideas:new.summary'));

  // It arrives; the answer does not.
  const lost = '**/ideas/new.data*';
  await page.route(lost, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await press(t('ideas:new.publish'));
  await expect(page.getByText(t('form.unsent'))).toBeVisible();
  await page.unroute(lost);

  await hand.write(title, 'A bench with a roof by the tram stop');
  await press(t('ideas:new.preview'));
  await expect(heading).toHaveText(t('ideas:new.summary'));
  await press(t('ideas:new.publish'));
  await expect(page.locator('ins')).toContainText('with a roof');
  await press(t('ideas:edit.save'));
  await expect(page.getByText(t('ideas:done.saved'))).toBeVisible();
  await expect(heading).toHaveText('A bench with a roof by the tram stop');
  const { items } = await author.call(ideas.mine, { params: { town }, query: {} });
  expect(items).toHaveLength(1);
});
