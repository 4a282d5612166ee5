import type { Locale } from '@zbor/contracts';
import { localeFor, preferencesOf } from './preferences.server';

const asks = (path: string, headers: Record<string, string>) =>
  new Request(`https://zbor.example${path}`, { headers });
const offered: Locale[] = ['de', 'en', 'ar'];

test.each<[string, Record<string, string>, Locale | undefined, Locale]>([
  ['/graz', {}, undefined, 'de'],
  ['/graz', { 'accept-language': 'fr, ar;q=0.8, en;q=0.5' }, undefined, 'ar'],
  ['/graz', { 'accept-language': 'en' }, 'ar', 'ar'],
  ['/graz', { 'accept-language': 'en', cookie: 'a=b; lang=de' }, 'ar', 'de'],
  ['/graz?lang=ar', { cookie: 'lang=de' }, undefined, 'ar'],
  ['/graz?lang=xx', { cookie: 'lang=__proto__' }, undefined, 'de'],
])('%s with %j and an account that speaks %s is written in %s', (path, headers, account, locale) => {
  expect(localeFor(asks(path, headers), offered, account)).toBe(locale);
});

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ 'save-data': 'on' }, true],
  [{ cookie: 'light=1' }, true],
  [{ cookie: 'light=0', 'save-data': 'on' }, false],
])('%j makes the page light: %s', (headers, light) => {
  expect(preferencesOf(asks('/', headers)).light).toBe(light);
});
