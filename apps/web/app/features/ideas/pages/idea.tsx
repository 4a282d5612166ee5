import { type CommentSort, commentSorts, ideas } from '@zbor/contracts';
import { Badge, Breadcrumb, Link, PageHead, Prose, Split, Tag } from '@zbor/ui';
import { data, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { search, to } from '../../../shared/addresses';
import { apiOf, isVisit } from '../../../shared/api.server';
import { AuthorName } from '../../../shared/author';
import { LanguageName, When } from '../../../shared/formats';
import { newRequestKey } from '../../../shared/forms';
import { Happened } from '../../../shared/happened';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { formOf, isInline, isRefusal } from '../../../shared/problem';
import { smallAct } from '../../../shared/small-act.server';
import { likeComment, writeComment } from '../../comments/acts.server';
import { Discussion } from '../../comments/components/discussion';
import { IdeaAside } from '../components/idea-aside';
import { IdeaState } from '../components/idea-card';
import { IdeaNotices } from '../components/idea-notices';
import { useSupports } from '../components/support';
import type { Route } from './+types/idea';
import '../ideas.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

/** What of the thread is read, as the address says it. */
function readingOf({ searchParams }: URL) {
  const given = (name: string) => searchParams.get(name) ?? undefined;
  return { sort: given('sort'), focus: given('focus'), after: given('after') };
}

export async function loader(args: Route.LoaderArgs) {
  const { town, id, slug } = args.params;
  const url = new URL(args.request.url);
  const { focus, after, ...given } = readingOf(url);
  const sort: CommentSort = commentSorts.find((name) => name === given.sort) ?? 'oldest';
  // Before the thread is read: what is written from now on is news.
  const readAt = new Date().toISOString();
  const { idea, thread } = await apiOf(args)(ideas.read, {
    params: { town, id },
    query: { sort, after, focus },
  });
  const address = to.idea(town, idea);
  const elsewhere = (slug ?? '') !== idea.slug && decodeURI(url.pathname) !== decodeURI(address);
  // To the comment as well: with scripts, what stands behind # is not kept on the way.
  const place = focus ? `#c-${focus}` : '';
  if (elsewhere && isVisit(args.request)) throw redirect(address + url.search + place);
  return {
    idea,
    thread,
    reading: { sort, focus, after, readAt },
    requestKey: newRequestKey(),
  };
}

/** The acts of this page: supporting the idea, commenting, liking a comment. */
export async function action(args: Route.ActionArgs) {
  const { town, id, slug } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const page = to.idea(town, { id, slug });
  const subject = { type: 'idea', id, page } as const;
  switch (form.get('act')) {
    case 'comment':
      return writeComment(api, form, town, subject);
    case 'like':
      return likeComment(api, form, town, page + search(readingOf(new URL(args.request.url))));
    case 'support': {
      const endpoint = form.get('supported') === 'yes' ? ideas.support : ideas.unsupport;
      return smallAct(api, form, { town, page }, () => api(endpoint, { params: { town, id } }));
    }
    default:
      throw data(null, { status: 400 });
  }
}

/** Support, likes and comments are counted where they are shown; nothing else needs to be fetched for them. */
export const shouldRevalidate = ({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  isInline(formData) ? false : defaultShouldRevalidate;

export default function IdeaPage({
  loaderData: { idea, thread, reading, requestKey },
  actionData,
}: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const address = to.idea(town.slug, idea);
  const known = useSupports(idea);
  return (
    <>
      <Head
        title={idea.title || t('ideas:emptied.title')}
        description={idea.excerpt}
        canonical={address}
        preview="article"
        private={idea.state === 'draft' || idea.hidden}
      />
      <Split
        lead={
          <article className="ideas-text">
            <PageHead
              eyebrow={
                <Breadcrumb
                  label={t('breadcrumb')}
                  items={[{ href: to.ideas(town.slug), label: t('ideas:list.title') }]}
                />
              }
              title={idea.title || t('ideas:emptied.title')}
              {...(idea.title && { lang: idea.language, dir: idea.direction })}
              meta={<Meta idea={idea} />}
            />
            <Happened
              done={{
                published: t('ideas:done.published'),
                saved: t('ideas:done.saved'),
                withdrawn: t('ideas:done.withdrawn'),
              }}
            />
            <IdeaNotices idea={idea} />
            <Prose html={idea.html} lang={idea.language} dir={idea.direction} />
            <Tags idea={idea} />
          </article>
        }
        aside={<IdeaAside idea={idea} known={known} />}
      >
        {idea.state !== 'draft' && (
          <Discussion
            key={`${idea.id} ${reading.sort} ${reading.focus} ${reading.after}`}
            subject={{ type: 'idea', id: idea.id, page: address }}
            thread={thread}
            reading={reading}
            requestKey={requestKey}
            refusal={isRefusal(actionData) ? actionData : undefined}
            onSupports={known.learn}
            onMissed={known.refresh}
          />
        )}
      </Split>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData']['idea'];

function Meta({ idea }: { idea: Loaded }) {
  const t = useT();
  const town = useTown();
  const { locale } = usePage();
  return (
    <>
      <IdeaState idea={idea} />
      <span>
        <AuthorName author={idea.author} />
      </span>
      <When at={idea.publishedAt ?? idea.createdAt} />
      {idea.language !== locale && (
        <Badge>
          <LanguageName code={idea.language} />
        </Badge>
      )}
      {idea.editedAt && <Link href={to.ideaPart(town.slug, idea.id, 'versions')}>{t('ideas:edited')}</Link>}
    </>
  );
}

function Tags({ idea }: { idea: Loaded }) {
  const town = useTown();
  const category = town.categories.find(({ key }) => key === idea.category);
  if (!category && idea.tags.length === 0) return null;
  return (
    <ul className="ideas-tags">
      {category && (
        <li>
          <Tag href={to.ideas(town.slug, { category: category.key })}>{category.name}</Tag>
        </li>
      )}
      {idea.tags.map((tag) => (
        <li key={tag}>
          <Tag href={to.ideas(town.slug, { tag })}>{`#${tag}`}</Tag>
        </li>
      ))}
    </ul>
  );
}
