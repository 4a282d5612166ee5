import { type Catalogue, loadCatalogue, type Sentences } from '@zbor/i18n';
import { type ReactNode, Suspense, use } from 'react';
import { SentencesContext, useSentences } from './i18n';

const made = new WeakMap<Sentences, Map<Catalogue, Promise<Sentences>>>();

/** These sentences and those of a catalogue; made once, so that a page which waits for them finds them. */
function sentencesWith(known: Sentences, of: Catalogue): Promise<Sentences> {
  const before = made.get(known) ?? new Map<Catalogue, Promise<Sentences>>();
  const all = before.get(of) ?? loadCatalogue(known.locale, of).then((more) => known.with(more));
  made.set(known, before.set(of, all));
  return all;
}

/** Lets pages also say the sentences of a catalogue that comes with them, and with no first view of another. */
export function Further({ of, children }: { of: Catalogue; children: ReactNode }) {
  return (
    <Suspense>
      <Loaded of={of}>{children}</Loaded>
    </Suspense>
  );
}

function Loaded({ of, children }: { of: Catalogue; children: ReactNode }) {
  const known = useSentences();
  const there = known.include(of === 'account' ? 'identity' : of);
  const sentences = there ? known : use(sentencesWith(known, of));
  return <SentencesContext value={sentences}>{children}</SentencesContext>;
}
