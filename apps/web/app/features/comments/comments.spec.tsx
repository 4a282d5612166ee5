import { type Comment, comments, type Thread } from '@zbor/contracts';
import { answer, refuse, siteOf, visitor } from '../../testing/site';
import * as deletion from './pages/delete';
import * as edit from './pages/edit';
import * as versions from './pages/versions';
import * as write from './pages/write';

const idea = '0190a000-0000-7000-8000-0000000000aa';
const id = '0190a000-0000-7000-8000-0000000000bb';
const requestKey = '0190a000-0000-4000-8000-0000000000cc';

const comment: Comment = {
  id,
  parentId: null,
  rootId: id,
  depth: 0,
  seq: 1,
  state: 'visible',
  author: { name: 'Blue Heron', role: 'participant' },
  language: 'ar',
  direction: 'rtl',
  html: '<p>نعم</p>',
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  likes: 0,
  likeSeq: 0,
  replies: 0,
  mine: true,
  liked: false,
  source: 'نعم',
  hidden: null,
  can: { edit: true, delete: true },
};
const thread: Thread = {
  seq: 1,
  total: 1,
  items: [{ root: comment, replies: [], next: null }],
  next: null,
  can: { comment: true, like: true, moderate: false },
};
const reading = answer(comments.thread, thread);
const me = visitor('participant');
const page = `/graz/ideas/${idea}?focus=${id}#c-${id}`;

describe('writing without scripts', () => {
  const pages = { '/:town/threads/:type/:subject/write': write };
  const address = `/graz/threads/idea/${idea}/write`;

  test('quotes what is answered, in its own direction', async () => {
    const { html } = await siteOf(pages, [me, reading]).get(`${address}?parent=${id}`);
    expect(html).toMatch(/lang="ar" dir="rtl"[^>]*><p>نعم<\/p>/);
    expect(html).toContain(`name="parentId" value="${id}"`);
  });

  test('leads to the place of the answer', async () => {
    const site = siteOf(pages, [me, reading, answer(comments.write, comment)]);
    const done = await site.post(address, { body: 'Ja', parentId: id, requestKey });
    expect(done).toMatchObject({ status: 303, location: page });
    expect(site.asked.at(-1)?.body).toEqual({ body: 'Ja', parentId: id, requestKey });
  });

  test('answers with the comment itself where the page takes it', async () => {
    const site = siteOf(pages, [me, reading, answer(comments.write, comment)]);
    const done = await site.post(address, { body: 'Ja', requestKey, inline: '1' });
    expect(done).toMatchObject({ status: 200, location: null });
  });

  test('keeps what was typed when it is refused', async () => {
    const tooLong = refuse('invalid_input', [{ path: 'body.body', code: 'too_long', params: { max: 4000 } }]);
    const site = siteOf(pages, [me, reading, answer(comments.write, tooLong)]);
    const { status, html } = await site.post(address, { body: '<b>long</b>', requestKey });
    expect(status).toBe(400);
    expect(html).toContain('&lt;b&gt;long&lt;/b&gt;</textarea>');
    expect(html).toContain('at most 4000 characters');
    expect(html).toContain(`value="${requestKey}"`);
  });

  test('keeps the form with what was typed when the session has ended', async () => {
    const closed = answer(comments.thread, { ...thread, can: { ...thread.can, comment: false } });
    const ended = answer(comments.write, refuse('not_signed_in'));
    const { status, html } = await siteOf(pages, [visitor(), closed, ended]).post(address, { body: 'Ja' });
    expect(status).toBe(401);
    expect(html).toContain('Ja</textarea>');
    expect(html).toMatch(/href="\/graz\/sign-in" target="_blank"/);
    expect(html).not.toContain('Comments are closed here.');
  });

  test('keeps what was typed when what it is about is gone', async () => {
    const gone = refuse('not_found');
    const site = siteOf(pages, [me, answer(comments.thread, gone), answer(comments.write, gone)]);
    const { status, html } = await site.post(address, { body: 'Ja, gern', requestKey });
    expect(status).toBe(404);
    expect(html).toContain('We could not find this.');
    expect(html).toContain('>Ja, gern</div>');
    expect(html).not.toContain(`>${requestKey}<`);
  });

  test('leads nowhere else where what is to be answered is not found', async () => {
    const site = siteOf(pages, [me, reading]);
    expect((await site.get(`${address}?parent=${idea}`)).status).toBe(404);
  });

  test('takes another text that was sent from the same form for a new one, once that is said', async () => {
    const sent = answer(comments.write, refuse('sent_before'));
    const { status, html } = await siteOf(pages, [me, reading, sent]).post(address, {
      body: 'Ja',
      requestKey,
    });
    expect(status).toBe(409);
    expect(html).toContain('Ja</textarea>');
    expect(html).toContain('Another text was already sent from here.');
    expect(html).toMatch(/name="requestKey" value="[0-9a-f-]{36}"/);
    expect(html).not.toContain(requestKey);
  });

  test('knows no other things to talk about', async () => {
    const { status } = await siteOf(pages, [me, reading]).get(`/graz/threads/town/${idea}/write`);
    expect(status).toBe(404);
  });
});

describe('changing and deleting', () => {
  const theirs = answer(comments.thread, {
    ...thread,
    items: [
      { root: { ...comment, source: null, can: { edit: false, delete: false } }, replies: [], next: null },
    ],
  });

  test.each([
    ['edit', edit],
    ['delete', deletion],
  ])('%s is for the author alone', async (part, module) => {
    const site = siteOf({ [`/:town/comments/:id/${part}`]: module }, [me, theirs]);
    expect((await site.get(`/graz/comments/${id}/${part}?on=idea:${idea}`)).status).toBe(403);
  });

  test('a changed comment is shown in its place', async () => {
    const site = siteOf({ '/:town/comments/:id/edit': edit }, [me, reading, answer(comments.edit, comment)]);
    const address = `/graz/comments/${id}/edit?on=idea:${idea}`;
    expect((await site.get(address)).html).toContain('نعم</textarea>');
    const done = await site.post(address, { body: 'لا', language: 'ar' });
    expect(done).toMatchObject({ status: 303, location: page });
  });

  test('deleting asks once more', async () => {
    const gone = answer(comments.remove, undefined);
    const site = siteOf({ '/:town/comments/:id/delete': deletion }, [me, reading, gone]);
    const address = `/graz/comments/${id}/delete?on=idea:${idea}`;
    expect((await site.get(address)).html).toContain('Delete your comment?');
    expect(site.asked.map(({ endpoint }) => endpoint)).not.toContain(comments.remove);
    expect(await site.post(address, {})).toMatchObject({ status: 303, location: page });
  });

  test.each([
    ['edit', edit],
    ['delete', deletion],
  ])('%s leads to the place of what is deleted', async (part, module) => {
    const gone = {
      ...comment,
      state: 'deleted',
      html: '',
      author: null,
      source: null,
      can: { edit: false, delete: false },
    } as const;
    const deleted = answer(comments.thread, { ...thread, items: [{ root: gone, replies: [], next: null }] });
    const site = siteOf({ [`/:town/comments/:id/${part}`]: module }, [me, deleted]);
    const { status, location } = await site.get(`/graz/comments/${id}/${part}?on=idea:${idea}`);
    expect([status, location]).toEqual([302, page]);
  });
});

test('earlier wordings are compared word by word, in any script', async () => {
  const wordings = answer(comments.versions, {
    language: 'ar',
    direction: 'rtl',
    items: [
      { number: 2, body: 'نريد مقعدًا ومصباحًا', at: '2026-01-02T12:00:00.000Z' },
      { number: 1, body: 'نريد مقعدًا', at: '2026-01-01T12:00:00.000Z' },
    ],
  });
  const site = siteOf({ '/:town/comments/:id/versions': versions }, [me, reading, wordings]);
  const { html } = await site.get(`/graz/comments/${id}/versions?on=idea:${idea}`);
  expect(html).toMatch(/<ins><span[^>]*>\[added\] <\/span> ومصباحًا<\/ins>/);
  expect(html).not.toContain('<del>');
});
