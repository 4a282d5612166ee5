import type { Direction, Locale, Translated } from '@zbor/contracts';
import { localeDirection } from '@zbor/i18n';

/** A sentence that a town wrote in some of its languages, in the one that suits the reader best. */
export interface InALanguage {
  text: string;
  lang: Locale;
  dir: Direction;
}

/** In the reader's locale, else in the first of the town's languages, else in any; null where nothing was written. */
export function inLocale(
  sentence: Translated,
  locale: Locale,
  languages: readonly Locale[] = [],
): InALanguage | null {
  const lang = [locale, ...languages, ...(Object.keys(sentence) as Locale[])].find((code) => sentence[code]);
  return lang ? { text: sentence[lang], lang, dir: localeDirection(lang) } : null;
}
