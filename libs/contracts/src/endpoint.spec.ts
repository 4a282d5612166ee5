import { addressOf } from './endpoint';

const path = '/municipalities/:town/ideas/:id';
const hostile = [
  '../',
  '../../operator',
  '%2e%2e',
  'a/b',
  'a\\b',
  '?a=1',
  '#top',
  ':town',
  'a&b=c;d',
  'كرسي 1+1',
];

/** An address as whoever is asked understands it. */
const understood = (address: string) => new URL(address, 'http://zbor.example');

test.each(hostile)('%j stays one part of the path', (id) => {
  const { pathname, search, hash } = understood(addressOf({ path }, { town: 'graz', id }));
  const parts = pathname.split('/').map(decodeURIComponent);
  expect(parts).toEqual(['', 'api', 'municipalities', 'graz', 'ideas', id]);
  expect(search + hash).toBe('');
});

test.each(hostile)('%j stays one value of the query', (q) => {
  const { pathname, searchParams, hash } = understood(addressOf({ path: '/ideas' }, {}, { q, sort: 'new' }));
  expect([...searchParams]).toEqual([
    ['q', q],
    ['sort', 'new'],
  ]);
  expect(pathname + hash).toBe('/api/ideas');
});

test('what is undefined or null is left out of the query, and nothing else', () => {
  const ask = (query?: Record<string, unknown>) => addressOf({ path: '/ideas' }, {}, query);
  expect(ask()).toBe('/api/ideas');
  expect(ask({ q: undefined, after: null })).toBe('/api/ideas');
  expect(ask({ q: '', after: 0, mine: false, tags: ['a', 'b'] })).toBe(
    '/api/ideas?q=&after=0&mine=false&tags=a%2Cb',
  );
});
