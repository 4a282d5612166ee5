import type { Locale } from '@zbor/contracts';
import { loadMessages, type Messages, type Namespace } from '@zbor/i18n';
import { createInstance, type TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { numberTag } from './locale-tags';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Messages;
  }
}

const namespaces = [
  'shell',
  'problems',
  'municipalities',
  'identity',
  'councils',
  'moderation',
  'comments',
  'ideas',
] as const satisfies readonly Namespace[];

/** Says a sentence by its key, `ideas:list.title`; the feature `shell` may be left out. */
export type T = TFunction<typeof namespaces>;

/** All sentences of one locale. */
export interface Sentences {
  locale: Locale;
  t: T;
  exists(key: string): boolean;
}

const known = new Map<Locale, Promise<Sentences>>();

/** The sentences of a locale. Made once: nothing in them changes afterwards, so that all requests share them. */
export function sentencesIn(locale: Locale): Promise<Sentences> {
  const made = known.get(locale) ?? makeSentences(locale);
  known.set(locale, made);
  return made;
}

async function makeSentences(locale: Locale): Promise<Sentences> {
  const instance = createInstance();
  await instance.init({
    lng: locale,
    resources: { [locale]: await loadMessages[locale]() },
    ns: namespaces,
    defaultNS: 'shell',
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  const numbers = new Intl.NumberFormat(numberTag(locale));
  instance.services.formatter?.add('number', (value: number) => numbers.format(value));
  return { locale, t: remembering(instance.t), exists: (key) => instance.exists(key) };
}

/** Plurals that are kept at most, so that no number can fill the memory. */
const mostPlurals = 5_000;

/** Most sentences hold nothing that changes, or a number alone: they are made once. */
function remembering(translate: TFunction): T {
  const t = translate as unknown as (key: string, options?: Record<string, unknown>) => string;
  const plain = new Map<string, string>();
  const plural = new Map<string, string>();
  const say = (key: string, options?: Record<string, unknown>): string => {
    if (options === undefined) return remembered(plain, key, () => t(key));
    const { count, ...others } = options;
    if (typeof count !== 'number' || Object.keys(others).length > 0) return t(key, options);
    if (plural.size > mostPlurals) plural.clear();
    return remembered(plural, `${count} ${key}`, () => t(key, { count }));
  };
  return say as unknown as T;
}

function remembered(known: Map<string, string>, key: string, make: () => string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** The sentences in which a page is written. */
export const SentencesContext = createContext<Sentences | null>(null);

export function useSentences(): Sentences {
  const sentences = useContext(SentencesContext);
  if (!sentences) throw new Error('A page is written in a language.');
  return sentences;
}

/** The function that says a sentence in the page's locale. */
export function useT(): T {
  return useSentences().t;
}
