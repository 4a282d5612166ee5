import type { Locale } from '@zbor/contracts';
import { localeDirection } from '@zbor/i18n';

/** What a mail says, in the language of whoever gets it. */
export interface Letter {
  to: string;
  locale: Locale;
  subject: string;
  /** Paragraphs: sentences, a code to be typed, or a link with its words. */
  parts: (string | { code: string } | { link: string; words: string })[];
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export function asText({ parts }: Letter): string {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'code' in part ? part.code : `${part.words}\n${part.link}`;
  });
  return `${texts.join('\n\n')}\n`;
}

/** The same as HTML that loads nothing from anywhere. */
export function asHtml({ locale, subject, parts }: Letter): string {
  const paragraphs = parts.map((part) => {
    if (typeof part === 'string') return `<p>${escaped(part)}</p>`;
    if ('code' in part)
      return `<p dir="ltr" style="font-size:2em"><strong>${escaped(part.code)}</strong></p>`;
    return `<p><a href="${escaped(part.link)}">${escaped(part.words)}</a></p>`;
  });
  return [
    '<!doctype html>',
    `<html lang="${locale}" dir="${localeDirection(locale)}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font:1.1em/1.6 sans-serif;max-width:36em">',
    ...paragraphs,
    '</body></html>',
    '',
  ].join('\n');
}
