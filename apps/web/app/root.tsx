import { identity, locales } from '@zbor/contracts';
import { localeDirection } from '@zbor/i18n';
import {
  data,
  Links,
  Outlet,
  redirect,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import type { Route } from './+types/root';
import { safeReturn, to } from './shared/addresses';
import { apiOf } from './shared/api.server';
import { ErrorPage } from './shared/error-page';
import { useSentences } from './shared/i18n';
import { PageContext, type PageData, pageAt, useLoadedPage } from './shared/page-data';
import { localeFor, preferencesOf } from './shared/preferences.server';
import { isInline, problemOf } from './shared/problem';
import { Shell } from './shared/shell';
import '../../../libs/ui/src/styles.css';
import './shared/shell.css';

export async function loader(asked: Route.LoaderArgs): Promise<PageData> {
  const page = await pageOf(asked);
  const { refused } = asked.context;
  if (refused) throw data({ ...refused, page }, { status: refused.status });
  return page;
}

async function pageOf({ request, context, params }: Route.LoaderArgs): Promise<PageData> {
  const { town: slug } = params as { town?: string };
  const address = new URL(request.url);
  const page = pageAt(address, localeFor(request, locales), preferencesOf(request).light);
  if (slug === undefined) return page;
  try {
    const { municipality, account, halfway, can, assisted } = await apiOf({ request, context, params: {} })(
      identity.visit,
      {
        params: { town: slug },
      },
    );
    if (halfway && !mayStand(slug, address.pathname))
      throw redirect(to.secondStep(slug, wayBack(slug, request.url)));
    const locale = localeFor(request, municipality.languages, account?.language);
    const { name, timeZone, languages, accent } = municipality;
    const categories = municipality.categories.map(({ key, names }) => ({ key, name: names[locale] }));
    const invitation = municipality.invitation[locale];
    const town = { slug, name, timeZone, languages, accent, invitation, categories };
    return { ...page, locale, town, account, can, assisted };
  } catch (thrown) {
    const problem = problemOf(thrown);
    throw problem ? data({ ...problem, page }, { status: problem.status }) : thrown;
  }
}

/** Whoever is halfway through signing in is led to the second step, from wherever they are and whichever way they came. */
const mayStand = (slug: string, pathname: string) =>
  pathname === to.secondStep(slug) || pathname === to.signOut(slug);

function wayBack(slug: string, url: string): string {
  const { pathname, search, searchParams } = new URL(url);
  return pathname === to.signIn(slug)
    ? safeReturn(searchParams.get('returnTo'), to.town(slug))
    : pathname + search;
}

/** An act within a page, whose answer that page takes itself, and a refused one change nothing of what all pages know. */
export const shouldRevalidate = ({ formData, actionStatus = 200 }: ShouldRevalidateFunctionArgs) =>
  !isInline(formData) && actionStatus < 400;

export function Layout({ children }: { children: React.ReactNode }) {
  const { light } = useLoadedPage();
  const { locale } = useSentences();
  return (
    <html lang={locale} dir={localeDirection(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <Links />
      </head>
      <body>
        {children}
        {!light && <ScrollRestoration />}
        {!light && <Scripts />}
      </body>
    </html>
  );
}

export default function App() {
  return (
    <PageContext value={useLoadedPage()}>
      <Shell>
        <Outlet />
      </Shell>
    </PageContext>
  );
}

export function ErrorBoundary() {
  return (
    <PageContext value={useLoadedPage()}>
      <Shell>
        <ErrorPage />
      </Shell>
    </PageContext>
  );
}
