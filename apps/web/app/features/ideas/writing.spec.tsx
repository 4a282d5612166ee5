import { comments, ideas } from '@zbor/contracts';
import { type Answers, answer, refuse, siteOf, visitor } from '../../testing/site';
import * as versions from './pages/versions';
import * as withdraw from './pages/withdraw';
import { address, id, idea, me, mine, read, requestKey, sites, thread } from './testing';

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
