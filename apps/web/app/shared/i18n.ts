import type { Locale } from '@zbor/contracts';
import { loadMessages, type Messages, type Namespace } from '@zbor/i18n';
import { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
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

/** A sentence by its key, `ideas:list.title`; the feature `shell` may be left out. */
export type T = TFunction<typeof namespaces>;

const instances = new Map<Locale, Promise<i18n>>();

/** The sentences of one locale. Made once: nothing in it changes afterwards, so that all requests share it. */
export function sentencesIn(locale: Locale): Promise<i18n> {
  const known = instances.get(locale);
  if (known) return known;
  const made = makeSentences(locale);
  instances.set(locale, made);
  return made;
}

async function makeSentences(locale: Locale): Promise<i18n> {
  const messages = await loadMessages[locale]();
  const instance = createInstance().use(initReactI18next);
  await instance.init({
    lng: locale,
    resources: { [locale]: messages },
    ns: namespaces,
    defaultNS: 'shell',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  const numbers = new Intl.NumberFormat(numberTag(locale));
  instance.services.formatter?.add('number', (value: number) => numbers.format(value));
  return instance;
}

/** The function that says a sentence in the page's locale. */
export function useT(): T {
  return useTranslation(namespaces).t;
}
