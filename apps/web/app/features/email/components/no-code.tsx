import { Button, EmptyState } from '@zbor/ui';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';

/** What a page for a code says to a browser that waits for none. */
export function NoCode({ again }: { again: string }) {
  const t = useT();
  const title = t('email:code.elsewhere');
  return (
    <>
      <Head title={title} private />
      <EmptyState level={1} title={title} actions={<Button href={again}>{t('email:code.again')}</Button>}>
        <p>{t('email:code.elsewhereText')}</p>
      </EmptyState>
    </>
  );
}
