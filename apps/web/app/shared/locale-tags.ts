import type { Locale } from '@zbor/contracts';

/** The tag for figures and dates: with its numerals pinned, so that every browser and server writes the same. */
export const numberTag = (locale: Locale): string => `${locale === 'en' ? 'en-GB' : locale}-u-nu-latn`;
