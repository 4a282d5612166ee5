import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@zbor/contracts';
import type { AllMessages, Namespace } from '@zbor/i18n';
import { createInstance, type TFunction } from 'i18next';
import { root } from './home';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: AllMessages;
  }
}

const features = [
  'shell',
  'problems',
  'municipalities',
  'identity',
  'access-codes',
  'assistance',
  'factors',
  'passkeys',
  'councils',
  'moderation',
  'comments',
  'email',
  'sso',
  'ideas',
  'privacy',
  'recovery',
] as const satisfies readonly Namespace[];

/** Says a sentence of the pages by its key, `ideas:list.title`, without its marks. */
export type Words = TFunction<typeof features>;

/** The sentences of one feature in one locale, by their keys. */
export function readSentences(locale: Locale, feature: Namespace): Record<string, string> {
  const file = join(root, 'libs/i18n/messages', locale, `${feature}.json`);
  return flatten(JSON.parse(readFileSync(file, 'utf8')));
}

function flatten(tree: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flatten(value, `${path}${key}.`),
    ),
  );
}

const known = new Map<Locale, Words>();

/** The words of one locale. Asking for a sentence that it does not have fails. */
export function wordsIn(locale: Locale): Words {
  const words = known.get(locale) ?? makeWords(locale);
  known.set(locale, words);
  return words;
}

function makeWords(locale: Locale): Words {
  const instance = createInstance();
  const sentences = features.map((feature) => [feature, readSentences(locale, feature)]);
  instance.init({
    lng: locale,
    resources: { [locale]: Object.fromEntries(sentences) },
    ns: features,
    defaultNS: 'shell',
    fallbackLng: false,
    keySeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instance.services.formatter?.add('number', (value: number) =>
    new Intl.NumberFormat(`${locale}-u-nu-latn`).format(value),
  );
  const t = instance.getFixedT(locale, features);
  return ((key: string, values?: object) => {
    const sentence = String(t(key as never, values as never));
    const bare = key.replace(/^[\w-]+:/, '');
    if (sentence === bare || sentence === key) throw new Error(`There is no sentence ${key} in ${locale}.`);
    return sentence.replace(/<\/?\w+>/g, '');
  }) as Words;
}

/** Those of the texts that are English sentences of more than three words, where the locale has sentences of its own. */
export function foreignSentences(locale: Locale, texts: string[]): string[] {
  if (locale === 'en') return [];
  return texts.filter((text) => english().some((sentence) => sentence.test(text)));
}

let patterns: RegExp[] | undefined;

/** Each English sentence as a pattern, with anything in the place of its values. */
function english(): RegExp[] {
  patterns ??= features
    .flatMap((feature) => Object.values(readSentences('en', feature)))
    .flatMap((sentence) => sentence.split(/<\/?\w+>/))
    .map((part) => part.trim())
    .filter(
      (part) =>
        part
          .replace(/\{\{.+?\}\}/g, '')
          .split(/\s+/)
          .filter(Boolean).length > 3,
    )
    .map(
      (part) =>
        new RegExp(
          `^${part
            .split(/\{\{.+?\}\}/)
            .map(escapePattern)
            .join('.+')}$`,
          's',
        ),
    );
  return patterns;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
