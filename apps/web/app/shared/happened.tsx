import { Notice } from '@zbor/ui';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useT } from './i18n';

/** What has just been done or refused, where a form led back to this page: `?done=…` or `?problem=…`. */
export function Happened({ done = {} }: { done?: Record<string, string> }) {
  const t = useT();
  const { i18n } = useTranslation();
  const [query] = useSearchParams();
  const sentence = done[query.get('done') ?? ''];
  if (sentence) return <Notice tone="success" title={sentence} />;
  const problem = query.get('problem') ?? '';
  if (!/^[a-z_]+$/.test(problem) || !i18n.exists(`problems:${problem}`)) return null;
  return (
    <Notice
      tone="warning"
      title={t(`problems:${problem as 'too_fast'}`, { seconds: Number(query.get('seconds')) })}
    />
  );
}
