import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Sections } from '../components/sections';

/** For whom the pages were made, how they can be used, and what is still missing. */
export default function Accessibility() {
  const t = useT();
  const { name: town } = useTown();
  return (
    <Sections
      title={t('municipalities:accessibility.title')}
      lead={t('municipalities:accessibility.lead')}
      sections={[
        {
          id: 'use',
          title: t('municipalities:accessibility.use.title'),
          points: [
            t('municipalities:accessibility.use.keyboard'),
            t('municipalities:accessibility.use.reader'),
            t('municipalities:accessibility.use.size'),
            t('municipalities:accessibility.use.contrast'),
            t('municipalities:accessibility.use.motion'),
            t('municipalities:accessibility.use.scripts'),
          ],
        },
        {
          id: 'languages',
          title: t('municipalities:accessibility.languages.title'),
          points: [
            t('municipalities:accessibility.languages.switch'),
            t('municipalities:accessibility.languages.texts'),
          ],
        },
        {
          id: 'gaps',
          title: t('municipalities:accessibility.gaps.title'),
          points: [
            t('municipalities:accessibility.gaps.translation'),
            t('municipalities:accessibility.gaps.simple'),
            t('municipalities:accessibility.gaps.tell', { town }),
          ],
        },
      ]}
    />
  );
}
