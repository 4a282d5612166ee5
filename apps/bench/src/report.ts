import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Figure, type Goal, reached } from './figures';

const columns = [48, 12, 10, 10, 8, 9] as const;

/** The figures as a table, the goals beside them. */
export function table(figures: Figure[]): string {
  const lines = [row(['', 'unit', 'ours', 'baseline', 'ratio', 'goal'])];
  for (const [at, figure] of figures.entries()) {
    if (figures[at - 1]?.scenario !== figure.scenario) lines.push('');
    const { what, unit, ours, bare, ratio, goal } = figure;
    const verdict = goal ? (reached(figure) ? 'reached' : 'MISSED') : '';
    lines.push(`${row([what, unit, number(ours), number(bare), number(ratio), wanted(goal)])}  ${verdict}`);
  }
  return lines.join('\n');
}

const row = (cells: string[]) =>
  cells
    .map((cell, at) => (at < 2 ? cell.padEnd(columns[at] ?? 0) : cell.padStart(columns[at] ?? 0)))
    .join('')
    .trimEnd();

function number(value: number | undefined): string {
  if (value === undefined) return '';
  if (Number.isNaN(value)) return '?';
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

function wanted(goal: Goal | undefined): string {
  if (!goal) return '';
  const limit = goal.atLeast === undefined ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
  return goal.of === 'ratio' ? `${limit} ×` : limit;
}

/** Keeps the figures. @returns where. */
export function save(figures: Figure[], about: object): string {
  const directory = join(process.cwd(), 'apps/bench/results');
  const file = join(directory, 'latest.json');
  const surroundings = { at: new Date().toISOString(), node: process.version, processors: cpus().length };
  mkdirSync(directory, { recursive: true });
  const lines = figures.map((figure) => ({ ...figure, reached: reached(figure) }));
  writeFileSync(file, `${JSON.stringify({ ...surroundings, ...about, figures: lines }, null, 2)}\n`);
  return file;
}
