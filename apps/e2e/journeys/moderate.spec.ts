import { ending, newcomer, official } from '../support/person';
import { everyWay, expect, test } from '../support/test';

const town = 'graz';
const note = 'Please say it without calling names.';

test('the council hides a reported comment with a reason, and shows it again', { tag: everyWay }, async ({
  open,
  t,
}) => {
  const [author, moderator] = await Promise.all([newcomer(town), official('council')]);
  const idea = await author.propose();
  const words = `You donkeys ${ending()}`;
  await author.comment(idea.id, words);
  const address = `/${town}/ideas/${idea.id}`;

  // Somebody without an account reports it.
  const visitor = await open();
  await visitor.page.goto(address);
  const said = visitor.page.getByText(words);
  const report = visitor.page.getByRole('article').filter({ has: said });
  await visitor.hand.press(report.getByRole('link', { name: t('comments:report') }));
  await visitor.hand.tick(visitor.page.getByRole('radio', { name: t('reason.insult') }));
  await visitor.hand.press(visitor.page.getByRole('button', { name: t('moderation:report.submit') }));
  await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText(
    t('moderation:report.thanksTitle'),
  );

  // A member of the council hides it.
  const { page, hand } = await open({ as: moderator });
  const press = (name: string) =>
    hand.press(page.getByRole('main').getByRole('button', { name, exact: true }));
  await page.goto(`/${town}`);
  await hand.press(page.getByRole('navigation').getByRole('link', { name: t('nav.moderation') }));
  const waiting = page.getByRole('listitem').filter({ hasText: words });
  await hand.press(waiting.getByText(t('moderation:decide.hide'), { exact: true }));
  await expect(waiting.getByRole('radio', { name: t('reason.insult') })).toBeChecked();
  await hand.write(waiting.getByRole('textbox', { name: t('moderation:decide.hideNote') }), note);
  await hand.press(waiting.getByRole('button', { name: t('moderation:decide.hideSubmit') }));
  await expect(page.getByText(t('moderation:decide.done.hide'))).toBeVisible();
  await expect(waiting).toHaveCount(0);

  // Everybody sees that it is hidden; its author also why.
  await visitor.page.goto(address);
  await expect(visitor.page.getByText(t('comments:hidden'))).toBeVisible();
  await expect(said).toHaveCount(0);
  const authors = await open({ as: author });
  await authors.page.goto(address);
  await expect(authors.page.getByText(t('comments:hiddenYours'))).toBeVisible();
  await expect(authors.page.getByText(t('reason.insult'))).toBeVisible();
  await expect(authors.page.getByText(note)).toBeVisible();
  await expect(authors.page.getByText(words)).toBeVisible();

  // It is shown again; the log tells both.
  await page.goto(address);
  await hand.press(page.getByRole('article').getByRole('link', { name: t('comments:restore') }));
  await press(t('moderation:decide.restoreSubmit'));
  await expect(page.getByRole('alert')).toContainText(t('problems:field.too_short', { count: 5 }));
  await hand.write(
    page.getByRole('textbox', { name: t('moderation:decide.restoreNote') }),
    'It was changed.',
  );
  await press(t('moderation:decide.restoreSubmit'));
  await expect(page.getByText(t('moderation:decide.done.restore'))).toBeVisible();
  await visitor.page.reload();
  await expect(said).toBeVisible();
  await page.goto(`/${town}/moderation/log`);
  const acts = page.getByRole('row').filter({ hasText: words });
  await expect(acts.filter({ hasText: t('moderation:log.hide') })).toContainText(note);
  await expect(acts.filter({ hasText: t('moderation:log.restore') })).toContainText('It was changed.');
});

test('the council keeps what was reported without a cause', { tag: everyWay }, async ({ open, t }) => {
  const [author, reporter, moderator] = await Promise.all([
    newcomer(town),
    newcomer(town),
    official('council'),
  ]);
  const idea = await author.propose();
  const reports = await open({ as: reporter });
  await reports.page.goto(`/${town}/ideas/${idea.id}`);
  await reports.hand.press(reports.page.getByRole('link', { name: t('ideas:report') }));
  await reports.hand.press(reports.page.getByRole('button', { name: t('moderation:report.submit') }));
  await expect(reports.page.getByRole('alert')).toContainText(t('problems:field.not_a_choice'));
  await reports.hand.tick(reports.page.getByRole('radio', { name: t('reason.off_topic') }));
  await reports.hand.write(
    reports.page.getByRole('textbox', { name: t('moderation:report.note') }),
    'Not here.',
  );
  await reports.hand.press(reports.page.getByRole('button', { name: t('moderation:report.submit') }));
  await expect(reports.page.getByText(t('moderation:report.thanks'))).toBeVisible();

  const { page, hand } = await open({ as: moderator });
  await page.goto(`/${town}/moderation`);
  const waiting = page.getByRole('listitem').filter({ hasText: idea.title });
  await expect(waiting).toContainText('Not here.');
  await hand.press(waiting.getByRole('button', { name: t('moderation:decide.keepSubmit', { count: 1 }) }));
  await expect(page.getByText(t('moderation:decide.done.dismiss'))).toBeVisible();
  await reports.page.goto(`/${town}/ideas/${idea.id}`);
  await expect(reports.page.getByRole('heading', { level: 1 })).toHaveText(idea.title);
});
