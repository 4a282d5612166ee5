/**
 * PostgreSQL's stemmers, by the script of the languages they are for. A search is tried with those of its script, each of
 * which costs time; so the languages that are written about least go without, and are found by the beginnings of words.
 */
const stemmers: { script: RegExp; of: Record<string, string> }[] = [
  {
    script: /\p{Script=Latin}/u,
    of: { en: 'english', de: 'german', fr: 'french', tr: 'turkish', es: 'spanish', it: 'italian' },
  },
  { script: /\p{Script=Arabic}/u, of: { ar: 'arabic' } },
  { script: /\p{Script=Cyrillic}/u, of: { ru: 'russian' } },
  { script: /\p{Script=Greek}/u, of: { el: 'greek' } },
  { script: /\p{Script=Armenian}/u, of: { hy: 'armenian' } },
  { script: /\p{Script=Devanagari}/u, of: { hi: 'hindi' } },
];

/** Names of the text search configurations under which these words may be found. */
export function searchedStemmers(words: string): string[] {
  const fitting = stemmers.filter(({ script }) => script.test(words));
  return ['simple', ...fitting.flatMap(({ of }) => Object.values(of))];
}

/** Name of the text search configuration of a language; `simple` where a search is tried with no other. */
export function stemmerOf(language: string): string {
  return stemmers.map(({ of }) => of[language]).find((name) => name !== undefined) ?? 'simple';
}

/**
 * The form in which texts are compared: lower case, without accents and vowel marks, with the variants of Arabic and
 * Persian letters made one, and without joiners and apostrophes, of which each keyboard has another.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200c\u200d]/gu, '')
    .replace(/['`\u02bc\u2018\u2019]/g, '')
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
    const stem = word.length >= 6 ? word.slice(0, -2) : word.length >= 4 ? word.slice(0, -1) : word;
    return `%${stem}%`;
  });
}
