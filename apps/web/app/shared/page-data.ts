import type { Accent, Locale, Visit } from '@zbor/contracts';
import { createContext, useContext } from 'react';
import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from 'react-router';

/** A municipality as its pages need it, in the page's locale. */
export interface Town {
  slug: string;
  name: string;
  timeZone: string;
  languages: Locale[];
  accent: Accent;
  invitation: string;
  categories: { key: string; name: string }[];
}

/** What every page knows. */
export interface PageData {
  locale: Locale;
  /** When the page was made: what "ago" is counted from. */
  now: string;
  /** Scheme and host, for links that are handed on. */
  origin: string;
  /** No scripts: the light version. */
  light: boolean;
  /** The municipality that the address names, also where it could not be asked. */
  slug: string | null;
  /** Null outside the municipalities. */
  town: Town | null;
  account: Visit['account'];
  can: Visit['can'];
  /** Somebody helps: see `Assisted`. */
  assisted: boolean;
}

/** What the request alone tells of a page, before anything is asked. */
export function pageAt(
  { origin, pathname }: Pick<URL, 'origin' | 'pathname'>,
  locale: Locale,
  light: boolean,
): PageData {
  const [, slug = null] = /^\/(?!operator(?:\/|$))([a-z0-9-]+)(?=\/|$)/.exec(pathname) ?? [];
  return {
    locale,
    now: new Date().toISOString(),
    origin,
    light,
    slug,
    town: null,
    account: null,
    can: { propose: false, help: false, moderate: false, administer: false },
    assisted: false,
  };
}

/** What every page knows, handed down once. */
export const PageContext = createContext<PageData | null>(null);

/** The data of the page; where the root could not load them, what the request alone told. */
export function useLoadedPage(): PageData {
  const loaded = useRouteLoaderData('root') as PageData | undefined;
  const refused = pageIn(useRouteError());
  const told = useContext(PageContext);
  return known(loaded ?? refused ?? told);
}

export function usePage(): PageData {
  return known(useContext(PageContext));
}

function known(page: PageData | null): PageData {
  if (!page) throw new Error('A page is asked for by somebody.');
  return page;
}

/** The municipality of the page, for pages below one. */
export function useTown(): Town {
  const { town } = usePage();
  if (!town) throw new Error('This page stands outside a municipality.');
  return town;
}

/** The root's own refusal carries the page data along, so that the error page speaks the visitor's language. */
export function pageIn(error: unknown): PageData | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  return (error.data as { page?: PageData } | null)?.page;
}
