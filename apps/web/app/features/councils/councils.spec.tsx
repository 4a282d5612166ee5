import { type Council, councils, identity } from '@zbor/contracts';
import { answer, siteOf, visitor } from '../../testing/site';
import * as page from './pages/council';
import * as edit from './pages/edit';

const nothing = { en: '', sl: '', de: '', uk: '', ar: '' };
const id = '0190a000-0000-7000-8000-000000000002';
const council: Council = {
  name: { ...nothing, de: 'Beirat', ar: 'مجلس' },
  about: { ...nothing, en: 'We speak up.' },
  members: [{ accountId: id, name: 'Yasmin', position: 'chair', since: '2023-11-05', note: nothing }],
};
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
    'name-de': 'Beirat',
    [`named-${id}`]: 'on',
    [`position-${id}`]: 'chair',
    [`since-${id}`]: '',
    [`note-${id}-ar`]: 'السكن',
    [`position-${person(3).id}`]: 'member',
  });
  expect(saved.status).toBe(303);
  expect(site.asked.at(-1)?.body).toEqual({
    name: { ...nothing, de: 'Beirat' },
    about: nothing,
    members: [{ accountId: id, position: 'chair', since: null, note: { ...nothing, ar: 'السكن' } }],
  });
});
