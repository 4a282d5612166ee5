import { type Locale, locales } from '@zbor/contracts';
import { createInstance } from 'i18next';
import { loadEverything, type Messages } from './index';
import { type Say, type SentenceKey, sentencesOf, writingTag } from './sentences';

const catalogue = {
  shell: { skip: 'Skip', nav: { home: 'Home' } },
  ideas: {
    by: 'By {{name}} of {{town}}',
    shown_zero: 'none',
    shown_one: '{{count, number}} idea',
    shown_two: 'both',
    shown_few: '{{count, number}} few',
    shown_many: '{{count, number}} many',
    shown_other: '{{count, number}} ideas',
  },
} as unknown as Messages;

const say = (locale: Locale, key: string, values?: Parameters<Say>[1]) =>
  sentencesOf(locale, catalogue).t(key as Parameters<Say>[0], values);

test.each<[Locale, string, Parameters<Say>[1], string]>([
  ['en', 'skip', undefined, 'Skip'],
  ['en', 'nav.home', undefined, 'Home'],
  ['en', 'shell:nav.home', undefined, 'Home'],
  ['en', 'ideas:by', { name: '{{town}} $& <b>', town: 'Graz' }, 'By {{town}} $& <b> of Graz'],
  ['en', 'ideas:shown', { count: 1 }, '1 idea'],
  ['en', 'ideas:shown', { count: 12345 }, '12,345 ideas'],
  ['de', 'ideas:shown', { count: 12345 }, '12.345 ideas'],
  ['sl', 'ideas:shown', { count: 2 }, 'both'],
  ['uk', 'ideas:shown', { count: 3 }, '3 few'],
  ['ar', 'ideas:shown', { count: 0 }, 'none'],
  ['ar', 'ideas:shown', { count: 11 }, '11 many'],
])('in %s, %s with %j is %j', (locale, key, values, sentence) => {
  expect(say(locale, key, values)).toBe(sentence);
});

test('knows which sentences there are', () => {
  const { exists } = sentencesOf('en', catalogue);
  expect([exists('ideas:by'), exists('ideas:nothing'), exists('constructor')]).toEqual([true, false, false]);
});

/** The format is i18next's, and so is the measure: what it says, we say, for every sentence and any count. */
test.each([...locales])('in %s every sentence is said as i18next says it', async (locale) => {
  const messages = await loadEverything(locale);
  const library = createInstance();
  await library.init({
    lng: locale,
    resources: { [locale]: messages },
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  const numbers = new Intl.NumberFormat(writingTag(locale));
  const written = (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value));
  library.services.formatter?.add('number', written);
  const { t } = sentencesOf(locale, messages);
  const keys = Object.entries(messages).flatMap(([feature, part]) => keysIn(part, `${feature}:`));
  const names = new Set(JSON.stringify(messages).match(/(?<=\{\{)\w+/g));
  expect(keys.length).toBeGreaterThan(300);
  for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 102, 1_000_000]) {
    const values = Object.fromEntries([...names].map((name) => [name, `<b>${name} $&</b>`]));
    const filled = { ...values, count };
    for (const key of keys) expect(t(key as SentenceKey, filled)).toBe(library.t(key, filled));
  }
});

function keysIn(part: object, before: string): string[] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [before + name.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysIn(value, `${before}${name}.`),
  );
}
