import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReference } from '@zbor/testing';
import fc from 'fast-check';
import { excerptOf, renderMarkdown } from './markdown';

test.each([
  ['One line\nand another', '<p>One line<br />\nand another</p>'],
  ['**bold** and *soft*', '<p><strong>bold</strong> and <em>soft</em></p>'],
  ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['3. three\n4. four', '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'],
  ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
  [
    '[town](https://graz.example)',
    '<p><a href="https://graz.example" rel="nofollow ugc noopener noreferrer">town</a></p>',
  ],
  ['# no heading', '<p># no heading</p>'],
  [
    '![no picture](https://x.example/a.png)',
    '<p>!<a href="https://x.example/a.png" rel="nofollow ugc noopener noreferrer">no picture</a></p>',
  ],
  ['<b>no html</b>', '<p>&lt;b&gt;no html&lt;/b&gt;</p>'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['[x](//evil.example)', '<p><a rel="nofollow ugc noopener noreferrer">x</a></p>'],
  ['مرحبا **بكم**', '<p>مرحبا <strong>بكم</strong></p>'],
])('%j becomes %j', (source, html) => expect(renderMarkdown(source)).toBe(html));

/** What could do something in a browser. */
const dangerous =
  /<(script|iframe|object|embed|svg|math|style|link|meta|img|form|input|base)|<[^>]*\s(on\w+|style|src|srcdoc)\s*=|<[^>]*href="?\s*(javascript|data|vbscript):/i;

test('X3 whatever is written, nothing that could run comes out', () => {
  const piece = fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](',
    'javascript:',
    'data:text/html,',
    ')',
    '<svg/onload=',
    '`',
    '**',
    '> ',
    '- ',
    '&lt;',
    '&#x6A;',
    '\n',
    '"',
    "'",
    '<',
    '>',
    'https://x.example',
    '\\',
    '\u202e',
    'text',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 12 }), (pieces) => {
      expect(renderMarkdown(pieces.join(''))).not.toMatch(dangerous);
    }),
    { numRuns: 500 },
  );
});

test.each(['+', '-', '>', '1.', '[](https://example.org)', '- \n- '])(
  'of %j alone one sees what was typed',
  (source) => {
    expect(renderMarkdown(source)).toBe(`<p>${source.replace('>', '&gt;')}</p>`);
    expect(excerptOf(source)).toBe(source);
  },
);

test('an excerpt is plain text of a bounded length, cut between words', () => {
  expect(excerptOf('A **bold** [link](https://x.example) & more <b>')).toBe('A bold link & more <b>');
  const cut = excerptOf('word '.repeat(200));
  expect(cut.length).toBeLessThanOrEqual(181);
  expect(cut).toMatch(/word…$/);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 600, unit: 'grapheme' }),
      (text) => excerptOf(text).length <= 181 && excerptOf(text).isWellFormed(),
    ),
  );
});

describeReference('sanitisation', 'published attack texts', (folder) => {
  test('X3 no published attack survives', () => {
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    for (const file of ['blns', 'commonmark-0.31', 'dompurify-expect', 'owasp-filter-evasion']) {
      collect(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')));
    }
    texts.push(...readFileSync(join(folder, 'payloadbox-xss.txt'), 'utf8').split('\n'));
    expect(texts.length).toBeGreaterThan(1_000);
    for (const text of texts) expect(renderMarkdown(text)).not.toMatch(dangerous);
  });
});
