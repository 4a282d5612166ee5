import { type Locale, locales } from '@zbor/contracts';
import { chooseLocale, loadEverything } from './index';

type Tree = { [key: string]: string | Tree };

/** Every sentence by its whole key. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const plural = /_(zero|one|two|few|many|other)$/;
const stems = (messages: Map<string, string>) =>
  new Set([...messages.keys()].map((key) => key.replace(plural, '')));
const placeholders = (text: string) => [...new Set(text.match(/{{\s*\w+/g) ?? [])].sort();

const catalogues = new Map<Locale, Map<string, string>>();
beforeAll(async () => {
  for (const locale of locales)
    catalogues.set(locale, flat((await loadEverything(locale)) as unknown as Tree));
});
const of = (locale: Locale) => catalogues.get(locale) ?? new Map<string, string>();

describe.each([...locales])('%s', (locale) => {
  test('has every sentence and no other', () => {
    expect([...stems(of(locale))].sort()).toEqual([...stems(of('en'))].sort());
  });

  test('leaves no sentence empty', () => {
    expect([...of(locale)].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('has exactly the plural forms of its language (CLDR)', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.slice().sort();
    const counted = new Set(
      [...of('en').keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')),
    );
    for (const stem of counted) {
      const forms = [...of(locale).keys()].filter(
        (key) => key.replace(plural, '') === stem && plural.test(key),
      );
      expect([stem, forms.map((key) => plural.exec(key)?.[1]).sort()]).toEqual([stem, wanted]);
    }
  });

  test('fills in what the English sentence fills in', () => {
    for (const [key, text] of of(locale)) {
      const stem = key.replace(plural, '');
      const english = [...of('en')]
        .filter(([name]) => name.replace(plural, '') === stem)
        .map(([, value]) => value);
      const allowed = new Set(english.flatMap(placeholders));
      for (const name of placeholders(text)) expect([key, allowed.has(name)]).toEqual([key, true]);
      // A form for exactly one or two may leave the number out; nothing else may be forgotten.
      const needed = [...allowed].filter((name) => !/count|number/i.test(name));
      for (const name of needed)
        if (!plural.test(key))
          expect([key, placeholders(text)]).toEqual([key, expect.arrayContaining([name])]);
    }
  });
});

test.each([
  ['ar,en;q=0.5', ['de', 'en', 'ar'], 'ar'],
  ['fr-FR, de-AT;q=0.8, en;q=0.9', ['de', 'en'], 'en'],
  ['uk-UA', ['sl', 'uk'], 'uk'],
  ['fr', ['sl', 'en'], 'sl'],
  ['de;q=0, en', ['de', 'en'], 'en'],
  ['', ['de'], 'de'],
  [undefined, ['ar'], 'ar'],
  [';;;,,,q=', ['sl'], 'sl'],
] as [string | undefined, Locale[], Locale][])(
  'who asks for %j among %j reads %s',
  (header, offered, locale) => {
    expect(chooseLocale(header, offered)).toBe(locale);
  },
);
