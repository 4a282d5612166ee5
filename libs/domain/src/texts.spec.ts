import fc from 'fast-check';
import { directionOf } from './direction';
import { slugOf } from './ideas/slug';
import { nameKey, passphraseProblem } from './identity/names';

test.each([
  ['A bench by the river!', 'a-bench-by-the-river'],
  ['Čista Ljubljanica – za vse', 'čista-ljubljanica-za-vse'],
  ['مطبخ مشترك', 'مطبخ-مشترك'],
  ['¿¡…!?', 'idea'],
  [
    'один два три чотири пʼять шість сім вісім девʼять десять одинадцять',
    'один-два-три-чотири-пʼять-шість-сім-вісім-девʼять-десять',
  ],
])('%j is addressed as %s', (title, slug) => expect(slugOf(title)).toBe(slug));

test('a slug fits an address whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const slug = slugOf(title);
      expect(slug.length).toBeGreaterThan(0);
      expect(slug.length).toBeLessThanOrEqual(60);
      expect(slug).not.toMatch(/[\s/?#%&<>"']/);
    }),
  );
});

test.each([
  ['ar', 'مرحبا', 'rtl'],
  ['fa', 'سلام', 'rtl'],
  ['ku', 'Silav', 'ltr'],
  ['ku', 'سڵاو', 'rtl'],
  ['uk', 'Вітаю', 'ltr'],
] as const)('%s %s runs %s', (language, text, direction) =>
  expect(directionOf(language, text)).toBe(direction),
);

test.each([
  ['Reka', 'reka'],
  ['ＲＥＫＡ', 'reka'],
  ['İstanbul', nameKey('i̇stanbul')],
  ['ﬁni', 'fini'],
])('%s is the same name as %s', (name, key) => expect(nameKey(name)).toBe(key));

test('two names with one key are one for good', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => nameKey(nameKey(name)) === nameKey(name)));
});

test.each([
  ['violet tractor under snow', 'amal', null],
  ['correct horse', 'amal', null],
  ['سبع سنابل وقمر', 'amal', null],
  ['aaaaaaaaaaaa', 'amal', 'too_common'],
  ['abababababab', 'amal', 'too_common'],
  ['0123456789', 'amal', 'too_common'],
  ['amal-amal-amal', 'amal', 'too_common'],
  ['password1234', 'amal', 'too_common'],
])('the passphrase %j of %s: %s', (passphrase, name, problem) => {
  expect(passphraseProblem(passphrase, name)).toBe(problem);
});
