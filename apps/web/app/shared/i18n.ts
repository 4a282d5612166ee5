import type { Say, Sentences } from '@zbor/i18n';
import { createContext, useContext } from 'react';

/** Says a sentence by its key, `ideas:list.title`; the feature `shell` may be left out. */
export type T = Say;

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
