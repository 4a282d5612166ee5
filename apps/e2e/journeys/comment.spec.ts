import type { Route } from '@playwright/test';
import { contracts } from '@zbor/contracts';
import { newcomer, official } from '../support/person';
import { everyWay, expect, test } from '../support/test';

const town = 'graz';

test('people talk: they comment, answer, like, change and delete', { tag: everyWay }, async ({
  open,
  t,
  way,
}) => {
  const [author, guest] = await Promise.all([newcomer(town), newcomer(town)]);
  const idea = await author.propose();
  const { page, hand } = await open({ as: guest });
  const address = `/${town}/ideas/${idea.id}`;
  const comment = (words: string) => page.getByRole('article').filter({ hasText: words });
  const act = (words: string, role: 'link' | 'button', name: string) =>
    hand.press(comment(words).getByRole(role, { name, exact: true }));

  // With scripts the form opens in its place; without them it is a page of its own.
  await page.goto(address);
  await hand.write(
    page.getByRole('textbox', { name: t('comments:form.label') }),
    'Two benches would be better.',
  );
  await hand.press(page.getByRole('button', { name: t('comments:form.send') }));
  await expect(comment('Two benches')).toBeVisible();
  await act('Two benches', 'link', t('comments:answer'));
  const answer =
    way === 'plain' ? t('comments:write.label') : t('comments:form.answer', { name: guest.displayName });
  await hand.write(page.getByRole('textbox', { name: answer }), 'Three, even.');
  await hand.press(page.getByRole('button', { name: t('comments:form.sendAnswer') }));
  await expect(page.getByRole('listitem').filter({ has: comment('Two benches') })).toContainText(
    'Three, even.',
  );

  await act('Three, even.', 'link', t('comments:edit.link'));
  await hand.write(page.getByRole('textbox', { name: t('comments:write.label') }), 'Three, with backs.');
  await hand.press(page.getByRole('button', { name: t('comments:edit.save') }));
  await act('Three, with backs.', 'link', t('comments:edited'));
  await expect(page.locator('del').first()).toContainText('even');

  await page.goto(address);
  await act('Two benches', 'button', t('comments:like'));
  await expect(comment('Two benches').getByRole('button', { pressed: true })).toContainText('1');

  await act('Two benches', 'link', t('comments:delete.link'));
  await hand.press(page.getByRole('button', { name: t('comments:delete.confirm') }));
  await expect(page.getByRole('article', { name: t('comments:deletedLabel') })).toBeVisible();
  await expect(comment('Three, with backs.')).toBeVisible();
  await expect(page.getByText('Two benches')).toHaveCount(0);
});

test('a comment that is too long, or that the network loses, stays in its form', async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  const { page, context, hand } = await open({
    as: author,
    complaints: /ERR_INTERNET_DISCONNECTED|WebSocket/,
  });
  await page.goto(`/${town}/ideas/${idea.id}`);
  const form = page.getByRole('textbox', { name: t('comments:form.label') });
  const send = () => hand.press(page.getByRole('button', { name: t('comments:form.send') }));

  await form.fill('a'.repeat(4001));
  await send();
  await expect(page.getByRole('alert')).toContainText(t('problems:field.too_long', { count: 4000 }));
  await expect(form).toHaveValue('a'.repeat(4001));

  await form.fill('Written in a tunnel.');
  await context.setOffline(true);
  await send();
  await expect(page.getByRole('alert')).toContainText(t('form.unsent'));
  await expect(form).toHaveValue('Written in a tunnel.');
  await context.setOffline(false);
  await send();
  await expect(page.getByRole('article', { name: author.displayName })).toContainText('Written in a tunnel.');
  await expect(form).toHaveValue('');
});

test('a text stays when the session ends or the idea is hidden meanwhile', { tag: everyWay }, async ({
  open,
  t,
  way,
}) => {
  const [author, guest, moderator] = await Promise.all([newcomer(town), newcomer(town), official('council')]);
  const idea = await author.propose();
  const { page, context, hand } = await open({ as: guest, complaints: /40[14]/ });
  const form = page.getByRole('textbox', { name: t('comments:form.label') });
  const write = (words: string) => hand.write(form, words);
  const send = () => hand.press(page.getByRole('button', { name: t('comments:form.send') }));
  await page.goto(`/${town}/ideas/${idea.id}`);

  await write('Written for an hour.');
  const cookies = await context.cookies();
  await context.clearCookies();
  await send();
  await expect(page.getByRole('alert')).toContainText(t('problems:not_signed_in'));
  await expect(page.getByRole('link', { name: t('form.signInAgain') })).toBeVisible();
  await expect(form).toHaveValue('Written for an hour.');
  await context.addCookies(cookies);
  await send();
  await expect(page.getByRole('article').filter({ hasText: 'Written for an hour.' })).toBeVisible();

  await page.goto(`/${town}/ideas/${idea.id}`);
  await write('Another hour.');
  await moderator.call(contracts.moderation.hide, {
    params: { town, type: 'idea', id: idea.id },
    body: { reason: 'off_topic', note: 'It is about another town.' },
  });
  await send();
  await expect(page.getByRole('alert')).toContainText(t('problems:not_found'));
  if (way === 'plain') await expect(page.getByText('Another hour.')).toBeVisible();
  else await expect(form).toHaveValue('Another hour.');
});

test('a comment that is not answered after all has the focus again', async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  await author.comment(idea.id, 'Two benches would be better.');
  const { page, hand } = await open({ as: author });
  await page.goto(`/${town}/ideas/${idea.id}`);
  const comment = page.getByRole('article').filter({ hasText: 'Two benches' });
  await hand.press(comment.getByRole('link', { name: t('comments:answer'), exact: true }));
  await page.getByRole('button', { name: t('comments:form.cancel') }).press('Enter');
  await expect(comment).toBeFocused();
});

test('one comes back to a comment that one changed or deleted', async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose({ body: 'Where one can sit and read.\n\n'.repeat(100) });
  const { id } = await author.comment(idea.id, 'Two benches would be better.');
  const { page, hand } = await open({ as: author });
  const comment = page.locator(`#c-${id}`);
  const isThere = async (words: string) => {
    await expect(comment).toContainText(words);
    await expect(comment).toBeInViewport();
    await expect(comment).toBeFocused();
    await expect(page).toHaveURL(`/${town}/ideas/${idea.id}/${idea.slug}?focus=${id}#c-${id}`);
  };
  await page.goto(`/${town}/ideas/${idea.id}`);
  await hand.press(comment.getByRole('link', { name: t('comments:edit.link') }));
  await hand.write(page.getByRole('textbox', { name: t('comments:write.label') }), 'Three, even.');
  await hand.press(page.getByRole('button', { name: t('comments:edit.save') }));
  await isThere('Three, even.');
  await hand.press(comment.getByRole('link', { name: t('comments:delete.link') }));
  await hand.press(page.getByRole('button', { name: t('comments:delete.confirm') }));
  await isThere(t('comments:deleted'));
  await page.goBack();
  await isThere(t('comments:deleted'));
});

test('a comment that was corrected after a first try had arrived after all is not lost', async ({
  open,
  t,
}) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  const { page, hand } = await open({ as: author });
  await page.goto(`/${town}/ideas/${idea.id}`);
  const form = page.getByRole('textbox', { name: t('comments:form.label') });
  const send = () => hand.press(page.getByRole('button', { name: t('comments:form.send') }));
  const loseAnswers = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  };
  await page.route('**/*.data*', loseAnswers);
  await hand.write(form, 'Two benhces.');
  await send();
  await expect(page.getByRole('alert')).toContainText(t('form.unsent'));
  await page.unroute('**/*.data*', loseAnswers);

  await hand.write(form, 'Two benches.');
  await send();
  await expect(page.getByRole('alert')).toContainText(t('problems:sent_before'));
  await expect(form).toHaveValue('Two benches.');
  const first = page.getByRole('article').filter({ hasText: 'Two benhces.' });
  await expect(first.getByRole('link', { name: t('comments:edit.link') })).toBeVisible();
  await send();
  await expect(page.getByRole('article').filter({ hasText: 'Two benches.' })).toBeVisible();
  await expect(form).toHaveValue('');
  await page.reload();
  await expect(page.getByRole('article')).toContainText([/Two benhces/, /Two benches/]);
});

test('without scripts, links lead to every comment of three hundred answers in a row', async ({
  open,
  t,
}) => {
  test.slow();
  const author = await newcomer(town);
  const idea = await author.propose();
  let parent: string | undefined;
  for (let depth = 0; depth <= 300; depth++)
    ({ id: parent } = await author.comment(idea.id, `depth ${depth}`, parent));
  const { page, hand } = await open({ as: author, javaScriptEnabled: false });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const comment = (words: string) =>
    page.locator('article').filter({ has: page.getByText(words, { exact: true }) });
  const act = (words: string, name: string) =>
    hand.press(comment(words).getByRole('link', { name, exact: true }));
  const seen = new Set<string>();
  const read = async () => {
    await page.waitForLoadState();
    const words = await page.getByText(/^depth \d+$/).allTextContents();
    expect(words.length).toBeLessThan(65);
    for (const word of words) seen.add(word);
  };

  await page.goto(`/${town}/ideas/${idea.id}`);
  await read();
  await hand.press(link(t('comments:moreReplies', { count: 295 })));
  await read();
  const further = link(t('comments:moreRepliesBelow'));
  for (let pages = 0; (await further.count()) > 0; pages++) {
    expect(pages).toBeLessThan(10);
    await hand.press(further);
    await read();
  }
  expect(seen.size).toBe(301);

  await act('depth 300', t('comments:edit.link'));
  await hand.write(page.getByRole('textbox', { name: t('comments:write.label') }), 'the deepest');
  await hand.press(page.getByRole('button', { name: t('comments:edit.save') }));
  await act('the deepest', t('comments:edited'));
  await expect(page.locator('del').first()).toContainText('depth');
  await hand.press(link(t('comments:write.back')));

  await act('the deepest', t('comments:answer'));
  await hand.write(page.getByRole('textbox', { name: t('comments:write.label') }), 'deeper still');
  await hand.press(page.getByRole('button', { name: t('comments:form.sendAnswer') }));
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: comment('the deepest') })
      .last(),
  ).toContainText('deeper still');

  await act('the deepest', t('comments:delete.link'));
  await hand.press(page.getByRole('button', { name: t('comments:delete.confirm') }));
  await expect(page.getByRole('article', { name: t('comments:deletedLabel') })).toBeVisible();

  await expect(comment('depth 289')).toHaveCount(0);
  await hand.press(link(t('comments:above')));
  await expect(comment('depth 289')).toBeVisible();
});

test('the way up a long conversation leads the keyboard along', async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  const ids: string[] = [];
  for (let depth = 0; depth <= 30; depth++)
    ids.push((await author.comment(idea.id, `depth ${depth}`, ids.at(-1))).id);
  const { page } = await open();
  await page.goto(`/${town}/ideas/${idea.id}/${idea.slug}?focus=${ids[30]}#c-${ids[30]}`);
  await page.getByRole('link', { name: t('comments:above'), exact: true }).click();
  await expect(page.locator(`#c-${ids[19]}`)).toBeFocused();
  await expect(page.locator(`#c-${ids[19]}`)).toBeInViewport();
});

test('sorting a conversation by keyboard goes on at its beginning', async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  for (const words of ['first', 'second']) await author.comment(idea.id, words);
  const { page } = await open();
  await page.goto(`/${town}/ideas/${idea.id}/${idea.slug}`);
  await page.getByRole('link', { name: t('comments:sort.newest') }).press('Enter');
  await expect(page.locator('#comments')).toBeFocused();
});
