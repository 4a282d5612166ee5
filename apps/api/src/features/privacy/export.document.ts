import { createHash } from 'node:crypto';
import type { Locale } from '@zbor/contracts';
import { loadEverything, localeDirection, type Sentences, sentencesOf, writingTag } from '@zbor/i18n';
import type { Town } from '../../platform/http/caller';
import type { Told } from './export.service';

const style = `body{font:1rem/1.6 system-ui,sans-serif;max-inline-size:44rem;margin:2rem auto;padding-inline:1rem;color:#1c1a17}
h1,h2{line-height:1.25}h2{margin-block-start:2.5rem;border-block-end:1px solid}dl{margin:1rem 0;padding:.75rem 1rem;border:1px solid #8a8378;break-inside:avoid-page}
dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}dd dl{margin:.25rem 0}
@media print{body{margin:0;max-inline-size:none}}`;

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Catalogues in which a chosen word has its sentence, by the field that holds it. */
const chosen: Record<string, string> = {
  role: 'role.',
  reason: 'reason.',
  state: 'ideas:state.',
  position: 'councils:position.',
};

/** What is known of a person as one page that anybody can read and print, without scripts, in one language. */
export async function documentOf(
  told: Told[],
  town: Town,
  now: Date,
  locale: Locale,
): Promise<AsyncGenerator<string>> {
  return pieces(told, town, now, sentencesOf(locale, await loadEverything(locale)));
}

async function* pieces(told: Told[], town: Town, now: Date, sentences: Sentences): AsyncGenerator<string> {
  const { t, locale } = sentences;
  const dates = new Intl.DateTimeFormat(writingTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: town.timeZone,
  });
  const title = escaped(t('privacy:export.title'));
  const lead = t('privacy:export.lead', { town: escaped(town.name), date: dates.format(now) });
  yield `<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policy}"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1><p>${lead}</p>
`;
  const write = (field: string, value: unknown): string => {
    if (value instanceof Date) return escaped(dates.format(value));
    if (Array.isArray(value))
      return value.map((one) => write(field, one)).join(typeof value[0] === 'object' ? '' : ', ');
    if (typeof value === 'object' && value !== null) return list(value);
    const text = String(value);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return escaped(dates.format(new Date(text)));
    const key = `${chosen[field]}${text}`;
    return sentences.exists(key) ? escaped(t(key)) : `<bdi>${escaped(text)}</bdi>`;
  };
  const list = (row: object): string => {
    const held = Object.entries(row).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    const name = (field: string) => {
      const key = `privacy:export.fields.${field}`;
      return escaped(sentences.exists(key) ? t(key) : field);
    };
    const entries = held.map(([field, value]) => `<dt>${name(field)}</dt><dd>${write(field, value)}</dd>`);
    return `<dl>${entries.join('')}</dl>\n`;
  };
  for (const { section, rows } of told) {
    yield `<h2>${escaped(t(`privacy:export.sections.${section.name}`))}</h2>\n`;
    let empty = true;
    for await (const row of rows) {
      empty = false;
      yield list(row);
    }
    if (empty) yield `<p>${escaped(t('privacy:export.nothing'))}</p>\n`;
  }
  yield '</body></html>\n';
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
