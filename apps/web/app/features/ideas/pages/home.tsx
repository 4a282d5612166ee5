import { councils, ideas } from '@zbor/contracts';
import {
  AnswerIllustration,
  BenchIllustration,
  Button,
  Card,
  EmptyState,
  Hero,
  Link,
  PencilLine,
  PictureSteps,
  Section,
  SupportIllustration,
  TownSquare,
  WriteIllustration,
} from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { IdeaGrid } from '../components/idea-grid';
import type { Route } from './+types/home';
import '../ideas.css';

export async function loader(args: Route.LoaderArgs) {
  const api = apiOf(args);
  const params = { town: args.params.town };
  const [rising, council] = await Promise.all([
    api(ideas.list, { params, query: { sort: 'rising' } }),
    api(councils.read, { params }),
  ]);
  return { ideas: rising.items.slice(0, 3), council: { name: council.name, about: council.about } };
}

/** The square of a town: what it invites to, what people talk about, how it works, who speaks for them. */
export default function Home({ loaderData: { ideas, council } }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { locale } = usePage();
  return (
    <>
      <Head
        title={town.name}
        description={t('ideas:home.description', { town: town.name })}
        preview="website"
      />
      <Hero
        title={t('ideas:home.title')}
        lead={town.invitation}
        picture={<TownSquare />}
        actions={
          <>
            <Button href={to.propose(town.slug)} icon={<PencilLine />}>
              {t('ideas:propose')}
            </Button>
            <Button variant="secondary" href={to.ideas(town.slug)}>
              {t('ideas:home.read')}
            </Button>
          </>
        }
      />
      <Section
        id="now"
        title={t('ideas:home.now')}
        action={ideas.length > 0 && <Link href={to.ideas(town.slug)}>{t('ideas:home.all')}</Link>}
      >
        {ideas.length > 0 ? (
          <IdeaGrid ideas={ideas} level={3} />
        ) : (
          <EmptyState level={3} picture={<BenchIllustration />} title={t('ideas:home.quiet')}>
            <p>{t('ideas:home.quietHint')}</p>
          </EmptyState>
        )}
      </Section>
      <Section id="how" title={t('ideas:home.how')}>
        <PictureSteps
          steps={[
            {
              key: 'write',
              picture: <WriteIllustration />,
              title: t('ideas:home.write.title'),
              text: t('ideas:home.write.text'),
            },
            {
              key: 'support',
              picture: <SupportIllustration />,
              title: t('ideas:home.support.title'),
              text: t('ideas:home.support.text'),
            },
            {
              key: 'answer',
              picture: <AnswerIllustration />,
              title: t('ideas:home.answer.title'),
              text: t('ideas:home.answer.text'),
            },
          ]}
        />
      </Section>
      {council.name[locale] && (
        <Section id="council" title={t('ideas:home.council')}>
          <Card
            title={council.name[locale]}
            href={to.council(town.slug)}
            meta={<span>{t('ideas:home.councilMore')}</span>}
          >
            {council.about[locale]}
          </Card>
        </Section>
      )}
    </>
  );
}
