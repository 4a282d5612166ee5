import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { accessOf, admits, contracts, type Endpoint, locales, problemCodes } from '@zbor/contracts';
import { loadMessages } from '@zbor/i18n';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from './entities';
import { layers } from './layers';
import { openTestPortal, type TestPortal } from './testing/portal';

/** What no tool can know of how the project is laid out. */
const root = join(__dirname, '../../..');

function files(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|build|dist|results|\..*)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path, wanted) : wanted.test(entry.name) ? [path] : [];
  });
}

const sources = [join(root, 'apps'), join(root, 'libs')].flatMap((folder) =>
  files(folder, /\.(ts|tsx|mjs|css)$/),
);
const features = layers.flat() as string[];

test('no file is longer than 400 lines', () => {
  const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
  expect(long.map((file) => relative(root, file))).toEqual([]);
});

test('nothing is called utils, helpers, common, base or manager', () => {
  const vague = sources.filter((file) =>
    /(^|[/.-])(utils?|helpers?|common|base|managers?)([/.-])/.test(relative(root, file)),
  );
  expect(vague.map((file) => relative(root, file)).filter((file) => !file.endsWith('base.css'))).toEqual([]);
});

test('a feature is one name: in the contracts, the layers and the folders of the API', () => {
  const folders = readdirSync(join(__dirname, 'features')).filter((name) =>
    statSync(join(__dirname, 'features', name)).isDirectory(),
  );
  expect(folders.sort()).toEqual([...features].sort());
  for (const feature of Object.keys(contracts)) expect(features).toContain(feature);
  const web = readdirSync(join(root, 'apps/web/app/features'));
  for (const feature of web) expect(features).toContain(feature);
});

test('every entity is on the list, and keeps to its table: migrations leave no drift', async () => {
  const declared = getMetadataArgsStorage().tables.map((table) => table.target);
  expect(new Set(declared)).toEqual(new Set(entities));
  const portal: TestPortal = await openTestPortal();
  try {
    const columns: { place: string; type: string; nullable: boolean }[] = await portal.source.query(
      `SELECT table_name || '.' || column_name AS place, is_nullable = 'YES' AS nullable,
              CASE WHEN data_type = 'ARRAY' THEN substr(udt_name, 2) || '[]' ELSE udt_name END AS type
         FROM information_schema.columns WHERE table_schema = 'public'
          AND table_name NOT IN ('migrations', 'socket_io_attachments') ORDER BY 1`,
    );
    const names: Record<string, string> = { integer: 'int4', 'double precision': 'float8' };
    const mapped = portal.source.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        place: `${entity.tableName}.${column.databaseName}`,
        type: (names[String(column.type)] ?? String(column.type)) + (column.isArray ? '[]' : ''),
        nullable: column.isNullable,
      })),
    );
    const sorted = (list: typeof columns) =>
      list
        .map((c) => `${c.place} ${c.type.replace('int4[]', 'int4[]')} ${c.nullable ? 'null' : ''}`.trim())
        .sort();
    expect(sorted(mapped)).toEqual(sorted(columns));
  } finally {
    await portal.close();
  }
});

test('every problem has a sentence in every locale', async () => {
  for (const locale of locales) {
    const { problems } = await loadMessages[locale]();
    for (const code of problemCodes) expect(`${locale} ${code}: ${problems[code]}`).toMatch(/: \S.+/);
  }
});

test('every endpoint says who may knock, and stands below its municipality or the operator', () => {
  for (const endpoint of Object.values(contracts).flatMap(
    (feature) => Object.values(feature) as Endpoint[],
  )) {
    expect(Object.keys(admits)).toContain(accessOf(endpoint));
    if (endpoint.method !== 'GET' && accessOf(endpoint) === 'anyone') {
      // Open doors that write are few, and each is known here.
      expect(
        [
          '/accounts',
          '/claims',
          '/joins',
          '/sessions',
          '/sessions/current',
          '/passkeys/challenges',
          '/email/codes',
          '/undo',
          '/recovery',
          '/recovery/account',
          '/reports',
          '/language',
        ].some((end) => endpoint.path.endsWith(end)),
      ).toBe(true);
    }
  }
});

test('V13 chance comes from the system: nothing on the server calls Math.random', () => {
  const server = sources.filter((file) => /apps\/(api|web)\//.test(file) && !file.endsWith('.spec.ts'));
  expect(server.filter((file) => /Math\.random/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('no entity imports another at run time', () => {
  for (const file of files(join(__dirname, 'features'), /\.entity\.ts$/)) {
    const imports = readFileSync(file, 'utf8').match(/^import (?!type).*from '\.[^']*\.entity'/gm) ?? [];
    expect(imports).toEqual([]);
  }
});
