import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/config';

/**
 * Whether a request comes from our own pages. Browsers name the page that sends a form or opens a socket in `Origin`
 * and cannot be made to lie about it (Fetch standard); a request without it must carry no cookie, so that a program
 * may call, but nobody's browser can be used to.
 */
export function sameOrigin(
  headers: IncomingHttpHeaders,
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>,
): boolean {
  const { origin, cookie } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return cookie === undefined || site === 'same-origin' || site === 'none';
  }
  if (config.publicUrl && origin === new URL(config.publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false;
  // A page that came without https could be anybody's.
  const page = new URL(origin);
  return page.host === hostOf(headers, config) && (page.protocol === 'https:' || !isSecure(config));
}

/** The host that was asked, as a trusted proxy or else the request itself names it. */
export function hostOf(
  headers: IncomingHttpHeaders,
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
): string | undefined {
  const forwarded = trustedProxies > 0 ? headers['x-forwarded-host'] : undefined;
  return typeof forwarded === 'string' ? forwarded : headers.host;
}

/** Whether people reach the portal by https alone. */
export const isSecure = ({ publicUrl }: Pick<Config, 'publicUrl'>): boolean =>
  publicUrl?.startsWith('https:') ?? false;

/** Whether this is a host, with its port or without, and nothing that would make another address of it. */
export const isHost = (text: string): boolean =>
  /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(text) && URL.canParse(`http://${text}`);
