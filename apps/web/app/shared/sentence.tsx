import type { SentenceKey } from '@zbor/i18n';
import { cloneElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { useT } from './i18n';

export interface SentenceProps {
  /** Key of a sentence with names in `<bdi>{{name}}</bdi>`, links in `<a>…</a>`; one within another is not understood. */
  of: SentenceKey;
  values?: Record<string, string | number>;
  /** Elements by the name of their tag in the sentence. */
  parts?: Record<string, ReactElement<{ children?: ReactNode }>>;
}

/** A character that nobody writes stands on both sides of a value's name until the tags are read. */
const marks = /\ue000(\w+)\ue000/g;

/**
 * A sentence that holds names or links; a name written by a person keeps its own direction. What a person wrote is put
 * in after the tags were read, so that it is never taken for one.
 */
export function Sentence({ of, values = {}, parts = {} }: SentenceProps) {
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string');
  const held = Object.fromEntries(texts.map(([name]) => [name, `\ue000${name}\ue000`]));
  const sentence = useT()(of, { ...values, ...held });
  const fill = (text: string) => text.replace(marks, (_, name: string) => String(values[name]));
  const elements: Record<string, ReactElement<{ children?: ReactNode }>> = {
    bdi: <bdi />,
    strong: <strong />,
    ...parts,
  };
  const pieces = sentence.split(/(<(\w+)>.*?<\/\2>)/).filter((_, index) => index % 3 !== 2);
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.length;
    const [, tag = '', inside = ''] = /^<(\w+)>(.*)<\/\1>$/.exec(piece) ?? [];
    const element = elements[tag];
    return element ? (
      cloneElement(element, { key }, fill(inside))
    ) : (
      <Fragment key={key}>{fill(tag ? inside : piece)}</Fragment>
    );
  });
}
