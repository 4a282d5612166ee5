import { newcomer } from '../support/person';
import { places } from '../support/places';
import { expect, test } from '../support/test';

test('6.2.7 every field for a passphrase tells a password manager what it is, and takes what is pasted', async ({
  open,
  world,
}) => {
  test.setTimeout(120_000);
  const seats = new Map<string, Awaited<ReturnType<typeof open>>>();
  const found = new Map<string, string[]>();
  for (const { name, path, as: who, act } of places) {
    if (act || who === 'moderator' || who === 'assisted') continue;
    const seat = seats.get(who ?? '') ?? (await open({ as: who && world[who] }));
    seats.set(who ?? '', seat);
    await seat.page.goto(path(world));
    const fields = await seat.page.locator('input[type=password]').evaluateAll((inputs) =>
      inputs.map((input) => {
        const { autocomplete, name, form, readOnly } = input as HTMLInputElement;
        const known = form?.querySelector('[autocomplete~=username]') ? ' with a name' : '';
        return `${name} ${autocomplete}${known}${readOnly ? ' locked' : ''}`;
      }),
    );
    if (fields.length > 0) found.set(name, fields);
  }
  const kinds = new Set([...found.values()].flat());
  expect(
    [...kinds].filter((kind) => !/^passphrase (current|new)-password( with a name)?$/.test(kind)),
  ).toEqual([]);
  for (const [name, field] of [
    ['sign-in', 'passphrase current-password with a name'],
    ['sign-up', 'passphrase new-password with a name'],
    ['operator, signed out', 'passphrase current-password with a name'],
  ] as const)
    expect(found.get(name)).toEqual([field]);
});

test('6.2.7 a passphrase is pasted, and signs in', async ({ open, t }) => {
  const person = await newcomer('graz');
  const { page, context } = await open();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/graz/sign-in?returnTo=/graz/me');
  const paste = async (name: string, text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.getByRole('textbox', { name, exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+v');
  };
  await paste(t('identity:signIn.signInName'), person.signInName);
  await paste(t('identity:signIn.passphrase'), 'violet tractor under snow');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('identity:signIn.submit') })
    .click();
  await expect(page).toHaveURL('/graz/me');
});
