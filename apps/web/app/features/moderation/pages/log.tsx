import { moderation } from '@zbor/contracts';
import { directionOf } from '@zbor/domain';
import { DataTable, EmptyState, Link, PageHead, Pagination, StateMark } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { When } from '../../../shared/formats';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { ModerationPages } from '../components/moderation-pages';
import type { Route } from './+types/log';
import '../moderation.css';

export function loader(args: Route.LoaderArgs) {
  const after = new URL(args.request.url).searchParams.get('after') ?? undefined;
  return apiOf(args)(moderation.log, { params: { town: args.params.town }, query: { after } });
}

const marks = { hide: 'hidden', restore: 'published', dismiss: 'accepted' } as const;
/** As much of a text as tells it from others. */
const beginning = 80;

export default function Log({ loaderData: { items, next } }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const page = to.moderationLog(slug);
  return (
    <>
      <Head title={t('moderation:log.title')} private />
      <PageHead title={t('moderation:log.title')} lead={t('moderation:log.lead')} />
      <ModerationPages town={slug} current="log" />
      {items.length === 0 ? (
        <EmptyState title={t('moderation:log.emptyTitle')}>
          <p>{t('moderation:log.empty')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('moderation:log.caption')}
          rows={items}
          rowKey={(entry) => entry.id}
          columns={[
            {
              key: 'what',
              label: t('moderation:log.what'),
              cell: ({ subject }) => (subject ? <Beginning subject={subject} /> : t('moderation:log.gone')),
            },
            {
              key: 'act',
              label: t('moderation:log.act'),
              cell: ({ act }) => <StateMark state={marks[act]}>{t(`moderation:log.${act}`)}</StateMark>,
            },
            {
              key: 'why',
              label: t('moderation:log.why'),
              cell: ({ reason, note }) => (
                <div>
                  {reason && <p>{t(`reason.${reason}`)}</p>}
                  {note && <p dir="auto">{note}</p>}
                  {!reason && !note && t('moderation:one.noNote')}
                </div>
              ),
            },
            {
              key: 'by',
              label: t('moderation:log.by'),
              cell: ({ by }) => <bdi>{by.name ?? t('moderation:former')}</bdi>,
            },
            { key: 'when', label: t('moderation:log.when'), cell: ({ at }) => <When at={at} /> },
          ]}
        />
      )}
      <Pagination
        label={t('moderation:log.pagesLabel')}
        previous={query.has('after') ? { href: page, label: t('moderation:log.first') } : undefined}
        next={next ? { href: page + search({ after: next }), label: t('moderation:log.next') } : undefined}
      />
    </>
  );
}

type Subject = NonNullable<Route.ComponentProps['loaderData']['items'][number]['subject']>;

function Beginning({ subject }: { subject: Subject }) {
  const { slug } = useTown();
  const t = useT();
  const text = subject.title || subject.text || t('moderation:log.gone');
  const shown = text.length > beginning ? `${text.slice(0, beginning).trimEnd()}…` : text;
  return (
    <Link href={to.moderate(slug, subject.type, subject.id)}>
      <span
        lang={subject.language}
        dir={directionOf(subject.language, text)}
        className="moderation-beginning"
      >
        {shown}
      </span>
    </Link>
  );
}
