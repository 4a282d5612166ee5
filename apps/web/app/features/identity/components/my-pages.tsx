import { SubNavigation } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';

/** The way between the pages of one's own. */
export function MyPages({ town, current }: { town: string; current: 'ideas' | 'settings' }) {
  const t = useT();
  return (
    <SubNavigation
      label={t('identity:me.pages')}
      items={[
        { href: to.me(town), label: t('identity:me.ideas'), current: current === 'ideas' },
        { href: to.settings(town), label: t('identity:me.settings'), current: current === 'settings' },
      ]}
    />
  );
}
