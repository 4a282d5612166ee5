import { faviconSvg } from '@zbor/ui';

/** The mark in the browser's tab. */
export function loader() {
  return new Response(faviconSvg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
}
