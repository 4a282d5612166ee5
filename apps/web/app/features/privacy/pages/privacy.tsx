import { type Held, privacy } from '@zbor/contracts';
import type { SentenceKey } from '@zbor/i18n';
import { Button, DataTable, Narrow, PageHead, Section } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import type { Route } from './+types/privacy';
import '../privacy.css';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return apiOf({ request, context, params })(privacy.held, { params: { town: params.town } });
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  return (
    <Further of="privacy">
      <Page held={loaderData.items} />
    </Further>
  );
}

/** What is held of whom, what for and how long, as the columns themselves say it; and who sees it. */
function Page({ held }: { held: Held[] }) {
  const t = useT();
  const { name: town, slug } = useTown();
  const { account } = usePage();
  return (
    <Narrow>
      <Head title={t('privacy:page.title')} description={t('privacy:page.lead', { town })} />
      <PageHead title={t('privacy:page.title')} lead={t('privacy:page.lead', { town })} />
      <Points
        id="not-held"
        title={t('privacy:page.notHeld.title')}
        points={[
          t('privacy:page.notHeld.asked'),
          t('privacy:page.notHeld.origin'),
          t('privacy:page.notHeld.papers'),
          t('privacy:page.notHeld.device'),
          t('privacy:page.notHeld.sold'),
        ]}
      />
      <Points
        id="reading"
        title={t('privacy:page.reading.title')}
        points={[
          t('privacy:page.reading.account'),
          t('privacy:page.reading.cookies'),
          t('privacy:page.reading.others'),
        ]}
      />
      <Section id="held" title={t('privacy:page.held.caption')} lead={t('privacy:page.held.note')}>
        <DataTable
          caption={<span className="z-hidden">{t('privacy:page.held.caption')}</span>}
          rows={held}
          rowKey={({ purpose }) => purpose}
          columns={[
            {
              key: 'what',
              label: t('privacy:page.held.what'),
              cell: ({ purpose }) => t(`privacy:purposes.${purpose}.what` as SentenceKey),
            },
            {
              key: 'why',
              label: t('privacy:page.held.why'),
              cell: ({ purpose }) => t(`privacy:purposes.${purpose}.why` as SentenceKey),
            },
            { key: 'long', label: t('privacy:page.held.long'), cell: ({ keep }) => <HowLong keep={keep} /> },
          ]}
        />
        <List points={[t('privacy:page.held.passphrase'), t('privacy:page.held.town', { town })]} />
      </Section>
      <Points
        id="public"
        title={t('privacy:page.public.title')}
        points={[
          t('privacy:page.public.seen'),
          t('privacy:page.public.notSeen'),
          t('privacy:page.public.versions'),
          t('privacy:page.public.reports'),
        ]}
      />
      <Section id="rights" title={t('privacy:page.rights.title')}>
        <List
          points={[
            t('privacy:page.rights.change'),
            t('privacy:page.rights.delete'),
            t('privacy:page.rights.take'),
            t('privacy:page.rights.erase'),
          ]}
        />
        {account && (
          <div>
            <Button variant="secondary" href={to.myData(slug)}>
              {t('privacy:page.rights.toData')}
            </Button>
          </div>
        )}
      </Section>
      <Points
        id="backups"
        title={t('privacy:page.backups.title')}
        points={[t('privacy:page.backups.text')]}
      />
      <Points
        id="leaving"
        title={t('privacy:page.exit.title')}
        points={[
          t('privacy:page.exit.button', { button: t('leave.button') }),
          t('privacy:page.exit.keyboard'),
          t('privacy:page.exit.history'),
          t('privacy:page.exit.unkept'),
        ]}
      />
      <Points
        id="contacts"
        title={t('privacy:page.contacts.title')}
        points={[t('privacy:page.contacts.town', { town }), t('privacy:page.contacts.authority')]}
      />
    </Narrow>
  );
}

function HowLong({ keep }: Pick<Held, 'keep'>) {
  const t = useT();
  if (keep === 'until erased') return t('privacy:keep.untilErased');
  if (keep === 'for good') return t('privacy:keep.forGood');
  return t(`privacy:keep.after.${keep.after}` as SentenceKey, { count: keep.days });
}

function Points({ id, title, points }: { id: string; title: string; points: readonly string[] }) {
  return (
    <Section id={id} title={title}>
      <List points={points} />
    </Section>
  );
}

function List({ points }: { points: readonly string[] }) {
  return (
    <ul className="privacy-points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
