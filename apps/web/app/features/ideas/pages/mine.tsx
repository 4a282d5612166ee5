import { ideas } from '@zbor/contracts';
import {
  Button,
  Cluster,
  EmptyState,
  PageHead,
  PencilLine,
  Settings,
  ShieldCheck,
  WriteIllustration,
} from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';
import { MyPages } from '../../identity/components/my-pages';
import { IdeaPages } from '../components/idea-pages';
import type { Route } from './+types/mine';
import '../ideas.css';

export async function loader(args: Route.LoaderArgs) {
  const after = new URL(args.request.url).searchParams.get('after') ?? undefined;
  const page = await apiOf(args)(ideas.mine, { params: { town: args.params.town }, query: { after } });
  return { ...page, paged: after !== undefined };
}

export default function Mine({ loaderData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { can } = usePage();
  const icon = 'z-icon';
  return (
    <>
      <Head title={t('ideas:mine.title')} private />
      <PageHead
        title={t('ideas:mine.title')}
        lead={t('ideas:mine.lead')}
        actions={
          (can.moderate || can.administer) && (
            <Cluster>
              {can.moderate && (
                <Button
                  variant="secondary"
                  href={to.moderation(town.slug)}
                  icon={<ShieldCheck className={icon} />}
                >
                  {t('nav.moderation')}
                </Button>
              )}
              {can.administer && (
                <Button variant="secondary" href={to.admin(town.slug)} icon={<Settings className={icon} />}>
                  {t('nav.admin')}
                </Button>
              )}
            </Cluster>
          )
        }
      />
      <MyPages town={town.slug} current="ideas" />
      {loaderData.items.length > 0 ? (
        <>
          <IdeaPages key={String(loaderData.paged)} first={loaderData} />
          <Propose />
        </>
      ) : (
        <EmptyState picture={<WriteIllustration />} title={t('ideas:mine.empty')} actions={<Propose />}>
          <p>
            <Sentence of="ideas:mine.emptyHint" values={{ town: town.name }} />
          </p>
        </EmptyState>
      )}
    </>
  );
}

function Propose() {
  const t = useT();
  const town = useTown();
  return (
    <div>
      <Button href={to.propose(town.slug)} icon={<PencilLine />}>
        {t('ideas:propose')}
      </Button>
    </div>
  );
}
