import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../../../..');
const folder = resolve(root, process.env.REFERENCE_DATA ?? '../shared/data');

/** The path of a file or folder of the reference data; undefined where there is no such thing here. */
export function referencePath(path: string): string | undefined {
  const found = resolve(folder, path);
  return existsSync(found) ? found : undefined;
}

/** A file of the reference data, as text; undefined where it is not here. */
export function referenceFile(path: string): string | undefined {
  const found = referencePath(path);
  return found === undefined ? undefined : readFileSync(found, 'utf8');
}

/** Runs `describe` over a part of the reference data, or says in one loud line that it was left out. */
export function describeReference(path: string, name: string, specs: (path: string) => void): void {
  const found = referencePath(path);
  if (found !== undefined) {
    describe(name, () => specs(found));
    return;
  }
  process.stdout.write(`\n!!! LEFT OUT: ${name}. There is no ${path} in ${folder}; set REFERENCE_DATA.\n\n`);
  // A file without a single test fails; this one says what is so.
  it(`is left out without reference data: ${name}`, () => expect(referencePath(path)).toBeUndefined());
}

/** How many cases of each set came out as the reference says, and which were left out for which reason. */
export class ReferenceTable {
  private readonly sets = new Map<string, { cases: number; equal: number }>();
  private readonly leftOut: string[] = [];

  count(set: string, equal: boolean): void {
    const counts = this.sets.get(set) ?? { cases: 0, equal: 0 };
    this.sets.set(set, { cases: counts.cases + 1, equal: counts.equal + (equal ? 1 : 0) });
  }

  leaveOut(set: string, name: string, reason: string): void {
    this.leftOut.push(`  left out of ${set}: ${name} (${reason})`);
  }

  /** Prints `set · cases · equal`, one line for each set; meant for `afterAll`. */
  print(): void {
    if (this.sets.size === 0) return;
    const lines = [...this.sets].map(([set, { cases, equal }]) => `${set} · ${cases} · ${equal}`);
    process.stdout.write(`${['', 'set · cases · equal', ...lines, ...this.leftOut, ''].join('\n')}\n`);
  }
}
