import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads `@media … { selector { --token: value } }` into rules; enough for tokens.css and nothing more. */
interface Rule {
  media: string[];
  selector: string;
  colours: Record<string, string>;
}

function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  const open: string[] = [];
  const pieces = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)([{}])/g);
  for (const [, text = '', brace] of pieces) {
    if (brace === '{') {
      open.push(text.trim());
      continue;
    }
    const selector = open.pop() ?? '';
    const colours = Object.fromEntries(
      [...text.matchAll(/--z-([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name, value]),
    );
    if (Object.keys(colours).length > 0) {
      rules.push({ media: open.filter((o) => o.startsWith('@media')), selector, colours });
    }
  }
  return rules;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const rules = readRules(readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8'));
const accents = ['teal', 'indigo', 'terracotta', 'forest', 'plum'] as const;
const themes = ['light', 'dark', 'light, more contrast', 'dark, more contrast'] as const;

function palette(accent: string, theme: string): Record<string, string> {
  const applies = ({ media, selector }: Rule) =>
    (selector === ':root' || selector === `[data-accent="${accent}"]`) &&
    media.every(
      (query) =>
        (!query.includes('dark') || theme.startsWith('dark')) &&
        (!query.includes('prefers-contrast') || theme.includes('more')),
    );
  return Object.assign({}, ...rules.filter(applies).map((rule) => rule.colours));
}

const grounds = ['paper', 'surface', 'sunken'];
const tinted = ['dawn', 'action-soft', 'saffron-soft'];
/** Text on ground: at least 7 to 1. */
const text: [string, string[]][] = [
  ['ink', [...grounds, ...tinted, 'success-soft', 'danger-soft', 'info-soft', 'mute-soft']],
  ['ink-soft', [...grounds, ...tinted]],
  ['action', [...grounds, ...tinted]],
  ['action-strong', [...grounds, 'action-soft']],
  ['on-action', ['action', 'action-strong']],
  ['on-saffron', ['saffron']],
  ['saffron-ink', ['surface', 'paper', ...tinted]],
  ['success', ['success-soft', 'surface', 'paper', ...tinted]],
  ['danger', ['danger-soft', ...grounds, ...tinted]],
  ['on-danger', ['danger', 'danger-strong']],
  ['info', ['info-soft', 'surface', 'paper', ...tinted]],
  ['mute', ['mute-soft', 'surface', 'paper', ...tinted]],
];
/** Edges of controls, marks and the two halves of the focus ring: at least 4.5 to 1. */
const marks: [string, string[]][] = [
  ['edge', [...grounds, ...tinted]],
  ['focus', ['focus-gap']],
  ['art-line', [...grounds, 'dawn', 'action-soft']],
];

describe.each(themes)('contrast in the %s theme', (theme) => {
  test.each(accents)('every pair holds with the accent %s', (accent) => {
    const colours = palette(accent, theme);
    const weak = [...text.map((pair) => [7, pair] as const), ...marks.map((pair) => [4.5, pair] as const)]
      .flatMap(([least, [front, backs]]) => backs.map((back) => ({ least, front, back })))
      .map((pair) => {
        const [front, back] = [colours[pair.front], colours[pair.back]];
        if (!front || !back) throw new Error(`no such token: ${pair.front} or ${pair.back}`);
        return { ...pair, is: contrast(front, back) };
      })
      .filter(({ is, least }) => is < least)
      .map(({ front, back, is, least }) => `${front} on ${back}: ${is.toFixed(2)} < ${least}`);
    expect(weak).toEqual([]);
  });
});

test('each accent changes the action tokens in both themes and nothing else', () => {
  const action = ['action', 'action-soft', 'action-strong', 'on-action'];
  for (const accent of accents) {
    const own = rules.filter((rule) => rule.selector === `[data-accent="${accent}"]`);
    expect(own.map((rule) => Object.keys(rule.colours).sort())).toEqual([action, action]);
  }
});
