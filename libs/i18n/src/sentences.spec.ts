import type { Locale } from '@zbor/contracts';
import type { Messages } from './index';
import { type Say, sentencesOf } from './sentences';

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
