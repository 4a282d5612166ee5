import { type Direction, type Locale, locales, type Translated } from '@zbor/contracts';
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

/**
 * The text in every language out of a sent form, whose fields are named `about-en`, `about-sl` … One that is missing
 * stays missing, so that the API refuses it: only an empty field empties a text.
 */
export function translatedIn(form: Record<string, string>, field: string): Translated {
  return Object.fromEntries(locales.map((code) => [code, form[`${field}-${code}`]])) as Translated;
}
