import type { FieldErrorCode } from '@zbor/contracts';

/** The form in which two sign-in names are the same: Unicode NFKC, case folded. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** The form in which a passphrase is hashed: NFKC, so that another keyboard gives the same (NIST SP 800-63B). */
export function passphraseKey(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

const sequences = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'password',
];

/**
 * Refuses what is guessed first: one character repeated, a run of the keyboard or alphabet, or the sign-in name
 * itself. Which characters are used is nobody's business.
 */
export function passphraseProblem(passphrase: string, signInName: string): FieldErrorCode | null {
  const key = passphraseKey(passphrase).toLowerCase();
  if (new Set(key).size < 4) return 'too_common';
  const name = nameKey(signInName);
  const rest = name.length >= 3 ? key.split(name).join('') : key;
  if (rest.length < 6) return 'too_common';
  const stripped = sequences.reduce((left, run) => {
    for (let size = run.length; size >= 4; size--) {
      for (let at = 0; at + size <= run.length; at++) left = left.split(run.slice(at, at + size)).join('');
    }
    return left;
  }, rest);
  return stripped.length < 5 ? 'too_common' : null;
}
