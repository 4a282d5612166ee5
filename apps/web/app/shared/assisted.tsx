import { Button } from '@zbor/ui';
import { to } from './addresses';
import { useT } from './i18n';

/** The bar above every page while somebody helps: whose words these are, and how to end it. */
export function Assisted({ town }: { town: string }) {
  const t = useT();
  return (
    <aside className="shell-assisted" aria-labelledby="assisted">
      <span id="assisted">{t('assisted.bar')}</span>
      <Button variant="secondary" size="small" href={to.finish(town)}>
        {t('assisted.finish')}
      </Button>
    </aside>
  );
}
