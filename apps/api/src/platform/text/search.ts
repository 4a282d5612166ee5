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

/** A text as a stemmer takes it: that of Arabic knows the letters of Arabic, which a Persian keyboard has not. */
export const prepared = (text: string, stemmer: string): string => {
  if (stemmer === 'simple') return fold(text);
  return stemmer === 'arabic' ? text.replace(/ک/g, 'ك').replace(/ی/g, 'ي').replace(/ە/g, 'ه') : text;
};

/** A query without its -words, and those, either of which must be missing under every stemmer. */
export function withoutMinus(query: string): { wanted: string; unwanted: string } {
  const words = query.split(/\s+/);
  const isUnwanted = (word: string) => word.length > 1 && word.startsWith('-');
  return {
    wanted: words.filter((word) => !isUnwanted(word)).join(' '),
    unwanted: words
      .filter(isUnwanted)
      .map((word) => word.slice(1))
      .join(' OR '),
  };
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

/** The words of a text as patterns look for them: folded, each after a blank. */
export function wordsOf(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

/** Scripts that leave no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Patterns of which a text must hold all, for languages without a stemmer: the beginning of each longer word, without its
 * last one or two letters, where most of them carry their endings. None where a query says more than words: "together",
 * -without, either OR other.
 */
export function wordPatterns(query: string): string[] {
  if (withoutMinus(query).unwanted || /"|\sOR\s/.test(query)) return [];
  const words = fold(query).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.slice(0, 8).map((word) => {
    if (unspaced.test(word)) return `%${word}%`;
    const stem = word.length >= 6 ? word.slice(0, -2) : word.length >= 4 ? word.slice(0, -1) : word;
    return `% ${stem}%`;
  });
}
