import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Sections } from '../components/sections';

/** What is kept of whom, for how long, and who sees it. */
export default function Privacy() {
  const t = useT();
  const { name: town } = useTown();
  return (
    <Sections
      title={t('municipalities:privacy.title')}
      lead={t('municipalities:privacy.lead', { town })}
      sections={[
        {
          id: 'reading',
          title: t('municipalities:privacy.reading.title'),
          points: [
            t('municipalities:privacy.reading.account'),
            t('municipalities:privacy.reading.cookies'),
            t('municipalities:privacy.reading.others'),
          ],
        },
        {
          id: 'account',
          title: t('municipalities:privacy.account.title'),
          points: [
            t('municipalities:privacy.account.asked'),
            t('municipalities:privacy.account.notAsked'),
            t('municipalities:privacy.account.passphrase'),
            t('municipalities:privacy.account.session'),
            t('municipalities:privacy.account.town', { town }),
          ],
        },
        {
          id: 'public',
          title: t('municipalities:privacy.public.title'),
          points: [
            t('municipalities:privacy.public.seen'),
            t('municipalities:privacy.public.notSeen'),
            t('municipalities:privacy.public.versions'),
            t('municipalities:privacy.public.reports'),
          ],
        },
        {
          id: 'rights',
          title: t('municipalities:privacy.rights.title'),
          points: [
            t('municipalities:privacy.rights.change'),
            t('municipalities:privacy.rights.delete'),
            t('municipalities:privacy.rights.account', { town }),
          ],
        },
      ]}
    />
  );
}
