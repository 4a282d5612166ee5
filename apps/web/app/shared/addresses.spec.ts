import { ownAddress, safeReturn, to } from './addresses';

test.each([
  ['/graz/ideas?q=a#c', '/graz/ideas?q=a#c'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
])('coming back to %j leads to %j', (wish, expected) => {
  expect(safeReturn(wish, '/')).toBe(expected);
});

test.each([
  ['/graz/ideas?q=//a', '/graz/ideas?q=//a'],
  ['//evil.example/a?q=b', '/evil.example/a?q=b'],
  ['/%2f%5Cevil.example', '/evil.example'],
  ['/%09/%0D%0a/evil.example', '/evil.example'],
  ['/\\\\evil.example', '/evil.example'],
  ['//', '/'],
  ['/graz//ideas', '/graz//ideas'],
])('%s names no other host as %s', (path, expected) => {
  expect(ownAddress(new URL(`https://zbor.example${path}`))).toBe(expected);
});

test('no title takes the address of a page of its own', () => {
  expect(to.idea('graz', { id: '1', slug: 'versions' })).toBe('/graz/ideas/1');
  expect(to.idea('graz', { id: '1', slug: 'مقعد' })).toBe('/graz/ideas/1/%D9%85%D9%82%D8%B9%D8%AF');
});
