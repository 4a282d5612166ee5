import { Notice } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { useT } from '../../../shared/i18n';

const acts = ['hide', 'restore', 'dismiss'] as const;

/** Says which decision has just been taken. */
export function Done() {
  const t = useT();
  const [query] = useSearchParams();
  const act = acts.find((name) => name === query.get('done'));
  return act ? <Notice tone="success">{t(`moderation:decide.done.${act}`)}</Notice> : null;
}
