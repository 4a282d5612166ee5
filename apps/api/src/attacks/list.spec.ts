import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from './asvs';
import { attacks } from './list';

const root = join(__dirname, '../../../..');

function specs(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|build|\..*)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? specs(path) : /\.spec\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** The numbers with which the names of specs, journeys and rows of cases begin: `test('V1 2.3.4 fifty supports …')`. */
const held = new Set(
  [join(root, 'apps'), join(root, 'libs')]
    .flatMap(specs)
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/[([]\s*['"`]((?:(?:[VTPXAS]\d{1,2}|\d+\.\d+\.\d+) )+)/g),
    ])
    .flatMap(([, numbers = '']) => numbers.trim().split(' ')),
);

const letters = { V: 13, T: 7, P: 15, X: 12, A: 18, S: 8 };

test('every attack has a spec of its number, or a reason why it cannot have one yet', () => {
  const all = Object.entries(letters).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, n) => `${letter}${n + 1}`),
  );
  expect(attacks.map(({ number }) => number)).toEqual(all);
  const pending = attacks.filter(({ number }) => !held.has(number));
  expect(pending.filter(({ pending: why }) => !why).map(({ number }) => number)).toEqual([]);
  process.stdout.write(
    `attack list: ${attacks.length - pending.length} tested, ${pending.length} pending (${pending.map(({ number }) => number).join(' ')})\n`,
  );
});

test('every requirement of the ASVS that a spec can hold has one, or a reason why it cannot yet', () => {
  const isHeld = ({ id, by = [] }: (typeof requirements)[number]) =>
    held.has(id) || (by.length > 0 && by.every((number) => held.has(number)));
  const pending = requirements.filter((each) => !isHeld(each));
  expect(pending.filter(({ pending: why }) => !why).map(({ id }) => id)).toEqual([]);
  expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
  process.stdout.write(
    `ASVS: ${requirements.length - pending.length} tested, ${pending.length} pending (${pending.map(({ id }) => id).join(' ')})\n`,
  );
});

test('no number is held that no list knows', () => {
  const known = new Set([...attacks.map(({ number }) => number), ...requirements.map(({ id }) => id)]);
  expect([...held].filter((number) => !known.has(number))).toEqual([]);
});
