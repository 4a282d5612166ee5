import { contracts } from '@zbor/contracts';
import { newcomer, official, type Person } from '../support/person';
import { thePortal } from '../support/portal';
import { startServer } from '../support/server';
import { expect, type Seat, test } from '../support/test';
import type { Words } from '../support/words';

const town = 'graz';
const patience = { timeout: 20_000 };

/** An idea with some comments, and somebody who reads it at the other process. */
async function sitDown(
  open: (options?: { complaints: RegExp; as?: Person }) => Promise<Seat>,
  url?: string,
  person?: Person,
) {
  const author = await newcomer(town);
  const idea = await author.propose();
  for (let number = 1; number <= 8; number++) await author.comment(idea.id, `Words ${number}`);
  const seat = await open({
    as: person,
    complaints: /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket/,
  });
  const { page } = seat;
  const connected = page.waitForEvent('websocket');
  await page.goto(`${url ?? thePortal().urls[1]}/${town}/ideas/${idea.id}`);
  const socket = await connected;
  // In socket.io's protocol 43 is the answer to what one asked: to stand in the room.
  await socket.waitForEvent('framereceived', ({ payload }) => String(payload).startsWith('43'));
  return { ...seat, author, idea };
}

const news = ({ page }: Pick<Seat, 'page'>, t: Words, count: number) =>
  page.getByRole('status').getByRole('button', { name: t('comments:new', { count }) });

test('a comment arrives at the other process and moves nothing', async ({ open, t }) => {
  const { page, author, idea } = await sitDown(open);
  const reading = page.getByText('Words 7', { exact: true });
  await reading.scrollIntoViewIfNeeded();
  const before = await reading.boundingBox();

  await author.comment(idea.id, 'Fresh words');
  await expect(news({ page }, t, 1)).toBeVisible();
  await author.comment(idea.id, 'Fresher words');
  await expect(news({ page }, t, 2)).toBeVisible();
  expect(await reading.boundingBox()).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await expect(page.getByText('Fresh words', { exact: true })).toHaveCount(0);

  await news({ page }, t, 2).click();
  await expect(page.getByText('Fresher words', { exact: true })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Fresh words' })).toBeFocused();
  await expect(page.getByRole('article', { name: author.displayName })).toHaveCount(10);
});

test('a comment that one answers is liked, and one goes on writing where one is', async ({ open, t }) => {
  const guest = await newcomer(town);
  const { page, hand, author, idea } = await sitDown(open, undefined, guest);
  const comment = page.getByRole('article').filter({ hasText: 'Words 7' });
  await hand.press(comment.getByRole('link', { name: t('comments:answer'), exact: true }));
  await expect(page.getByRole('textbox').last()).toBeFocused();
  const first = page.getByRole('textbox', { name: t('comments:form.label') });
  await first.fill('Something else first');
  const id = (await comment.getAttribute('id'))?.slice(2) ?? '';
  await author.call(contracts.comments.like, { params: { town, id } });
  await expect(comment).toContainText(t('comments:likeCounted', { shown: '1' }));
  await expect(first).toBeFocused();
  await expect(page).toHaveURL(new RegExp(idea.id));
});

test('nothing is missing after the network was away', async ({ open, t }) => {
  const { page, context, author, idea } = await sitDown(open);
  await context.setOffline(true);
  await author.comment(idea.id, 'Said meanwhile');
  await author.comment(idea.id, 'And this');
  await context.setOffline(false);
  await news({ page }, t, 2).click(patience);
  await expect(page.getByText('Said meanwhile', { exact: true })).toBeVisible();
  await expect(page.getByText('And this', { exact: true })).toBeVisible();
});

test('nothing is missing after a server was killed and came back', async ({ open, t }) => {
  const first = await startServer(thePortal().databaseUrl);
  const { page, author, idea } = await sitDown(open, first.url);
  await first.kill();
  await author.comment(idea.id, 'Said meanwhile');
  const again = await startServer(thePortal().databaseUrl, Number(new URL(first.url).port));
  await expect(news({ page }, t, 1)).toBeVisible(patience);
  await author.comment(idea.id, 'Said afterwards');
  await news({ page }, t, 2).click(patience);
  await expect(page.getByText('Said meanwhile', { exact: true })).toBeVisible();
  await expect(page.getByText('Said afterwards', { exact: true })).toBeVisible();
  await again.stop();
});

test('what is changed, hidden, restored and deleted changes in its place', async ({ open, t }) => {
  const moderator = await official('council');
  const { page, author, idea } = await sitDown(open);
  const { id } = await author.comment(idea.id, 'I would sit there.');
  await news({ page }, t, 1).click();
  const comment = page.locator(`#c-${id}`);
  const params = { town, id };
  const onSubject = { ...params, type: 'comment' as const };

  await author.call(contracts.comments.edit, { params, body: { body: 'I would sleep there.' } });
  await expect(comment).toContainText('I would sleep there.');
  await moderator.call(contracts.moderation.hide, {
    params: onSubject,
    body: { reason: 'other', note: 'For a moment' },
  });
  await expect(comment).toContainText(t('comments:hidden'));
  await expect(comment).not.toContainText('I would sleep there.');
  await moderator.call(contracts.moderation.restore, { params: onSubject, body: { note: 'It is fine' } });
  await expect(comment).toContainText('I would sleep there.');
  await author.call(contracts.comments.remove, { params });
  await expect(comment).toContainText(t('comments:deleted'));
});
