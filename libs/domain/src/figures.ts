/** Figures of a printed code, the last of which is the check figure. The others are drawn by chance: 56 bits. */
export const CODE_FIGURES = 18;

/** Figures of a recovery phrase, of which 31 are drawn by chance: 102 bits. */
export const PHRASE_FIGURES = 32;

/**
 * Damm's quasigroup of order ten (H. M. Damm, 2004): a check figure by it finds every single wrong figure and every
 * two neighbours that changed places, which are nearly all slips of typing.
 */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

function checkOf(figures: string): number {
  return [...figures].reduce((interim, figure) => damm[interim]?.[Number(figure)] ?? 0, 0);
}

/** The code of these figures, drawn by chance: with its check figure at the end. */
export function codeOf(drawn: string): string {
  return drawn + checkOf(drawn);
}

/** As it is printed: in groups of three. */
export function groupedCode(code: string): string {
  return code.replace(/.{3}(?=.)/g, '$& ');
}

/** A phrase as it is printed: in groups of four. */
export function groupedPhrase(phrase: string): string {
  return phrase.replace(/.{4}(?=.)/g, '$& ');
}

/** The code that somebody typed, in ASCII; null where figures are missing, too many or mistyped. */
export function typedCode(typed: string): string | null {
  return checked(typed, CODE_FIGURES);
}

/** The recovery phrase that somebody typed, as `typedCode` reads codes. */
export function typedPhrase(typed: string): string | null {
  return checked(typed, PHRASE_FIGURES);
}

function checked(typed: string, length: number): string | null {
  const code = figuresIn(typed);
  return code?.length === length && checkOf(code) === 0 ? code : null;
}

/**
 * What somebody typed, in ASCII: figures of any script, with blanks, hyphens or dots wherever they like. Null where
 * anything else stands there.
 */
export function figuresIn(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}.·_]/gu, '');
  if (!/^\p{Nd}+$/u.test(bare)) return null;
  return Array.from(bare, (figure) => digitOf(figure.codePointAt(0) ?? 0)).join('');
}

/** Unicode keeps the ten figures of a script together, from zero on; some scripts follow one another. */
function digitOf(codePoint: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return before % 10;
}
