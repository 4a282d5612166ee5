import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { locales } from '@zbor/contracts';
import type { i18n } from 'i18next';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  ServerRouter,
} from 'react-router';
import { sentencesIn } from './shared/i18n';
import { type PageData, pageIn } from './shared/page-data';
import { localeFor, preferencesOf, remember } from './shared/preferences.server';

/** A page that cannot be finished within this time is broken off. */
export const streamTimeout = 10_000;

/** Renders a page as one document: with its language's sentences, its own nonce and headers that let nothing else in. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> {
  const { loaderData, errors } = routerContext.staticHandlerContext;
  const page: PageData | undefined = loaderData.root ?? pageIn(errors?.root);
  const locale = page?.locale ?? localeFor(request, locales);
  const nonce = randomBytes(16).toString('base64');
  setHeaders(request, headers, nonce);
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const body = await render(routerContext, request.url, await sentencesIn(locale), nonce);
  return new Response(body, { status, headers });
}

function render(context: EntryContext, url: string, sentences: i18n, nonce: string): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const page = (
      <I18nextProvider i18n={sentences}>
        <ServerRouter context={context} url={url} nonce={nonce} />
      </I18nextProvider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = new PassThrough();
        body.on('close', () => clearTimeout(timer));
        resolve(createReadableStreamFromReadable(body));
        pipe(body);
      },
      onShellError: reject,
      onError: reportError,
    });
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

function setHeaders(request: Request, headers: Headers, nonce: string) {
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', policy(nonce));
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()');
  headers.set('cache-control', 'private, no-cache');
  headers.set('vary', 'Cookie, Accept-Language, Save-Data');
  const { asked, remembered } = preferencesOf(request);
  if (asked && asked !== remembered) headers.append('set-cookie', remember(request, 'lang', asked));
}

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Errors that are answers (not found, not allowed) are no news; what is unexpected is. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) reportError(error);
};

function reportError(error: unknown) {
  console.error(error);
}
