import { SubNavigation } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';
import { usePage } from '../../../shared/page-data';

type Current = 'ideas' | 'codes' | 'assist' | 'settings' | 'data';

/** The way between the pages of one's own. */
export function MyPages({ town, current }: { town: string; current: Current }) {
  const t = useT();
  const { can, assisted } = usePage();
  // With somebody at one's side there is only what one writes.
  if (assisted) return null;
  return (
    <SubNavigation
      label={t('identity:me.pages')}
      items={[
        { href: to.me(town), label: t('identity:me.ideas'), current: current === 'ideas' },
        ...(can.help ? [{ href: to.codes(town), label: t('nav.codes'), current: current === 'codes' }] : []),
        ...(can.help
          ? [{ href: to.assist(town), label: t('nav.assist'), current: current === 'assist' }]
          : []),
        { href: to.settings(town), label: t('identity:me.settings'), current: current === 'settings' },
        { href: to.myData(town), label: t('identity:me.data'), current: current === 'data' },
      ]}
    />
  );
}
