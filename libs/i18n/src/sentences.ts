import type { Locale } from '@zbor/contracts';
import type { AllMessages, Messages, Namespace } from './index';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
export type WithoutPlural<Name extends string> = Name extends `${infer Base}_${Plural}` ? Base : Name;
type KeysOf<Part, Before extends string> = {
  [Name in keyof Part & string]: Part[Name] extends string
    ? `${Before}${WithoutPlural<Name>}`
    : KeysOf<Part[Name], `${Before}${Name}.`>;
}[keyof Part & string];

/** Where a sentence stands: `ideas:list.title`; the feature `shell` may be left out. */
export type SentenceKey =
  | { [Feature in Namespace]: KeysOf<AllMessages[Feature], `${Feature}:`> }[Namespace]
  | KeysOf<Messages['shell'], ''>;

/** What is put into a sentence; `count` also chooses its plural. */
export type Values = Record<string, string | number | undefined>;

export type Say = (key: SentenceKey, values?: Values) => string;

/** All sentences of one locale. */
export interface Sentences {
  locale: Locale;
  t: Say;
  exists(key: string): key is SentenceKey;
  include(feature: Namespace): boolean;
  /** These and more. */
  with(more: Partial<AllMessages>): Sentences;
}

/** The tag by which figures and dates are written: numerals pinned, so that every browser and server writes the same. */
export const writingTag = (locale: Locale): string => `${locale === 'en' ? 'en-GB' : locale}-u-nu-latn`;

/**
 * Says sentences out of a catalogue in the format of i18next: `{{name}}`, `{{count, number}}`, plurals by the categories
 * of CLDR (`_one`, `_few` …). Values are put in as they are; React escapes what is shown.
 */
export function sentencesOf(locale: Locale, messages: Partial<AllMessages>): Sentences {
  const texts = new Map<string, string>();
  for (const [feature, part] of Object.entries(messages)) collect(texts, `${feature}:`, part);
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(writingTag(locale));
  const find = (key: string, count: unknown) => {
    const whole = key.includes(':') ? key : `shell:${key}`;
    if (typeof count !== 'number') return texts.get(whole);
    return texts.get(`${whole}_${plurals.select(count)}`) ?? texts.get(`${whole}_other`) ?? texts.get(whole);
  };
  const write = (value: string | number | undefined, asNumber: boolean) =>
    asNumber && typeof value === 'number' ? numbers.format(value) : String(value ?? '');
  return {
    locale,
    include: (feature) => feature in messages,
    with: (more) => sentencesOf(locale, { ...messages, ...more }),
    exists: (key): key is SentenceKey => find(key, undefined) !== undefined,
    t(key, values) {
      const text = find(key, values?.count) ?? key;
      if (!values) return text;
      return text.replace(/\{\{(\w+)(, number)?\}\}/g, (_, name: string, number?: string) =>
        write(values[name], number !== undefined),
      );
    },
  };
}

function collect(texts: Map<string, string>, before: string, part: object): void {
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === 'string') texts.set(before + name, value);
    else collect(texts, `${before}${name}.`, value);
  }
}
