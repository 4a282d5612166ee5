import { type IdeaSort, ideaSorts, ideas, type Language } from '@zbor/contracts';
import {
  BenchIllustration,
  Button,
  EmptyState,
  InReach,
  PageHead,
  PencilLine,
  SignpostIllustration,
} from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { IdeaFilters } from '../components/idea-filters';
import { IdeaPages } from '../components/idea-pages';
import type { Route } from './+types/list';
import '../ideas.css';

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const given = (name: string) => query.get(name)?.trim() || undefined;
  const filters = {
    q: given('q'),
    category: given('category'),
    tag: given('tag'),
    language: given('language'),
  };
  const wanted = given('sort');
  const sort = ideaSorts.find((name) => name === wanted && (name !== 'best' || filters.q));
  const { items, next } = await apiOf(args)(ideas.list, {
    params: { town: args.params.town },
    query: { ...filters, language: filters.language as Language | undefined, sort, after: given('after') },
  });
  const current: IdeaSort = sort ?? (filters.q ? 'best' : 'newest');
  return { items, next, filters, sort: current, paged: query.has('after') };
}

export default function List({ loaderData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { filters, items, sort, paged } = loaderData;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <Head title={t('ideas:list.title')} description={t('ideas:list.description', { town: town.name })} />
      <PageHead
        title={t('ideas:list.title')}
        lead={t('ideas:list.lead')}
        actions={
          <InReach>
            <Button href={to.propose(town.slug)} icon={<PencilLine />}>
              {t('ideas:propose')}
            </Button>
          </InReach>
        }
      />
      <IdeaFilters filters={filters} sort={sort} />
      {items.length > 0 ? (
        <IdeaPages key={JSON.stringify([filters, sort, paged])} first={loaderData} />
      ) : (
        <Nothing filtered={filtered} />
      )}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useT();
  const town = useTown();
  return filtered ? (
    <EmptyState
      picture={<SignpostIllustration />}
      title={t('ideas:list.nothingFound')}
      actions={
        <Button variant="secondary" href={to.ideas(town.slug)}>
          {t('ideas:list.showAll')}
        </Button>
      }
    >
      <p>{t('ideas:list.nothingFoundHint')}</p>
    </EmptyState>
  ) : (
    <EmptyState picture={<BenchIllustration />} title={t('ideas:list.empty')}>
      <p>{t('ideas:list.emptyHint')}</p>
    </EmptyState>
  );
}
