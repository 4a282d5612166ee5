import type { Locale } from '@zbor/contracts';
import { loadMessages, type Say, type Sentences, sentencesOf } from '@zbor/i18n';
import { createContext, useContext } from 'react';

/** Says a sentence by its key, `ideas:list.title`; the feature `shell` may be left out. */
export type T = Say;

const known = new Map<Locale, Promise<Sentences>>();

/** The sentences of a locale. Made once: nothing in them changes afterwards, so that all requests share them. */
export function sentencesIn(locale: Locale): Promise<Sentences> {
  const made = known.get(locale) ?? loadMessages[locale]().then((messages) => sentencesOf(locale, messages));
  known.set(locale, made);
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
