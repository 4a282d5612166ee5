import { groupedPhrase } from '@zbor/domain';
import { Button, Cluster, Notice, PageHead, Printer } from '@zbor/ui';
import { to } from '../../../../shared/addresses';
import { useScripts } from '../../../../shared/forms';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { usePage, useTown } from '../../../../shared/page-data';
import { Sentence } from '../../../../shared/sentence';

/** The one time that a phrase is seen; printed, the sheet alone is left. */
export function PhrasePaper({ phrase }: { phrase: string }) {
  const t = useT();
  const { slug, name } = useTown();
  const { origin } = usePage();
  const scripts = useScripts();
  const title = t('recovery:shown.title');
  return (
    <>
      <div className="recovery-unprinted">
        <Head title={title} private />
        <PageHead title={title} />
        <Notice tone="warning">{t('recovery:shown.once')}</Notice>
      </div>
      <div className="recovery-paper">
        <p>
          <Sentence of="recovery:shown.town" values={{ town: name }} />
        </p>
        <p className="recovery-figures" dir="ltr">
          {groupedPhrase(phrase)}
        </p>
        <p>{t('recovery:shown.go')}</p>
        <p className="recovery-address" dir="ltr">
          {origin.replace(/^https?:\/\//, '') + to.recover(slug)}
        </p>
        <p>{t('recovery:shown.safe')}</p>
      </div>
      <div className="recovery-unprinted">
        <Cluster>
          {scripts && (
            <Button type="button" icon={<Printer className="z-icon" />} onClick={() => window.print()}>
              {t('recovery:shown.print')}
            </Button>
          )}
          <Button variant="secondary" href={to.recovery(slug)}>
            {t('recovery:shown.done')}
          </Button>
        </Cluster>
      </div>
    </>
  );
}
