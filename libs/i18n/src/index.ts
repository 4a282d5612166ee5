import { type Direction, type Locale, locales } from '@zbor/contracts';

import type assistance from '../messages/en/assistance.json';
import type audit from '../messages/en/audit.json';
import type mails from '../messages/en/mails.json';
import type passkeys from '../messages/en/passkeys.json';
import type privacy from '../messages/en/privacy.json';
import type recovery from '../messages/en/recovery.json';
import type voting from '../messages/en/voting.json';
import type account from './account-en';
import type en from './en';

/** What every page may say in one locale, by feature. English is the measure that the others are held against. */
export type Messages = typeof en;
/** What the pages of ways in, of one's account and of offices say besides: nobody who only reads downloads it. */
export type AccountMessages = typeof account;
/** What few pages or only mails say: each of these catalogues is loaded where it is needed, so that no page else pays for it. */
export type FurtherMessages = {
  audit: typeof audit;
  passkeys: typeof passkeys;
  privacy: typeof privacy;
  recovery: typeof recovery;
  assistance: typeof assistance;
  mails: typeof mails;
  voting: typeof voting;
};
export type AllMessages = Messages & AccountMessages & FurtherMessages;
export type Namespace = keyof AllMessages;
/** What is loaded at once besides the messages of every page. */
export type Catalogue = 'account' | keyof FurtherMessages;

/** Loads one locale; each is a chunk of its own, so that nobody downloads a language that they do not read. */
export const loadMessages: Record<Locale, () => Promise<Messages>> = {
  en: async () => (await import('./en')).default,
  sl: async () => (await import('./sl')).default as Messages,
  de: async () => (await import('./de')).default as Messages,
  uk: async () => (await import('./uk')).default as Messages,
  ar: async () => (await import('./ar')).default as Messages,
};

const loadAccount: Record<Locale, () => Promise<AccountMessages>> = {
  en: async () => (await import('./account-en')).default,
  sl: async () => (await import('./account-sl')).default as AccountMessages,
  de: async () => (await import('./account-de')).default as AccountMessages,
  uk: async () => (await import('./account-uk')).default as AccountMessages,
  ar: async () => (await import('./account-ar')).default as AccountMessages,
};

export const loadFurther: {
  [Feature in keyof FurtherMessages]: Record<Locale, () => Promise<FurtherMessages[Feature]>>;
} = {
  assistance: {
    en: async () => (await import('../messages/en/assistance.json')).default,
    sl: async () => (await import('../messages/sl/assistance.json')).default,
    de: async () => (await import('../messages/de/assistance.json')).default,
    uk: async () => (await import('../messages/uk/assistance.json')).default,
    ar: async () => (await import('../messages/ar/assistance.json')).default,
  },
  audit: {
    en: async () => (await import('../messages/en/audit.json')).default,
    sl: async () => (await import('../messages/sl/audit.json')).default,
    de: async () => (await import('../messages/de/audit.json')).default,
    uk: async () => (await import('../messages/uk/audit.json')).default,
    ar: async () => (await import('../messages/ar/audit.json')).default,
  },
  passkeys: {
    en: async () => (await import('../messages/en/passkeys.json')).default,
    sl: async () => (await import('../messages/sl/passkeys.json')).default,
    de: async () => (await import('../messages/de/passkeys.json')).default,
    uk: async () => (await import('../messages/uk/passkeys.json')).default,
    ar: async () => (await import('../messages/ar/passkeys.json')).default,
  },
  privacy: {
    en: async () => (await import('../messages/en/privacy.json')).default,
    sl: async () => (await import('../messages/sl/privacy.json')).default as FurtherMessages['privacy'],
    de: async () => (await import('../messages/de/privacy.json')).default,
    uk: async () => (await import('../messages/uk/privacy.json')).default as FurtherMessages['privacy'],
    ar: async () => (await import('../messages/ar/privacy.json')).default as FurtherMessages['privacy'],
  },
  recovery: {
    en: async () => (await import('../messages/en/recovery.json')).default,
    sl: async () => (await import('../messages/sl/recovery.json')).default,
    de: async () => (await import('../messages/de/recovery.json')).default,
    uk: async () => (await import('../messages/uk/recovery.json')).default,
    ar: async () => (await import('../messages/ar/recovery.json')).default,
  },
  mails: {
    en: async () => (await import('../messages/en/mails.json')).default,
    sl: async () => (await import('../messages/sl/mails.json')).default,
    de: async () => (await import('../messages/de/mails.json')).default,
    uk: async () => (await import('../messages/uk/mails.json')).default,
    ar: async () => (await import('../messages/ar/mails.json')).default,
  },
  voting: {
    en: async () => (await import('../messages/en/voting.json')).default,
    sl: async () => (await import('../messages/sl/voting.json')).default as FurtherMessages['voting'],
    de: async () => (await import('../messages/de/voting.json')).default,
    uk: async () => (await import('../messages/uk/voting.json')).default as FurtherMessages['voting'],
    ar: async () => (await import('../messages/ar/voting.json')).default as FurtherMessages['voting'],
  },
};

export async function loadCatalogue(locale: Locale, of: Catalogue): Promise<Partial<AllMessages>> {
  return of === 'account' ? loadAccount[locale]() : { [of]: await loadFurther[of][locale]() };
}

/** Every sentence of a locale, for those to whom bytes are nothing. */
export async function loadEverything(locale: Locale): Promise<AllMessages> {
  return {
    ...(await loadMessages[locale]()),
    ...(await loadAccount[locale]()),
    assistance: await loadFurther.assistance[locale](),
    audit: await loadFurther.audit[locale](),
    passkeys: await loadFurther.passkeys[locale](),
    privacy: await loadFurther.privacy[locale](),
    recovery: await loadFurther.recovery[locale](),
    mails: await loadFurther.mails[locale](),
    voting: await loadFurther.voting[locale](),
  };
}

/** The name of each locale in its own script, as the language switch shows it. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  sl: 'Slovenščina',
  de: 'Deutsch',
  uk: 'Українська',
  ar: 'العربية',
};

export function localeDirection(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** The first offered locale that the `Accept-Language` header asks for, by its weights; else the first offered. */
export function chooseLocale(header: string | undefined, offered: readonly Locale[]): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const weight = options.map((o) => /^\s*q=([\d.]+)$/.exec(o)?.[1]).find((q) => q !== undefined);
      return { code: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((w) => w.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { code } of wanted) {
    const found = offered.find((locale) => locale === code);
    if (found) return found;
  }
  return offered[0] ?? 'en';
}

export * from './sentences';
