import { Notice } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { waitSentence } from './forms';
import { useSentences } from './i18n';

/** What has just been done or refused, where a form led back to this page: `?done=…` or `?problem=…`. */
export function Happened({ done = {} }: { done?: Record<string, string> }) {
  const { t, exists } = useSentences();
  const [query] = useSearchParams();
  const sentence = new Map(Object.entries(done)).get(query.get('done') ?? '');
  if (sentence) return <Notice tone="success" title={sentence} />;
  const problem = `problems:${query.get('problem')}`;
  if (!exists(problem)) return null;
  const wait = problem === 'problems:too_fast' && Number(query.get('seconds'));
  return <Notice tone="warning" title={wait ? waitSentence(t, wait) : t(problem)} />;
}
