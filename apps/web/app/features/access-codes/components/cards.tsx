import type { Locale } from '@zbor/contracts';
import { groupedCode } from '@zbor/domain';
import { localeDirection } from '@zbor/i18n';
import { Button, Cluster, Notice, PageHead, Printer } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { useScripts } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { QrCode } from '../../../shared/qr-code';

export interface Printed {
  expiresAt: string;
  cards: { code: string; qr: string }[];
  /** What a card is for, in the languages of the town. */
  words: { lang: Locale; text: string }[];
}

/** Cards to print and cut out, eight on a sheet of A4. */
export function Cards({ printed: { cards, words, expiresAt } }: { printed: Printed }) {
  const t = useT();
  const town = useTown();
  const { origin } = usePage();
  const { date } = useFormats();
  const scripts = useScripts();
  const address = `${origin.replace(/^https?:\/\//, '')}${to.join(town.slug)}`;
  const title = t('access-codes:cards.title');
  return (
    <>
      <div className="codes-unprinted">
        <Head title={title} private />
        <PageHead title={title} />
        <Notice tone="warning">{t('access-codes:cards.lead')}</Notice>
        <Cluster>
          {scripts && (
            <Button type="button" icon={<Printer className="z-icon" />} onClick={() => window.print()}>
              {t('access-codes:cards.print')}
            </Button>
          )}
          <Button variant="secondary" href={to.codes(town.slug)}>
            {t('access-codes:cards.back')}
          </Button>
        </Cluster>
      </div>
      <ul className="codes-sheet">
        {cards.map(({ code, qr }) => (
          <li key={code} className="codes-card">
            <div className="codes-card__main">
              <QrCode path={qr} className="codes-card__qr" />
              <div>
                <p className="codes-card__town">
                  <bdi>{town.name}</bdi>
                </p>
                <p>{t('access-codes:cards.go')}</p>
                <p className="codes-card__address" dir="ltr">
                  {address}
                </p>
                <p>{t('access-codes:cards.type')}</p>
                <p className="codes-card__code" dir="ltr">
                  {groupedCode(code)}
                </p>
                <p>{t('access-codes:cards.until', { date: date(expiresAt) })}</p>
              </div>
            </div>
            {words.map(({ lang, text }) => (
              <p key={lang} className="codes-card__words" lang={lang} dir={localeDirection(lang)}>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
