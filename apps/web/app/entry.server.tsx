import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { type Locale, locales } from '@zbor/contracts';
import { faultOf } from '@zbor/domain';
import { loadEverything, type Sentences, sentencesOf } from '@zbor/i18n';
import { renderToString } from 'react-dom/server';
import {
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  ServerRouter,
} from 'react-router';
import { SentencesContext } from './shared/i18n';
import { PageContext, type PageData, pageAt, pageIn } from './shared/page-data';
import { isSignedIn, localeFor, preferencesOf, remember } from './shared/preferences.server';

/** Data that cannot be gathered within this time are broken off. */
export const streamTimeout = 10_000;

/** The sentences of every page in every language, so that writing a page waits for none of them. */
const everySentence = Promise.all(
  locales.map(async (locale) => [locale, sentencesOf(locale, await loadEverything(locale))] as const),
).then((known) => Object.fromEntries(known) as Record<Locale, Sentences>);

const encoder = new TextEncoder();

/** Renders a page as one document: with its language's sentences, its own nonce and headers that let nothing else in. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  { languageScripts }: AppLoadContext,
): Promise<Response> {
  const { loaderData, errors } = routerContext.staticHandlerContext;
  const known: PageData | undefined = loaderData.root ?? pageIn(errors?.root);
  const page =
    known ?? pageAt(new URL(request.url), localeFor(request, locales), preferencesOf(request).light);
  const nonce = randomBytes(16).toString('base64');
  setHeaders(request, status, headers, nonce);
  // Else the browser would learn of it only from another script.
  if (!page.light) headers.set('link', `<${languageScripts[page.locale]}>; rel=modulepreload`);
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const context = await withDataAtHand(routerContext);
  const { [page.locale]: sentences } = await everySentence;
  const document = documentOf(context, request.url, page, sentences, nonce);
  return new Response(encoder.encode(document), { status, headers });
}

/** What the browser is told of the data: known before the page is written, where the router would send it afterwards. */
async function withDataAtHand({ serverHandoffStream, ...context }: EntryContext): Promise<EntryContext> {
  if (!serverHandoffStream) return context;
  const result = { done: true, value: await text(serverHandoffStream) };
  const renderMeta = { streamCache: [Object.assign(Promise.resolve(), { result })] };
  return { ...context, serverHandoffStream: new ReadableStream(), renderMeta };
}

/** What React leaves where a part of the page failed or had to wait. */
const gap = '<!--$!-->';

/** The whole document. Nothing on a page has to be waited for, and a text is much faster to write than a stream. */
function documentOf(
  context: EntryContext,
  url: string,
  page: PageData,
  sentences: Sentences,
  nonce: string,
): string {
  const document = (
    <SentencesContext value={sentences}>
      <PageContext value={page}>
        <ServerRouter context={context} url={url} nonce={nonce} />
      </PageContext>
    </SentencesContext>
  );
  const html = `<!doctype html>${renderToString(document)}`;
  if (html.includes(gap)) throw new Error('A part of the page could not be written.');
  return html;
}

function setHeaders(request: Request, status: number, headers: Headers, nonce: string) {
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', policy(nonce));
  // What only its owner may see is kept nowhere, not even for going back on a shared phone.
  headers.set('cache-control', status >= 400 || isSignedIn(request) ? 'no-store' : 'private, no-cache');
  headers.set('vary', 'Cookie, Accept-Language, Save-Data');
  const { asked, remembered } = preferencesOf(request);
  if (asked && asked !== remembered) headers.append('set-cookie', remember(request, 'lang', asked));
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // `zbor` vouches for what the server sanitised; `default` turns anything else into plain text.
    "require-trusted-types-for 'script'",
    'trusted-types zbor default',
  ].join('; ');

/** Errors that are answers (not found, not allowed) are no news; what is unexpected is. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) reportError(error);
};

const reportError = (error: unknown) => console.error(faultOf(error));
