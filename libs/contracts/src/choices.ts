// What one chooses among, apart from the schemas: pages may use it without shipping what validates.

/** Locales of the interface. */
export const locales = ['en', 'sl', 'de', 'uk', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** ISO 639-1 codes of the languages that people write in here. Any of them may be chosen for a text. */
export const languages = [
  'am',
  'ar',
  'az',
  'be',
  'bg',
  'bn',
  'bs',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'it',
  'ja',
  'ka',
  'ku',
  'lt',
  'lv',
  'mk',
  'nl',
  'no',
  'pa',
  'pl',
  'ps',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'ta',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
] as const;
export type Language = (typeof languages)[number];

/**
 * Roles of an account within its municipality, the one with the most rights last. A facilitator (of an NGO, a library,
 * a shelter) helps others take part.
 */
export const roles = ['participant', 'facilitator', 'council', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];
/** Those that somebody gives; a participant is whoever has none of them. */
export const givenRoles = ['facilitator', 'council', 'staff', 'admin'] as const;
export type GivenRole = (typeof givenRoles)[number];
