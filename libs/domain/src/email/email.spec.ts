import fc from 'fast-check';
import { emailAddress, typedFigures } from './email';

test.each([
  ['amina@example.org', 'amina@example.org'],
  ['  Amina.K@Example.ORG ', 'amina.k@example.org'],
  ['\u202aamina@example.org\u202c', 'amina@example.org'],
  ["o'brien+zbor@mail.example.org", "o'brien+zbor@mail.example.org"],
  ['amina@žalec.si', 'amina@xn--alec-kbb.si'],
  ['amina@ｅxample.org', 'amina@example.org'],
  ['amina@موقع.xn--mgbh0fb', 'amina@xn--4gbrim.xn--mgbh0fb'],
])('%j is %s', (typed, address) => {
  expect(emailAddress(typed)).toBe(address);
});

test.each([
  '',
  'amina',
  '@example.org',
  'amina@',
  'amina@localhost',
  'amina@127.0.0.1',
  'amina@0x7f.1',
  'amina@[127.0.0.1]',
  'amina@example.org:25',
  'amina@example.org/path',
  'amina@ex%61mple.org',
  'amina@example..org',
  'amina@-example.org',
  'amina@under_score.org',
  '.amina@example.org',
  'amina.@example.org',
  'a..b@example.org',
  '"amina"@example.org',
  'amina(comment)@example.org',
  'Amina <amina@example.org>',
  'amina@example.org,other@example.org',
  'amina@example.org;other@example.org',
  'amina@example.org other@example.org',
  'other@example.org@example.org',
  '=?utf-8?q?amina=40other.org?=@example.org',
  'amina=40other.org@example.org',
  'other!amina@example.org',
  'amina%other.org@example.org',
  'amina@example.org\r\nBcc: other@example.org',
  'ami\r\nna@example.org',
  'amina\u0000@example.org',
  'аmina@example.org',
  'ami\u212aa@example.org',
  'ａmina@example.org',
  `${'a'.repeat(65)}@example.org`,
  `amina@${'a'.repeat(64)}.org`,
  `amina@${'abcdefg.'.repeat(32)}org`,
])('%j is refused', (typed) => {
  expect(emailAddress(typed)).toBeNull();
});

test('a domain that looks like another stays another', () => {
  // Cyrillic а.
  const twin = emailAddress('amina@exаmple.org');
  expect(twin).toMatch(/^amina@xn--/);
  expect(twin).not.toBe(emailAddress('amina@example.org'));
});

test('whatever is typed: one line of ASCII or nothing, and the same again from itself', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress());
  fc.assert(
    fc.property(text, (typed) => {
      const address = emailAddress(typed);
      if (address === null) return;
      expect(address).toMatch(/^[a-z0-9_+'.-]+@[a-z0-9.-]+$/);
      expect(emailAddress(address)).toBe(address);
      expect(emailAddress(address.toUpperCase())).toBe(address);
    }),
  );
});

test.each([
  ['482 913', '482913'],
  ['٤٨٢-٩١٣', '482913'],
  ['۴۸۲۹۱۳', '482913'],
  ['\u200f４８２９１３', '482913'],
  ['abc', 'abc'],
])('the code %j is %s', (typed, figures) => {
  expect(typedFigures(typed)).toBe(figures);
});
