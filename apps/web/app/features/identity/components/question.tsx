import { Panel } from '@zbor/ui';
import type { ReactNode } from 'react';
import { useT } from '../../../shared/i18n';

/** One question of a few, each with room of its own. */
export function Question({
  number,
  total,
  children,
}: {
  number: number;
  total: number;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <Panel>
      <p className="identity-question">{t('identity:signUp.question', { number, total })}</p>
      {children}
    </Panel>
  );
}
