import type { Locale } from '@zbor/contracts';
import { type FurtherMessages, loadFurther, loadMessages, type Sentences, sentencesOf } from '@zbor/i18n';
import { type ReactNode, Suspense, use } from 'react';
import { SentencesContext, useSentences } from './i18n';

const known = new Map<string, Promise<Sentences>>();

function sentencesWith(locale: Locale, feature: keyof FurtherMessages): Promise<Sentences> {
  const key = `${locale} ${feature}`;
  const made =
    known.get(key) ??
    Promise.all([loadMessages[locale](), loadFurther[feature][locale]()]).then(([messages, further]) =>
      sentencesOf(locale, { ...messages, [feature]: further }),
    );
  known.set(key, made);
  return made;
}

/** Lets a page also say the sentences of a catalogue that comes with this page, and with no first view of another. */
export function Further({ of, children }: { of: keyof FurtherMessages; children: ReactNode }) {
  return (
    <Suspense>
      <Loaded of={of}>{children}</Loaded>
    </Suspense>
  );
}

function Loaded({ of, children }: { of: keyof FurtherMessages; children: ReactNode }) {
  const known = useSentences();
  const sentences = known.include(of) ? known : use(sentencesWith(known.locale, of));
  return <SentencesContext value={sentences}>{children}</SentencesContext>;
}
