import { SubNavigation } from '@zbor/ui';
import { to } from './addresses';
import { useT } from './i18n';
import { useTown } from './page-data';

type TownPage = 'settings' | 'people' | 'codes' | 'council' | 'audit';

/** The way between the pages on which an admin looks after the town. */
export function TownPages({ current }: { current: TownPage }) {
  const t = useT();
  const { slug } = useTown();
  return (
    <SubNavigation
      label={t('identity:admin.pages')}
      items={[
        { href: to.admin(slug), label: t('identity:admin.settings'), current: current === 'settings' },
        { href: to.people(slug), label: t('identity:admin.people'), current: current === 'people' },
        { href: to.quotas(slug), label: t('identity:admin.codes'), current: current === 'codes' },
        { href: to.editCouncil(slug), label: t('identity:admin.council'), current: current === 'council' },
        { href: to.audit(slug), label: t('identity:admin.audit'), current: current === 'audit' },
      ]}
    />
  );
}
