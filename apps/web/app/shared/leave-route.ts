import { identity } from '@zbor/contracts';
import { isLocale, loadMessages, localeDirection } from '@zbor/i18n';
import { redirect } from 'react-router';
import type { Route } from './+types/leave-route';
import { elsewhere } from './addresses';
import { apiOf } from './api.server';

/**
 * Ends the session of this browser, takes back what the site left there, and leads away. Not by a redirect, because
 * forms may lead nowhere but to this site (`form-action`): the page that answers is empty and refreshes to another.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const { searchParams } = new URL(request.url);
  const wish = searchParams.get('locale');
  const locale = isLocale(wish) ? wish : 'en';
  const town = searchParams.get('town');
  const address = elsewhere(locale);
  const api = apiOf({ request, context, params: {} });
  const ended = town === null ? api(identity.operatorSignOut) : api(identity.signOut, { params: { town } });
  // Whatever happens to the session, one gets away.
  await ended.catch(() => undefined);
  const { headers } = api.seeOther(address);
  headers.delete('location');
  headers.set('refresh', `0; url=${address}`);
  headers.set('clear-site-data', '"cache", "cookies", "storage"');
  headers.set('cache-control', 'no-store');
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  const { shell } = await loadMessages[locale]();
  const page = `<!doctype html><html lang="${locale}" dir="${localeDirection(locale)}"><meta charset="utf-8"><title>Wikipedia</title><a href="${address}" rel="noreferrer">${shell.leave.open}</a>`;
  return new Response(page, { headers });
}

export const loader = () => redirect('/');
