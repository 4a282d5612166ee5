import { readdirSync } from 'node:fs';
import * as build from 'virtual:react-router/server-build';
import { type Locale, locales, type Problem } from '@zbor/contracts';
import { createRequestHandler } from 'react-router';
import { ownAddress } from './shared/addresses';
import type { ApiTransport } from './shared/context';

const respond = createRequestHandler(build, 'production');

/** The scripts that hold what is said in each language, by the names that building gave them: `de-` and 8 more characters. */
const assets = readdirSync(new URL('../client/assets', import.meta.url));
const languageScripts = Object.fromEntries(
  locales.map((locale) => {
    const script = assets.find((name) => name.startsWith(`${locale}-`) && name.length === locale.length + 12);
    return [locale, `/assets/${script}`];
  }),
) as Record<Locale, string>;

/**
 * Answers a visitor's request with a page; asks the API by way of `api`. What the process that serves pages loads.
 * @param refused why what the visitor sent was not even read: the page says so instead.
 */
export async function answer(request: Request, api: ApiTransport, refused?: Problem): Promise<Response> {
  const address = new URL(request.url);
  const own = ownAddress(address);
  if (own === address.pathname + address.search)
    return respond(request, { ...api, languageScripts, refused });
  return new Response(null, { status: 308, headers: { location: own } });
}
