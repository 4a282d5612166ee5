import { contracts } from '@zbor/contracts';
import { newcomer, passphrase } from '../support/person';
import { thePortal } from '../support/portal';
import { signIn } from '../support/signing';
import { everyWay, expect, test } from '../support/test';

const town = 'graz';

test('two people support an idea at once, and one takes it back', { tag: everyWay }, async ({
  open,
  t,
  way,
}) => {
  const [author, ...supporters] = await Promise.all([newcomer(town), newcomer(town), newcomer(town)]);
  const idea = await author.propose();
  const supports = async () => {
    const read = await author.call(contracts.ideas.read, { params: { town, id: idea.id }, query: {} });
    return read.idea.supports;
  };

  const seats = await Promise.all(
    supporters.map(async (supporter, process) => {
      const { page, hand } = await open({ as: supporter });
      await page.goto(`${thePortal().urls[process]}/${town}/ideas/${idea.id}`);
      const button = (pressed: boolean) =>
        page.getByRole('button', {
          name: pressed ? t('ideas:support.given') : t('ideas:support.give'),
          pressed,
        });
      return { page, button, press: (before: boolean) => hand.press(button(before)) };
    }),
  );
  const [first, second] = seats;
  if (!first || !second) throw new Error('Two sit here.');

  await Promise.all(seats.map((seat) => seat.press(false)));
  for (const { page, button } of seats) {
    await expect(button(true)).toBeVisible();
    if (way === 'plain') await page.reload();
    await expect(button(true)).toContainText('2');
  }
  expect(await supports()).toBe(2);

  await first.press(true);
  await expect(first.button(false)).toContainText('1');
  if (way === 'plain') await second.page.reload();
  await expect(second.button(true)).toContainText('1');
  expect(await supports()).toBe(1);
});

test('supporting leads a visitor to sign in, and back', { tag: everyWay }, async ({ open, t }) => {
  const author = await newcomer(town);
  const idea = await author.propose();
  const visitor = await newcomer(town);
  const seat = await open();
  const { page, hand } = seat;
  await page.goto(`/${town}/ideas/${idea.id}`);
  await hand.press(page.getByRole('link', { name: t('ideas:support.give') }));
  await expect(page.getByText(t('identity:signIn.goOn'))).toBeVisible();
  await signIn(seat, t, visitor, passphrase);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(idea.title);
  await hand.press(page.getByRole('button', { name: t('ideas:support.give') }));
  await expect(page.getByRole('button', { name: t('ideas:support.given') })).toContainText('1');
});
