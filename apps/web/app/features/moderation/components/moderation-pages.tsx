import { SubNavigation } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';

/** The way between the pages of the moderators. */
export function ModerationPages({ town, current }: { town: string; current: 'queue' | 'log' }) {
  const t = useT();
  return (
    <SubNavigation
      label={t('moderation:pages.label')}
      items={[
        { href: to.moderation(town), label: t('moderation:pages.queue'), current: current === 'queue' },
        { href: to.moderationLog(town), label: t('moderation:pages.log'), current: current === 'log' },
      ]}
    />
  );
}
