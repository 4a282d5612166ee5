import { type Council, councils, identity } from '@zbor/contracts';
import { answer, refuse, siteOf, visitor } from '../../testing/site';
import * as page from './pages/council';
import * as edit from './pages/edit';

const nothing = { en: '', sl: '', de: '', uk: '', ar: '' };
const id = '0190a000-0000-7000-8000-000000000002';
const council: Council = {
  name: { ...nothing, de: 'Beirat', ar: 'مجلس' },
  about: { ...nothing, en: 'We speak up.' },
  members: [{ accountId: id, name: 'Yasmin', position: 'chair', since: '2023-11-05', note: nothing }],
};
/** The fields of a text as the form sends them: each language, empty or not. */
const fields = (name: string, texts: Partial<typeof nothing> = {}) =>
  Object.fromEntries(
    Object.entries({ ...nothing, ...texts }).map(([code, text]) => [`${name}-${code}`, text]),
  );

const pages = { '/:town/council': page, '/:town/admin/council': edit };

test('shows each text in the language that suits best, and says which one it is', async () => {
  const { html } = await siteOf(pages, [visitor(), answer(councils.read, council)]).get('/graz/council');
  expect(html).toContain('<h1 lang="de" dir="ltr">Beirat</h1>');
  expect(html).toMatch(/lang="en" dir="ltr">We speak up/);
  expect(html).toMatch(/Chair since .*2023/);
});

test('a town without a council says how to take part all the same', async () => {
  const none = answer(councils.read, { name: nothing, about: nothing, members: [] });
  const { html } = await siteOf(pages, [visitor(), none]).get('/graz/council');
  expect(html).toContain('has no council yet');
  expect(html).toContain('href="/graz/ideas/new"');
});

test('an admin names those who have the role', async () => {
  const person = (number: number) => ({
    id: id.replace(/.$/, String(number)),
    displayName: `Person ${number}`,
    role: 'council' as const,
    since: '2025-01-01T00:00:00.000Z',
    roles: [],
    secondStep: false,
  });
  const site = siteOf(pages, [
    visitor('admin'),
    answer(councils.read, council),
    answer(councils.write, council),
    answer(identity.accounts, ({ query }) =>
      query.after ? { items: [person(3)], next: null } : { items: [person(2)], next: 'further' },
    ),
  ]);
  const { html } = await site.get('/graz/admin/council');
  expect([...html.matchAll(/<legend><bdi>(.*?)<\/bdi>/g)].map((match) => match[1])).toEqual([
    'Person 2',
    'Person 3',
  ]);
  const saved = await site.post('/graz/admin/council', {
    ...fields('name', { de: 'Beirat' }),
    ...fields('about'),
    [`named-${id}`]: 'on',
    [`position-${id}`]: 'chair',
    [`since-${id}`]: '',
    ...fields(`note-${id}`, { ar: 'السكن' }),
    [`position-${person(3).id}`]: 'member',
  });
  expect(saved.status).toBe(303);
  expect(site.asked.at(-1)?.body).toEqual({
    name: { ...nothing, de: 'Beirat' },
    about: nothing,
    members: [{ accountId: id, position: 'chair', since: null, note: { ...nothing, ar: 'السكن' } }],
  });
});

test('a form without its fields empties nothing', async () => {
  const site = siteOf(pages, [
    visitor('admin'),
    answer(councils.read, council),
    answer(identity.accounts, { items: [], next: null }),
    answer(councils.write, ({ body }) =>
      councils.write.body.safeParse(body).success
        ? council
        : refuse('invalid_input', [{ path: 'body.name.en', code: 'required' }]),
    ),
  ]);
  for (const form of [{ sent: 'empty' }, { 'name-de': 'Beirat' }, fields('name')]) {
    const { status, html } = await site.post('/graz/admin/council', form);
    expect(status).toBe(400);
    expect(html).toContain('We speak up.');
  }
});

test('what was written stays when the session has ended, and can be sent again', async () => {
  const site = siteOf(pages, [
    visitor(),
    answer(councils.read, council),
    answer(identity.accounts, refuse('not_signed_in')),
    answer(councils.write, refuse('not_signed_in')),
  ]);
  const form = { ...fields('name'), ...fields('about', { de: 'Wir sind "elf".' }) };
  const { status, html } = await site.post('/graz/admin/council', form);
  expect(status).toBe(401);
  expect(html).toContain('Please sign in first.');
  expect(html).toMatch(/href="\/graz\/sign-in" target="_blank"/);
  expect(html).toContain('>Wir sind &quot;elf&quot;.</div>');
  expect(html).toContain('name="about-de" value="Wir sind &quot;elf&quot;."');
  expect(html).toContain('name="name-uk" value=""');
});

test.each(['get', 'head'] as const)(
  'whoever is signed out is led to signing in and back (%s)',
  async (how) => {
    const site = siteOf(pages, [
      visitor(),
      answer(councils.read, council),
      answer(identity.accounts, refuse('not_signed_in')),
    ]);
    const { status, location } = await site[how]('/graz/admin/council');
    expect([status, location]).toEqual([302, '/graz/sign-in?returnTo=%2Fgraz%2Fadmin%2Fcouncil']);
  },
);
