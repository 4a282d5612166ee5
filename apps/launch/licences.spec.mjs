import { isPermissive } from './licences.mjs';

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['MIT OR GPL-3.0-only', true],
  ['MIT AND GPL-3.0-only', false],
  ['(MIT AND CC-BY-4.0) OR ISC', true],
  ['(MIT OR AGPL-3.0) AND (SSPL-1.0 OR BUSL-1.1)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  [undefined, false],
])('%s: %s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected);
});
