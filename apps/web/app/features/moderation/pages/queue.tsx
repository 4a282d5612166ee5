import { moderation } from '@zbor/contracts';
import { BenchIllustration, Button, EmptyState, PageHead, Pagination, Stack } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Hide, Keep } from '../components/decisions';
import { Done } from '../components/done';
import { ModerationPages } from '../components/moderation-pages';
import { ReportList } from '../components/report-list';
import { SubjectText } from '../components/subject-text';
import type { Route } from './+types/queue';
import '../moderation.css';

export function loader(args: Route.LoaderArgs) {
  const after = new URL(args.request.url).searchParams.get('after') ?? undefined;
  return apiOf(args)(moderation.queue, { params: { town: args.params.town }, query: { after } });
}

export default function Queue({ loaderData: { items, next } }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const page = to.moderation(slug);
  return (
    <>
      <Head title={t('moderation:queue.title')} private />
      <PageHead title={t('moderation:queue.title')} lead={t('moderation:queue.lead')} />
      <ModerationPages town={slug} current="queue" />
      <Done />
      {items.length === 0 ? (
        <EmptyState
          picture={<BenchIllustration />}
          title={t('moderation:queue.emptyTitle')}
          actions={
            <Button variant="secondary" href={to.moderationLog(slug)}>
              {t('moderation:queue.toLog')}
            </Button>
          }
        >
          <p>{t('moderation:queue.empty')}</p>
        </EmptyState>
      ) : (
        <Stack as="ul">
          {items.map((item) => (
            <SubjectText
              key={item.subject.id}
              as="li"
              subject={item.subject}
              href={to.moderate(slug, item.subject.type, item.subject.id)}
            >
              <h3>{t('moderation:queue.reports', { count: item.reports.length })}</h3>
              <ReportList reports={item.reports} />
              <div className="moderation-acts">
                <Keep item={item} returnTo={page} />
                {!item.subject.hidden && (
                  <details className="moderation-hide">
                    <summary className="z-button z-button--secondary">{t('moderation:decide.hide')}</summary>
                    <Hide item={item} returnTo={page} prefix={`${item.subject.id}-`} />
                  </details>
                )}
              </div>
            </SubjectText>
          ))}
        </Stack>
      )}
      <Pagination
        label={t('moderation:queue.pagesLabel')}
        previous={query.has('after') ? { href: page, label: t('moderation:queue.first') } : undefined}
        next={next ? { href: page + search({ after: next }), label: t('moderation:queue.next') } : undefined}
      />
    </>
  );
}
