import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Paragraphs, lists, quotes, emphasis and links: no raw HTML, no pictures, no headings, no tables. */
const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'list',
  'blockquote',
  'emphasis',
  'link',
  'autolink',
  'newline',
  'escape',
  'backticks',
]);

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'code'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener noreferrer' }) },
};

/**
 * HTML of a person's text in our subset of Markdown. The writer escapes everything that it did not make itself; the
 * sanitiser behind it holds the same line once more, should the writer ever err. Marks without any text are shown as
 * they are.
 */
export function renderMarkdown(source: string): string {
  const html = sanitizeHtml(markdown.render(source), allowed).trim();
  // A mere "+" or "-" is an answer, and no empty list.
  return sanitizeHtml(html, { allowedTags: [] }).trim()
    ? html
    : `<p>${markdown.utils.escapeHtml(source)}</p>`;
}

/** The beginning of a text as one plain line, cut between words at most `length` UTF-16 units in; marks alone as they are. */
export function excerptOf(source: string, length = 180): string {
  const plain = sanitizeHtml(markdown.render(source.slice(0, length * 6)), {
    allowedTags: [],
    allowedAttributes: {},
    parser: { decodeEntities: true },
    textFilter: decode,
  })
    .replace(/\s+/g, ' ')
    .trim();
  if (!plain) return source.slice(0, length).toWellFormed();
  if (plain.length <= length) return plain.toWellFormed();
  const cut = plain.slice(0, length + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : length).toWellFormed()}…`;
}

/** The excerpt is text, not HTML: what the sanitiser escapes is turned back. */
function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
