import type { Person } from './person';
import type { Seat } from './test';
import type { Words } from './words';

/** Fills in the form for signing in that one sees. */
export async function signIn(
  { page, hand }: Seat,
  t: Words,
  { signInName }: Pick<Person, 'signInName'>,
  passphrase: string,
): Promise<void> {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await hand.write(field(t('identity:signIn.signInName')), signInName);
  await hand.write(field(t('identity:signIn.passphrase')), passphrase);
  await hand.press(page.getByRole('main').getByRole('button', { name: t('identity:signIn.submit') }));
}
