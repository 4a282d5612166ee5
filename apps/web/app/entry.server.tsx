import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { locales } from '@zbor/contracts';
import { faultOf } from '@zbor/domain';
import type { Sentences } from '@zbor/i18n';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  ServerRouter,
} from 'react-router';
import { SentencesContext, sentencesIn } from './shared/i18n';
import { type PageData, pageIn } from './shared/page-data';
import { isSignedIn, localeFor, preferencesOf, remember } from './shared/preferences.server';

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
  setHeaders(request, status, headers, nonce);
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const body = await render(routerContext, request.url, await sentencesIn(locale), nonce);
  return new Response(new Uint8Array(body), { status, headers });
}

/** The whole document: nothing on a page is worth sending the rest of it later. */
function render(context: EntryContext, url: string, sentences: Sentences, nonce: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const page = (
      <SentencesContext value={sentences}>
        <ServerRouter context={context} url={url} nonce={nonce} />
      </SentencesContext>
    );
    const chunks: Buffer[] = [];
    const document = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        clearTimeout(timer);
        resolve(Buffer.concat(chunks));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => pipe(document),
      onShellError: reject,
      onError: reportError,
    });
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
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
