import type { IdeaCard as IdeaCardView } from '@zbor/contracts';
import { Button, LiveRegion } from '@zbor/ui';
import { useEffect, useRef, useState } from 'react';
import { useFetcher, useLocation } from 'react-router';
import { search } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';
import { IdeaGrid } from './idea-grid';

interface Page {
  items: IdeaCardView[];
  next: string | null;
}

/** The cards, and a way to more of them: a link to the next page, which with scripts is put below instead. */
export function IdeaPages({ first }: { first: Page & { paged: boolean } }) {
  const t = useT();
  const { pathname, search: asked } = useLocation();
  const [pages, setPages] = useState<Page[]>([]);
  const fetcher = useFetcher<Page>();
  const list = useRef<HTMLDivElement>(null);
  const items = [first, ...pages].flatMap((page) => page.items);
  const unique = [...new Map(items.map((idea) => [idea.id, idea])).values()];
  const next = (pages.at(-1) ?? first).next;
  const more = `${pathname}${search({ ...Object.fromEntries(new URLSearchParams(asked)), after: next ?? undefined })}`;
  const arrived = fetcher.data;

  useEffect(() => {
    if (arrived) setPages((known) => (known.includes(arrived) ? known : [...known, arrived]));
  }, [arrived]);
  useEffect(() => {
    const id = pages.at(-1)?.items[0]?.id;
    if (id) list.current?.querySelector<HTMLElement>(`a[href*="${id}"]`)?.focus({ preventScroll: true });
  }, [pages]);

  return (
    <div className="ideas-pages" ref={list}>
      <IdeaGrid ideas={unique} />
      <LiveRegion message={pages.length > 0 ? t('ideas:list.shown', { count: unique.length }) : undefined} />
      <div className="ideas-pages__on">
        {first.paged && (
          <Button variant="quiet" href={pathname + search(withoutPage(asked))}>
            {t('ideas:list.fromStart')}
          </Button>
        )}
        {next && (
          <Button
            variant="secondary"
            href={more}
            rel="next"
            onClick={(event: React.MouseEvent) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              if (fetcher.state === 'idle') fetcher.load(more);
            }}
          >
            {fetcher.state === 'idle' ? t('ideas:list.more') : t('ideas:list.loading')}
          </Button>
        )}
      </div>
    </div>
  );
}

function withoutPage(asked: string): Record<string, string | undefined> {
  return { ...Object.fromEntries(new URLSearchParams(asked)), after: undefined };
}
