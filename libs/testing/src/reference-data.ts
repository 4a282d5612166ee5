import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const folder = resolve(root, process.env.REFERENCE_DATA ?? '../shared/data');

/** The path of a file or folder of what others published; undefined where it is not at hand. */
export function referencePath(path: string): string | undefined {
  const found = join(folder, path);
  return existsSync(found) ? found : undefined;
}

/** Runs `describe` over a part of the reference data, or leaves it out: as a skipped test, and in one loud line. */
export function describeReference(path: string, name: string, specs: (path: string) => void): void {
  const found = referencePath(path);
  if (found !== undefined) {
    describe(name, () => specs(found));
    return;
  }
  process.stdout.write(`\n!!! LEFT OUT: ${name}. There is no ${path} in ${folder}; set REFERENCE_DATA.\n\n`);
  it.skip(`left out without reference data: ${name}`, () => undefined);
}
