import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const features = join(__dirname, '..', 'features');
const pages = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => /pages\/[\w-]+\.tsx$/.test(path))
  .map((path) => [path, readFileSync(join(features, path), 'utf8')] as const)
  .filter(([, source]) => /\b(attempt|writeComment)\(/.test(source));

test.each(pages)('%s keeps what was typed also where it cannot be shown any more', (_, source) => {
  expect(source).toMatch(/export \{ ErrorBoundary \} from '[./]+\/shared\/kept'/);
});
