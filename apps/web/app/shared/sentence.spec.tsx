import { type Messages, sentencesOf } from '@zbor/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { SentencesContext } from './i18n';
import { Sentence } from './sentence';

const messages = {
  shell: { by: 'By <bdi>{{name}}</bdi>, see <a>the rules</a> & {{count, number}} more' },
} as unknown as Messages;

test.each(['Ana', 'نسمة', '</bdi><a>x', '{{count}}', '$&', '<script>alert(1)</script>'])(
  'the name %j is put in as it is, after the tags were read',
  (name) => {
    const html = renderToStaticMarkup(
      <SentencesContext value={sentencesOf('en', messages)}>
        {/* A sentence of this spec's own catalogue. */}
        <Sentence of={'by' as 'skip'} values={{ name, count: 1200 }} parts={{ a: <a href="/rules">.</a> }} />
      </SentencesContext>,
    );
    const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(html).toBe(`By <bdi>${escaped}</bdi>, see <a href="/rules">the rules</a> &amp; 1,200 more`);
  },
);
