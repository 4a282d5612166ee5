import type { Receipt } from '@zbor/contracts';
import { groupedCode } from '@zbor/domain';
import { Button, Cluster, Narrow, Notice, PageHead, UserText } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { useScripts } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { QrCode } from '../../../shared/qr-code';

/** The receipt to take home: how to make the account one's own, and what one wrote. */
export function Paper({ receipt: { code, expiresAt, written }, qr }: { receipt: Receipt; qr: string }) {
  const t = useT();
  const town = useTown();
  const { origin } = usePage();
  const { date } = useFormats();
  const scripts = useScripts();
  const title = t('assistance:paper.title');
  return (
    <Narrow>
      <Head title={title} private />
      <div className="assistance-unprinted">
        <Notice tone="success" announce={false}>
          {t('assistance:paper.over')}
        </Notice>
        <Cluster>
          {scripts && (
            <Button type="button" onClick={() => window.print()}>
              {t('access-codes:cards.print')}
            </Button>
          )}
          <Button variant="secondary" href={to.signIn(town.slug)}>
            {t('assistance:paper.done')}
          </Button>
        </Cluster>
      </div>
      <article className="assistance-paper">
        <PageHead title={title} lead={<bdi>{town.name}</bdi>} />
        <div className="assistance-paper__claim">
          <QrCode path={qr} className="assistance-paper__qr" />
          <div>
            <p>{t('access-codes:cards.go')}</p>
            <p className="assistance-paper__figures" dir="ltr">
              {origin.replace(/^https?:\/\//, '') + to.claim(town.slug)}
            </p>
            <p>{t('access-codes:cards.type')}</p>
            <p className="assistance-paper__figures" data-code dir="ltr">
              {groupedCode(code)}
            </p>
            <p>{t('access-codes:cards.until', { date: date(expiresAt) })}</p>
          </div>
        </div>
        <p>{t('assistance:paper.what')}</p>
        <p>{t('assistance:paper.safe')}</p>
        <h2>{t('assistance:paper.written')}</h2>
        {written.length === 0 && <p>{t('assistance:paper.nothing')}</p>}
        {written.map(({ kind, title: heading, text }) => (
          <section key={`${kind} ${heading} ${text}`} className="assistance-paper__text">
            <p>{t(`assistance:paper.${kind}`)}</p>
            {heading && (
              <UserText>
                <strong>{heading}</strong>
              </UserText>
            )}
            <UserText>{text}</UserText>
          </section>
        ))}
      </article>
    </Narrow>
  );
}
