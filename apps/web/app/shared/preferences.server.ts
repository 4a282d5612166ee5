import type { Locale } from '@zbor/contracts';
import { chooseLocale, isLocale } from '@zbor/i18n';

/** What a visitor chose about how pages look; kept in cookies of this site and nowhere else. */
export interface Preferences {
  /** From `?lang=`, which also sets the cookie. */
  asked: Locale | undefined;
  remembered: Locale | undefined;
  /** Leaves the scripts out: chosen, or asked for by `Save-Data`. */
  light: boolean;
}

export function preferencesOf(request: Request): Preferences {
  const cookies = readCookies(request.headers.get('cookie'));
  const asked = new URL(request.url).searchParams.get('lang');
  const { lang = cookies['__Host-lang'], light = cookies['__Host-light'] } = cookies;
  return {
    asked: isLocale(asked) ? asked : undefined,
    remembered: isLocale(lang) ? lang : undefined,
    light: light === undefined ? request.headers.get('save-data') === 'on' : light === '1',
  };
}

/** The locale of a page: asked for, remembered, the account's, or the browser's among those that are offered. */
export function localeFor(request: Request, offered: readonly Locale[], ofAccount?: Locale): Locale {
  const { asked, remembered } = preferencesOf(request);
  return (
    asked ??
    remembered ??
    ofAccount ??
    chooseLocale(request.headers.get('accept-language') ?? undefined, offered)
  );
}

/** A cookie that remembers a preference for a year. */
export function remember(request: Request, name: 'lang' | 'light', value: string): string {
  const https = new URL(request.url).protocol === 'https:';
  const cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
  return https ? `__Host-${cookie}; Secure` : cookie;
}

/** The header that lets a preference go. */
export function forget(request: Request, name: 'lang' | 'light'): [string, string] {
  return ['set-cookie', remember(request, name, '').replace(/Max-Age=\d+/, 'Max-Age=0')];
}

/** Whether the browser sends the cookie of a session, be it open or over. */
export const isSignedIn = (request: Request): boolean =>
  /(^|;\s*)(__Host-)?zbor-/.test(request.headers.get('cookie') ?? '');

function readCookies(header: string | null): Record<string, string | undefined> {
  const pairs = (header ?? '').split(';').map((pair) => pair.split('=').map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([name]) => name));
}
