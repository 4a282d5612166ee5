import { passphraseKey } from '@zbor/domain';
import { dictionary } from '@zxcvbn-ts/language-common';

/** What turns up most in what was stolen elsewhere. The list comes with its package: no service hears of a passphrase. */
const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** So many figures and signs around a word do not make it another one: they are tried along with it. */
const AROUND = 6;

const isLetter = (character: string) => /\p{L}/u.test(character);

/** Whether it leaked elsewhere as it is, twice in a row, or with some figures and signs around it. */
export function isLeaked(passphrase: string): boolean {
  const key = passphraseKey(passphrase).toLowerCase();
  if (leaked.has(key)) return true;
  const half = key.slice(0, key.length / 2);
  if (half + half === key && leaked.has(half)) return true;
  const characters = [...key];
  const core = characters
    .slice(characters.findIndex(isLetter), characters.findLastIndex(isLetter) + 1)
    .join('');
  return key.length - core.length <= AROUND && leaked.has(core);
}
