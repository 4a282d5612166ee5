import type { Locale } from '@zbor/contracts';
import { writingTag } from '@zbor/i18n';
import { usePage } from './page-data';

interface Formats {
  number(value: number): string;
  date(moment: string): string;
  dateTime(moment: string): string;
  /** "3 days ago" as seen from `now`; beyond a month the date. */
  relative(moment: string, now: string): string;
  /** The name of a language in the page's locale. */
  language(code: string): string;
}

const made = new Map<string, Formats>();

/** How a locale writes numbers, dates and names of languages, in a time zone. */
export function formatsOf(locale: Locale, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const tag = writingTag(locale);
  const numbers = new Intl.NumberFormat(tag);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const named = new Map<string, string>();
  const formats: Formats = {
    number: (value) => numbers.format(value),
    date: (moment) => days.format(new Date(moment)),
    dateTime: (moment) => moments.format(new Date(moment)),
    relative(moment, now) {
      const seconds = (Date.parse(moment) - Date.parse(now)) / 1000;
      const past = Math.abs(seconds);
      if (past < 45) return ago.format(0, 'second');
      if (past < 3600) return ago.format(Math.round(seconds / 60), 'minute');
      if (past < 22 * 3600) return ago.format(Math.round(seconds / 3600), 'hour');
      if (past < 30 * 86_400) return ago.format(Math.round(seconds / 86_400), 'day');
      return days.format(new Date(moment));
    },
    language(code) {
      const name = named.get(code) ?? names.of(code) ?? code;
      named.set(code, name);
      return name;
    },
  };
  made.set(key, formats);
  return formats;
}

/** Formats of the page's locale, in the municipality's time zone. */
export function useFormats(): Formats {
  const { locale, town } = usePage();
  return formatsOf(locale, town?.timeZone ?? 'UTC');
}

/**
 * A moment: relative to when the page was made, with the full date at hand. What the server wrote stays, should the
 * browser's own calendar data write it differently.
 */
export function When({ at }: { at: string }) {
  const { now } = usePage();
  const { relative, dateTime } = useFormats();
  return (
    <time className="shell-when" dateTime={at} title={dateTime(at)} suppressHydrationWarning>
      {relative(at, now)}
    </time>
  );
}

/** The name of the language that a text is written in, for readers of another one. */
export function LanguageName({ code }: { code: string }) {
  const { language } = useFormats();
  return <span suppressHydrationWarning>{language(code)}</span>;
}
