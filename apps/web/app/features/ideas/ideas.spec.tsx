import {
  type Comment,
  comments,
  councils,
  type Idea,
  type IdeaCard,
  ideas,
  type Thread,
} from '@zbor/contracts';
import fc from 'fast-check';
import { type Answers, answer, graz, refuse, siteOf, visitor } from '../../testing/site';
import { newer } from './components/support';
import * as edit from './pages/edit';
import * as home from './pages/home';
import * as ideaPage from './pages/idea';
import * as list from './pages/list';
import * as newIdea from './pages/new';
import * as versions from './pages/versions';
import * as withdraw from './pages/withdraw';

const id = '0190a000-0000-7000-8000-0000000000aa';
const requestKey = '0190a000-0000-4000-8000-0000000000cc';

const card: IdeaCard = {
  id,
  slug: 'مقعد-ومصباح',
  title: 'مقعد ومصباح',
  excerpt: 'نريد مقعدًا ومصباحًا',
  language: 'ar',
  direction: 'rtl',
  state: 'published',
  category: null,
  tags: ['ضوء'],
  author: { name: 'Blue Heron', role: 'participant' },
  publishedAt: '2026-01-01T12:00:00.000Z',
  supports: 1234,
  importedSupports: 0,
  comments: 2,
  hidden: false,
};
const idea: Idea = {
  ...card,
  html: '<p>نريد مقعدًا ومصباحًا</p>',
  source: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  version: 1,
  mine: false,
  supported: false,
  supportSeq: 1,
  hiding: null,
  can: { edit: false, publish: false, withdraw: false, support: true, report: true, moderate: false },
};
const mine: Idea = {
  ...idea,
  mine: true,
  source: 'نريد مقعدًا ومصباحًا',
  can: { ...idea.can, edit: true, withdraw: true, report: false },
};
const thread: Thread = {
  seq: 0,
  total: 0,
  items: [],
  next: null,
  can: { comment: true, like: true, moderate: false },
};
const comment: Comment = {
  id: '0190a000-0000-7000-8000-0000000000bb',
  parentId: null,
  rootId: '0190a000-0000-7000-8000-0000000000bb',
  depth: 0,
  seq: 1,
  state: 'visible',
  author: { name: 'Grey Heron', role: 'participant' },
  language: 'en',
  direction: 'ltr',
  html: '<p>Yes.</p>',
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  likes: 0,
  likeSeq: 0,
  replies: 0,
  mine: false,
  liked: false,
  source: null,
  hidden: null,
  can: { edit: false, delete: false },
};
const me = visitor('participant');
const address = `/graz/ideas/${id}/${encodeURIComponent(card.slug)}`;
const read = (view: Idea = idea) => answer(ideas.read, { idea: view, thread });

const sites = {
  list: (...answers: Answers) => siteOf({ '/:town/ideas': list }, answers),
  idea: (...answers: Answers) => siteOf({ '/:town/ideas/:id/:slug?': ideaPage }, answers),
  new: (...answers: Answers) => siteOf({ '/:town/ideas/new': newIdea }, answers),
  edit: (...answers: Answers) => siteOf({ '/:town/ideas/:id/edit': edit }, answers),
};

describe('the list', () => {
  test('shows each idea in its own language and direction', async () => {
    const { html } = await sites
      .list(me, answer(ideas.list, { items: [card], next: null }))
      .get('/graz/ideas');
    expect(html).toMatch(/lang="ar" dir="rtl"[^>]*><a[^>]*>مقعد ومصباح/);
    expect(html).toContain('<b>1,234</b> supporters');
  });

  test('hands on what it knows and nothing else', async () => {
    const site = sites.list(me, answer(ideas.list, { items: [card], next: 'more' }));
    const { html } = await site.get('/graz/ideas?q=lamp&language=ar&sort=supported&lang=de&utm_source=x');
    expect(site.asked.at(-1)?.query).toEqual({ q: 'lamp', language: 'ar', sort: 'supported' });
    expect(html).toContain('after=more');
  });

  test.each([
    ['', 'No ideas yet'],
    ['?q=zeppelin', 'We found no idea like this'],
  ])('invites where there is nothing (%j)', async (query, words) => {
    const { html } = await sites
      .list(me, answer(ideas.list, { items: [], next: null }))
      .get(`/graz/ideas${query}`);
    expect(html).toContain(words);
    expect(html).toContain('/graz/ideas/new');
  });

  test('an altered address of a page is not found', async () => {
    const { status } = await sites
      .list(me, answer(ideas.list, refuse('invalid_input')))
      .get('/graz/ideas?after=zzz');
    expect(status).toBe(400);
  });
});

describe('an idea', () => {
  test('has one address', async () => {
    const { status, location } = await sites.idea(me, read()).get(`/graz/ideas/${id}/old-words?sort=newest`);
    expect([status, location]).toEqual([302, `${address}?sort=newest`]);
  });

  test('is shown there from the comment on that one came for', async () => {
    const { location } = await sites.idea(me, read()).get(`/graz/ideas/${id}?focus=${comment.id}`);
    expect(location).toBe(`${address}?focus=${comment.id}#c-${comment.id}`);
  });

  test('stays where one reads it when a comment is liked by a plain form', async () => {
    const after = Buffer.from(JSON.stringify(['newest', 20])).toString('base64url');
    const here = `${address}?sort=newest&after=${after}`;
    const liked = answer(comments.like, { liked: true, likes: 1, likeSeq: 1 });
    const withComment = { ...thread, items: [{ root: comment, replies: [], next: null }] };
    const site = sites.idea(me, answer(ideas.read, { idea, thread: withComment }), liked);
    const { html } = await site.get(`${here}&problem=wrong_state`);
    const action = /action="([^"]+)"[^>]*><input type="hidden" name="liked"/.exec(html)?.[1];
    const done = await site.post(action?.replaceAll('&amp;', '&') ?? '', {
      act: 'like',
      comment: comment.id,
      liked: 'yes',
    });
    expect(done).toMatchObject({ status: 303, location: `${here}#c-${comment.id}` });
  });

  test('shows itself to those who get its link', async () => {
    const { html } = await sites.idea(visitor(), read()).get(address);
    expect(html).toContain('<meta property="og:title" content="مقعد ومصباح"/>');
    expect(html).toContain('<meta property="og:type" content="article"/>');
    expect(html).toContain(`<link rel="canonical" href="https://zbor.example${address}"/>`);
  });

  test('leads visitors who want to support it to signing in and back', async () => {
    const { html } = await sites.idea(visitor(), read()).get(address);
    expect(html).toContain(`href="/graz/sign-in?returnTo=${encodeURIComponent(address)}"`);
  });

  test.each([
    ['yes', ideas.support, true],
    ['no', ideas.unsupport, false],
  ] as const)('is supported (%s) by a plain form', async (supported, endpoint, after) => {
    const site = sites.idea(me, read(), answer(endpoint, { supported: after, supports: 1, supportSeq: 2 }));
    const done = await site.post(address, { act: 'support', supported });
    expect(done).toMatchObject({ status: 303, location: address });
    expect(site.asked.at(-1)?.endpoint).toBe(endpoint);
  });

  test('says what was refused on the way back', async () => {
    const site = sites.idea(me, read(), answer(ideas.support, refuse('wrong_state')));
    const { location } = await site.post(address, { act: 'support', supported: 'yes' });
    expect(location).toBe(`${address}?problem=wrong_state`);
    expect((await site.get(location ?? '')).html).toContain('This is no longer possible');
    expect((await site.get(`${address}?problem=constructor&done=constructor`)).status).toBe(200);
  });

  test('tells its author why it is hidden', async () => {
    const hiding = {
      reason: 'personal_data',
      note: 'A name stands there.',
      at: '2026-01-02T12:00:00.000Z',
    } as const;
    const { html } = await sites.idea(me, read({ ...mine, hidden: true, hiding })).get(address);
    expect(html).toContain('Your idea is hidden');
    expect(html).toContain('A name stands there.');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });
});

test('in whatever order counts of supporters arrive, the one of the latest change stands', () => {
  const read = { supported: false, supports: 2, supportSeq: 2 };
  const mine = { supported: true, supports: 3, supportSeq: 3 };
  const told = [mine, { supports: 4, supportSeq: 4 }, { supports: 3, supportSeq: 5 }];
  fc.assert(
    fc.property(fc.shuffledSubarray([...told, ...told], { minLength: told.length }), (arriving) => {
      const last = Math.max(...arriving.map(({ supportSeq }) => supportSeq), read.supportSeq);
      const known = arriving.reduce(newer, read);
      expect(known.supportSeq).toBe(last);
      expect(known.supports).toBe([read, ...told].find(({ supportSeq }) => supportSeq === last)?.supports);
      expect(known.supported).toBe(arriving.includes(mine));
    }),
  );
});

describe('proposing', () => {
  const typed = {
    title: 'A bench and a lamp',
    body: 'It is dark where we wait for the tram.',
    category: '',
    tags: 'tram، light',
    language: '',
    requestKey,
  };

  test('is for those who are signed in', async () => {
    const { location } = await sites.new(visitor()).get('/graz/ideas/new');
    expect(location).toBe('/graz/sign-in?returnTo=%2Fgraz%2Fideas%2Fnew');
  });

  test('is looked at before it is sent, with the language that was recognised', async () => {
    const site = sites.new(me, answer(ideas.preview, { language: 'en', readBack: 'mark' }));
    const { html } = await site.post('/graz/ideas/new', { ...typed, step: 'preview' });
    expect(html).toContain('Is everything right?');
    expect(html).toMatch(/<option value="en"[^>]*selected/);
    expect(site.asked.map(({ endpoint }) => endpoint)).not.toContain(ideas.propose);
  });

  test.each([
    ['publish', true, '?done=published'],
    ['draft', false, ''],
  ])('to %s sends what was typed once', async (step, publish, end) => {
    const site = sites.new(me, answer(ideas.propose, mine));
    const { location } = await site.post('/graz/ideas/new', { ...typed, language: 'en', step });
    expect(location).toBe(address + end);
    expect(site.asked.at(-1)?.body).toEqual({
      title: typed.title,
      body: typed.body,
      category: null,
      tags: ['tram', 'light'],
      language: 'en',
      publish,
      requestKey,
    });
  });

  test('what was sent before and is sent again with other words goes on as a change of it', async () => {
    const current = { ...mine, title: 'A bench', version: 3 };
    const refused = answer(ideas.propose, refuse('changed_meanwhile', undefined, { id }));
    const site = sites.new(me, refused, read(current));
    const { status, html } = await site.post('/graz/ideas/new', { ...typed, step: 'publish' });
    expect(status).toBe(409);
    expect(html).toContain(`action="/graz/ideas/${id}/edit"`);
    expect(html).toContain('name="version" value="3"');
    expect(html).toMatch(/<ins>.*lamp/);
    expect(html).toContain(`${typed.body}</textarea>`);
    expect(html).toMatch(/<option value="ar"[^>]*selected/);
  });

  test('what was kept as a draft before does not say that it is published', async () => {
    const site = sites.new(me, answer(ideas.propose, { ...mine, state: 'draft' }));
    const { location } = await site.post('/graz/ideas/new', { ...typed, step: 'publish' });
    expect(location).toBe(address);
  });

  test.each([
    ['preview', [me, answer(ideas.preview, refuse('invalid_input'))]],
    ['publish', [me, answer(ideas.propose, refuse('too_fast'))]],
  ] as [string, Answers][])('keeps everything when to %s is refused', async (step, answers) => {
    const short = { ...typed, title: 'x', step };
    const { status, html } = await sites.new(...answers).post('/graz/ideas/new', short);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(html).toMatch(/<input[^>]*value="x"/);
    expect(html).toContain(typed.body);
    expect(html).toContain(`value="${requestKey}"`);
  });
});

describe('with somebody at their side', () => {
  const shown = answer(ideas.preview, { language: 'en', readBack: 'the mark' });
  const text = { title: 'A bench and a lamp', body: 'It is dark where we wait.', category: '', tags: '' };
  const unread = refuse('not_read_back');

  test('what is sent without having been read back is refused, and said so', async () => {
    const site = sites.new(me, answer(ideas.propose, unread));
    const { status, html } = await site.post('/graz/ideas/new', { ...text, step: 'publish' });
    expect(status).toBe(409);
    expect(html).toContain('Please read this out together first.');
  });

  test('a change is read back, and sent with the mark of it', async () => {
    const address = `/graz/ideas/${id}/edit`;
    const site = sites.edit(me, read(mine), answer(ideas.edit, unread), shown);
    const { html } = await site.post(address, { ...text, version: '1' });
    expect(html).toContain('Read it out together.');
    expect(html).toContain('name="readBack" value="the mark"');
    const sent = sites.edit(me, read(mine), answer(ideas.edit, mine));
    await sent.post(address, { ...text, version: '1', readBack: 'the mark', step: 'send' });
    expect(sent.asked.at(-1)?.body).toMatchObject({ title: text.title, readBack: 'the mark' });
  });
});

describe('changing', () => {
  test('shows how one differs from what was saved meanwhile, and keeps what was typed', async () => {
    const current = { ...mine, title: 'Saved elsewhere', version: 5 };
    const site = sites.edit(me, read(current), answer(ideas.edit, refuse('changed_meanwhile')));
    const { status, html } = await site.post(`/graz/ideas/${id}/edit`, {
      title: 'Typed here',
      body: 'What I typed in this window.',
      category: '',
      tags: '',
      language: 'en',
      version: '1',
    });
    expect(status).toBe(409);
    expect(html).toMatch(/<del>.*Saved/);
    expect(html).toMatch(/<ins>.*Typed/);
    expect(html).toMatch(/name="version" value="5"/);
    expect(html).toContain('What I typed in this window.</textarea>');
  });

  test('what is read out and changed once more stays a change of the version that was read', async () => {
    const site = sites.edit(me, read({ ...mine, version: 5 }));
    const typed = { title: 'Typed here', body: 'What I typed in this window.', version: '1' };
    const { html } = await site.post(`/graz/ideas/${id}/edit`, { ...typed, step: 'change' });
    expect(html).toContain('name="version" value="1"');
  });

  test("others' ideas is not allowed", async () => {
    expect((await sites.edit(me, read()).get(`/graz/ideas/${id}/edit`)).status).toBe(403);
  });

  test('its versions can be compared, any with any', async () => {
    const version = (number: number, title: string) => ({
      number,
      title,
      body: 'Text',
      language: 'en' as const,
      direction: 'ltr' as const,
      at: '2026-01-01T12:00:00.000Z',
    });
    const items = [version(3, 'A warm lamp'), version(2, 'A lamp'), version(1, 'A bench')];
    const site = siteOf({ '/:town/ideas/:id/versions': versions }, [
      me,
      answer(ideas.versions, { title: 'A warm lamp', slug: 'a-warm-lamp', items }),
    ]);
    expect((await site.get(`/graz/ideas/${id}/versions`)).html).toMatch(/<ins>.*warm/);
    expect((await site.get(`/graz/ideas/${id}/versions?from=1&to=2`)).html).toMatch(/<del>.*bench/);
  });
});

describe('when the session has ended, nothing that was typed is lost', () => {
  const signedOut = refuse('not_signed_in');
  const text = { title: 'A bench', body: 'An hour of text', language: 'en' };
  const closed = { ...thread, can: { ...thread.can, comment: false } };
  const shown = (html: string) => {
    expect(html).toContain('Please sign in first.');
    expect(html).toMatch(/href="\/graz\/sign-in" target="_blank"/);
  };

  test.each(['preview', 'publish', 'draft'])('of a new idea (%s)', async (step) => {
    const refused = [answer(ideas.preview, signedOut), answer(ideas.propose, signedOut)];
    const site = sites.new(visitor(), ...refused);
    const { status, html } = await site.post('/graz/ideas/new', { ...text, step, requestKey });
    expect(status).toBe(401);
    shown(html);
    expect(html).toContain('An hour of text</textarea>');
    expect(html).toMatch(/<input[^>]*value="A bench"/);
    expect(html).toContain(`value="${requestKey}"`);
  });

  test.each([
    ['published', read()],
    ['draft', answer(ideas.read, refuse('not_found'))],
  ])('of a change of what is %s', async (_, reading) => {
    const site = sites.edit(visitor(), reading, answer(ideas.edit, signedOut));
    const { status, html } = await site.post(`/graz/ideas/${id}/edit`, { ...text, version: '3' });
    expect(status).toBe(401);
    shown(html);
    expect(html).toContain('>An hour of text</div>');
    expect(html).toContain('name="body" value="An hour of text"');
    expect(html).toContain('name="version" value="3"');
  });

  test.each([
    ['', address],
    [', also where the idea has another title by now', `/graz/ideas/${id}/old-words`],
  ])('of a comment%s', async (_, address) => {
    const reading = answer(ideas.read, { idea, thread: closed });
    const site = sites.idea(visitor(), reading, answer(comments.write, signedOut));
    const { status, html } = await site.post(address, {
      act: 'comment',
      body: 'An hour of text',
      requestKey,
    });
    expect(status).toBe(401);
    shown(html);
    expect(html).toContain('An hour of text</textarea>');
  });
});

describe('when the idea is gone, nothing that was typed is lost', () => {
  const gone = refuse('not_found');

  test('of a comment, also where the page takes the answer itself', async () => {
    const site = sites.idea(me, answer(ideas.read, gone), answer(comments.write, gone));
    const form = { act: 'comment', body: 'An hour of text', requestKey };
    const { status, html } = await site.post(address, { ...form, inline: '1' });
    expect(status).toBe(404);
    expect(html).toContain('We could not find this.');
    expect(html).toContain('>An hour of text</div>');
  });

  test('and a question without any text says what happened', async () => {
    const site = siteOf({ '/:town/ideas/:id/withdraw': withdraw }, [
      me,
      answer(ideas.read, gone),
      answer(ideas.withdraw, gone),
    ]);
    const { status, html } = await site.post(`/graz/ideas/${id}/withdraw`, { state: 'published' });
    expect(status).toBe(404);
    expect(html).toContain('We could not find this page');
    expect(html).not.toContain('Send again');
  });
});

test('a change without a category and tags leaves them as they are', async () => {
  const site = sites.edit(me, answer(ideas.edit, mine));
  const body = 'It is dark where we wait for the tram.';
  await site.post(`/graz/ideas/${id}/edit`, { title: mine.title, body, version: '1' });
  expect(site.asked.at(-1)?.body).toEqual({ title: mine.title, body, version: 1 });
});

test('withdrawing asks once more', async () => {
  const site = siteOf({ '/:town/ideas/:id/withdraw': withdraw }, [
    me,
    read(mine),
    answer(ideas.withdraw, undefined),
  ]);
  expect((await site.get(`/graz/ideas/${id}/withdraw`)).html).toContain('Withdraw your idea?');
  const done = await site.post(`/graz/ideas/${id}/withdraw`, { state: 'published' });
  expect(done.location).toBe(`/graz/ideas/${id}?done=withdrawn`);
  expect(site.asked.at(-1)?.body).toEqual({ state: 'published' });
});

test('what was published meanwhile is shown, where its draft was to be deleted', async () => {
  const site = siteOf({ '/:town/ideas/:id/withdraw': withdraw }, [
    me,
    read(mine),
    answer(ideas.withdraw, refuse('wrong_state')),
  ]);
  const { status, location } = await site.post(`/graz/ideas/${id}/withdraw`, { state: 'draft' });
  expect([status, location]).toEqual([303, `/graz/ideas/${id}?problem=wrong_state`]);
});

test('the home page shows what people talk about, and who speaks for them', async () => {
  const words = { ...graz.invitation, de: 'Der Beirat' };
  const { html } = await siteOf({ '/:town': home }, [
    visitor(),
    answer(ideas.list, { items: [card, card, card, card], next: null }),
    answer(councils.read, { name: words, about: words, members: [] }),
  ]).get('/graz');
  expect(html.match(/class="z-card"/g)).toHaveLength(4);
  expect(html).toContain('Der Beirat');
});
