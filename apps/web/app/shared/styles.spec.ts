import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(import.meta.dirname, '..');
const ui = join(app, '../../../libs/ui/src/styles');

const sheets = readdirSync(app, { encoding: 'utf8', recursive: true }).filter((p) => p.endsWith('.css'));
const tokens = new Set(
  readdirSync(ui).flatMap((name) => readFileSync(join(ui, name), 'utf8').match(/--z-[\w-]+(?=:)/g) ?? []),
);

test.each(sheets)('every token that %s uses exists', (path) => {
  const used = readFileSync(join(app, path), 'utf8').match(/(?<=var\()--z-[\w-]+/g) ?? [];
  expect(used.filter((token) => !tokens.has(token))).toEqual([]);
});
