import fc from 'fast-check';
import {
  CODE_FIGURES,
  codeOf,
  groupedCode,
  groupedPhrase,
  PHRASE_FIGURES,
  typedCode,
  typedPhrase,
} from './figures';

const figure = fc.constantFrom(...'0123456789');
const code = fc
  .array(figure, { minLength: CODE_FIGURES - 1, maxLength: CODE_FIGURES - 1 })
  .map((figures) => codeOf(figures.join('')));

test('a code is read as it is printed, and as people type it', () => {
  fc.assert(
    fc.property(
      code,
      fc.array(fc.constantFrom('', ' ', '-', ' – ', '\u00a0', '.', '\u200f')),
      (one, between) => {
        expect(typedCode(one)).toBe(one);
        expect(typedCode(groupedCode(one))).toBe(one);
        expect(typedCode([...one].map((each, at) => each + (between[at] ?? '')).join(''))).toBe(one);
      },
    ),
  );
});

test('a phrase is read as it is printed, and is no code', () => {
  const length = PHRASE_FIGURES - 1;
  fc.assert(
    fc.property(fc.array(figure, { minLength: length, maxLength: length }), (figures) => {
      const phrase = codeOf(figures.join(''));
      expect(typedPhrase(groupedPhrase(phrase))).toBe(phrase);
      expect([typedCode(phrase), typedPhrase(phrase.slice(1))]).toEqual([null, null]);
    }),
  );
});

test.each([
  ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['full width', '０１２３４５６７８９'],
  ['mathematical', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
])('a code is read in %s figures', (_, figures) => {
  const script = [...figures];
  fc.assert(
    fc.property(code, (one) => {
      const typed = [...groupedCode(one)].map((each) => script[Number(each)] ?? each);
      expect(typedCode([...one].map((each) => script[Number(each)]).join(' '))).toBe(one);
      expect(typed.length).toBeGreaterThan(CODE_FIGURES);
    }),
  );
});

test('one wrong figure is always found', () => {
  fc.assert(
    fc.property(code, fc.nat({ max: CODE_FIGURES - 1 }), figure, (one, at, other) => {
      fc.pre(one[at] !== other);
      expect(typedCode(one.slice(0, at) + other + one.slice(at + 1))).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test('two neighbours that changed places are always found', () => {
  fc.assert(
    fc.property(code, fc.nat({ max: CODE_FIGURES - 2 }), (one, at) => {
      const [first, second] = [one.charAt(at), one.charAt(at + 1)];
      fc.pre(first !== second);
      expect(typedCode(one.slice(0, at) + second + first + one.slice(at + 2))).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test.each(['', ' ', '123', '1'.repeat(19), 'abc', '12345678901234567a', '½'.repeat(18)])(
  '%j is no code',
  (typed) => expect(typedCode(typed)).toBeNull(),
);

test('it is printed in groups of three', () => {
  expect(groupedCode('123456789012345678')).toBe('123 456 789 012 345 678');
});
