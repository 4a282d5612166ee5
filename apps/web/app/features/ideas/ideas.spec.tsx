import { comments, councils, ideas } from '@zbor/contracts';
import fc from 'fast-check';
import { answer, graz, refuse, siteOf, visitor } from '../../testing/site';
import { newer } from './components/support';
import * as home from './pages/home';
import { address, card, comment, id, idea, me, mine, read, sites, thread } from './testing';

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
