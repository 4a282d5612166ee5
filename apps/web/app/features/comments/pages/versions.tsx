import { comments } from '@zbor/contracts';
import { Diff, Link, Narrow, PageHead, Section } from '@zbor/ui';
import { apiOf } from '../../../shared/api.server';
import { compare } from '../../../shared/compare.server';
import { When } from '../../../shared/formats';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { commentAt } from '../subject.server';
import type { Route } from './+types/versions';

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const [{ items, language, direction }, { page }] = await Promise.all([
    api(comments.versions, { params: { town, id } }),
    commentAt(api, { town, id, request: args.request }),
  ]);
  const wordings = items.map(({ number, at, body }, index) => ({
    number,
    at,
    parts: compare(items[index + 1]?.body ?? body, body, language),
  }));
  return { wordings, language, direction, page };
}

/** The wordings of a comment, each marked with what changed from the one before. */
export default function Versions({
  loaderData: { wordings, language, direction, page },
}: Route.ComponentProps) {
  const t = useT();
  return (
    <Narrow>
      <Head title={t('comments:versions.title')} private />
      <PageHead
        title={t('comments:versions.title')}
        lead={t('comments:versions.lead')}
        actions={<Link href={page}>{t('comments:write.back')}</Link>}
      />
      {wordings.map(({ number, at, parts }, index) => (
        <Section
          key={number}
          id={`v${number}`}
          title={index === 0 ? t('comments:versions.current') : t('comments:versions.number', { number })}
          action={<When at={at} />}
        >
          <Diff
            parts={parts}
            addedLabel={t('diff.added')}
            removedLabel={t('diff.removed')}
            lang={language}
            dir={direction}
          />
        </Section>
      ))}
    </Narrow>
  );
}
