import type { ServerResponse } from 'node:http';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=()',
};

/** What is no page is data: kept by nobody, and a browser that is led to it shows it and does nothing else. */
export const data = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

/** Two years, as browsers ask of those who want to be known for it before the first visit. */
const onlySecure = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** Puts on every answer what protects the one who asked; pages add a policy of their own. */
export function protect(reply: ServerResponse, url: string, https: boolean): void {
  const headers = { ...everywhere, ...(/^\/(api|live)\b/.test(url) && data), ...(https && onlySecure) };
  for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value);
}

/** The answer to what is no HTTP. */
export const unreadable = [
  'HTTP/1.1 400 Bad Request',
  'x-content-type-options: nosniff',
  'cache-control: no-store',
  'content-length: 0',
  'connection: close',
  '\r\n',
].join('\r\n');
