import { Button, DoneIllustration, EmptyState } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';

export default function Goodbye() {
  return (
    <Further of="privacy">
      <Page />
    </Further>
  );
}

/** Where one is led once the account is erased. */
function Page() {
  const t = useT();
  const { slug } = useTown();
  return (
    <>
      <Head title={t('privacy:goodbye.title')} private />
      <EmptyState
        level={1}
        picture={<DoneIllustration />}
        title={t('privacy:goodbye.title')}
        actions={<Button href={to.town(slug)}>{t('privacy:goodbye.back')}</Button>}
      >
        <p>{t('privacy:goodbye.text')}</p>
        <p>{t('privacy:goodbye.copies')}</p>
        <p>{t('privacy:goodbye.read')}</p>
      </EmptyState>
    </>
  );
}
