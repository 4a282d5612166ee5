import { Trans } from 'react-i18next';
import { useT } from './i18n';

export interface SentenceProps {
  /** Key of a sentence with names in `<bdi>{{name}}</bdi>`, links in `<a>…</a>`. */
  of: string;
  values?: Record<string, string | number>;
  /** Elements by the name of their tag in the sentence. */
  parts?: Record<string, React.ReactElement>;
}

/** A sentence that holds names or links; a name written by a person keeps its own direction. */
export function Sentence({ of, values, parts }: SentenceProps) {
  return (
    <Trans
      t={useT() as never}
      i18nKey={of as never}
      values={values}
      components={{ bdi: <bdi />, ...parts }}
    />
  );
}
