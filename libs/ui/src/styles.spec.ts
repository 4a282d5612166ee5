import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, 'styles');
const entry = readFileSync(join(import.meta.dirname, 'styles.css'), 'utf8');
const files = readdirSync(folder).map((name) => ({
  name,
  css: readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));
const all = files.map((file) => file.css).join('\n');

const physical =
  /^\s*((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)|left|right|top|bottom|(min-|max-)?(width|height)|overflow-[xy])\b[\w-]*\s*:|(float|clear|text-align)\s*:\s*(left|right)/;

test.each(files)('$name knows no left and right', ({ css }) => {
  const rules = css.replace(/@media[^{]*|@supports[^{]*/g, '');
  expect(rules.split('\n').filter((line) => physical.test(line))).toEqual([]);
});

test.each(files)('$name speaks inside a layer and is part of the entry', ({ name, css }) => {
  expect(css.trim()).toMatch(/^@layer z\.\w+ \{/);
  expect(entry).toContain(`@import "./styles/${name}";`);
});

test('colours come from the tokens alone', () => {
  const elsewhere = files.filter((file) => file.name !== 'tokens.css');
  const literal = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi;
  expect(elsewhere.flatMap((file) => file.css.match(literal) ?? [])).toEqual([]);
});

test('every token that is used exists, and every token is used', () => {
  const used = new Set([...all.matchAll(/var\((--z-[\w-]+)/g)].map((match) => match[1]));
  const defined = new Set([...all.matchAll(/(--z-[\w-]+):/g)].map((match) => match[1]));
  expect([...used].filter((token) => !defined.has(token))).toEqual([]);
  expect([...defined].filter((token) => !used.has(token))).toEqual([]);
});

test('every class that is styled is used, and every class that is used is styled', () => {
  const sources = ['.', 'illustrations'].flatMap((part) =>
    readdirSync(join(import.meta.dirname, part))
      .filter((name) => name.endsWith('.tsx') && !name.includes('.spec.'))
      .map((name) => readFileSync(join(import.meta.dirname, part, name), 'utf8')),
  );
  const styled = new Set([...all.matchAll(/\.(z-[\w-]+)/g)].map((match) => match[1] ?? ''));
  const written = sources.flatMap((code) => code.match(/(?<=[\s'"`])z-[a-z][\w-]*(?=[\s'"`])/g) ?? []);
  // A composed name, `z-panel--${tone}`, ends in one of the words that stand in quotes in its file.
  const composed = sources.flatMap((code) => {
    const ends = code.match(/(?<=')[a-z]+(?=')/g) ?? [];
    return [...code.matchAll(/(z-[\w-]+-)\$\{/g)].flatMap(([, start]) => ends.map((end) => start + end));
  });
  const used = new Set([...written, ...composed]);
  expect([...styled].filter((name) => !used.has(name))).toEqual([]);
  expect(written.filter((name) => !styled.has(name))).toEqual([]);
});

test('the whole style sheet stays small', () => {
  expect(gzipSync(entry + all, { level: 9 }).length).toBeLessThanOrEqual(12_000);
});
