import fc from 'fast-check';
import { figuresIn } from '../figures';
import { isFresh, mayDoWithout } from './factors';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['123–456', '123456'],
  ['١٢٣ ٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['१२३४५६', '123456'],
  ['１２３４５６', '123456'],
  ['\u200f١٢٣٤٥٦', '123456'],
  ['12345a', null],
  ['', null],
  ['½', null],
])('%j is typed for %p', (typed, figures) => expect(figuresIn(typed)).toBe(figures));

test('in whichever digits somebody types, and however they group them, it is the same code', () => {
  const zeros = ['0', '٠', '۰', '०', '০', '๐', '０', '᠐'].map((zero) => zero.codePointAt(0) ?? 0);
  const code = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      code,
      fc.constantFrom(...zeros),
      fc.constantFrom('', ' ', '-', '\u00a0'),
      (digits, zero, gap) => {
        const typed = digits.map((digit) => String.fromCodePoint(zero + digit)).join(gap);
        expect(figuresIn(typed)).toBe(digits.join(''));
      },
    ),
  );
});

test.each([
  ['participant', ['totp'], true],
  ['council', ['totp'], true],
  ['staff', ['totp'], false],
  ['staff', ['totp', 'passkey'], true],
  ['admin', ['totp'], false],
  ['operator', ['totp'], false],
] as const)('a %s with %j may do without codes: %p', (role, factors, may) => {
  expect(mayDoWithout('totp', { role, factors })).toBe(may);
});

test('what was proven counts for ten minutes', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(isFresh(new Date('2026-03-01T11:50:01Z'), now)).toBe(true);
  expect(isFresh(new Date('2026-03-01T11:50:00Z'), now)).toBe(false);
});
