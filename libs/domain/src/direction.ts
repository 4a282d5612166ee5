import type { Direction, Language } from '@zbor/contracts';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ku']);

/** In which direction a text of this language runs. Kurdish is taken as Sorani where its script says so. */
export function directionOf(language: Language | string, text = ''): Direction {
  if (language === 'ku') return /\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr';
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}
