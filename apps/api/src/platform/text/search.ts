/** PostgreSQL's stemmers for the languages in which people write here. */
const stemmers: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  lt: 'lithuanian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
};

/** Those under which a search is tried; more would cost time and find no more. */
export const searchedStemmers = [
  'simple',
  'english',
  'german',
  'french',
  'turkish',
  'arabic',
  'spanish',
  'italian',
];

/** Name of the text search configuration of a language; `simple` where PostgreSQL knows no endings of it. */
export function stemmerOf(language: string): string {
  return stemmers[language] ?? 'simple';
}

/**
 * The form in which texts are compared: lower case, without accents and vowel marks, with the variants of Arabic and
 * Persian letters made one and the joiners taken out.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ة]/g, 'ه')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .toLowerCase()
    .normalize('NFC');
}

/**
 * Patterns of which a text must hold all, for languages without a stemmer: each longer word without its last one or
 * two letters, where most of them carry their endings.
 */
export function wordPatterns(query: string): string[] {
  const words = fold(query).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.slice(0, 8).map((word) => {
    const stem = word.length >= 7 ? word.slice(0, -2) : word.length >= 4 ? word.slice(0, -1) : word;
    return `%${stem}%`;
  });
}
