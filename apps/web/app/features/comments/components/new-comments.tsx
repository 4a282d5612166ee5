import { LiveRegion } from '@zbor/ui';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../shared/i18n';

/** News are gathered a moment before they are told, and told at most once in five seconds. */
const gather = { first: 1_000, between: 5_000 };

/** "3 new comments": says so politely, and shows them once one asks for them. */
export function NewComments({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useT();
  const [told, setTold] = useState(0);
  const last = useRef(0);
  useEffect(() => {
    if (count === told) return;
    const wait = count === 0 ? 0 : Math.max(gather.first, last.current + gather.between - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setTold(count);
    }, wait);
    return () => clearTimeout(timer);
  }, [count, told]);
  const message = told > 0 && count > 0 ? t('comments:new', { count: told }) : undefined;
  return <LiveRegion message={message} onShow={onShow} />;
}
