import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts } from '@zbor/contracts';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { miscounts, stateOf } from '../../testing/state';
import { readConsul } from './consul.format';
import { importCommand } from './imports.command';
import { ImportsService } from './imports.service';

let portal: TestPortal;
let folder: string;
let files = 0;
let towns = 0;
let town: string;

beforeAll(async () => {
  portal = await openTestPortal();
  folder = mkdtempSync(join(tmpdir(), 'zbor import '));
});
beforeEach(async () => {
  town = `town-${++towns}`;
  await portal.town(town);
});
afterEach(async () => expect(await miscounts(portal.source)).toEqual({}));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await portal.close();
});

type Line = object | string | Buffer;

function file(lines: Line[]): string {
  const path = join(folder, `${++files}.jsonl`);
  const end = Buffer.from('\n');
  const bytes = lines.map((line) =>
    Buffer.isBuffer(line) ? line : Buffer.from(typeof line === 'string' ? line : JSON.stringify(line)),
  );
  writeFileSync(path, Buffer.concat(bytes.flatMap((line) => [line, end])));
  return path;
}

async function command(...argv: string[]) {
  let said = '';
  const code = await importCommand(argv, portal.source, { write: (text) => (said += text) });
  return { code, said: said.replaceAll(/\d+\.jsonl:/g, 'line ') };
}

const run = (...contents: Line[][]) =>
  command('--municipality', town, '--format', 'consul', ...contents.map(file));

const bench = {
  id: 1,
  title: 'Bancos junto al río',
  summary: 'Para sentarse y leer a la sombra.',
  text: '',
  lang: 'es',
  date: '2015-09-15',
  status: 'archived',
  supports: 7908,
  author: 'u1',
};
const said = (id: number, text: string, more: object = {}) => ({
  id,
  proposal: 1,
  parent: null,
  text,
  date: '2015-09-16',
  time: '10:00:00',
  votes_up: 0,
  author: `u${id}`,
  ...more,
});

const onlyIdea = async () =>
  (await portal.visitor().ok(contracts.ideas.list, { params: { town }, query: {} })).items[0];
async function readIdea() {
  const id = (await onlyIdea())?.id ?? '';
  return portal.visitor().ok(contracts.ideas.read, { params: { town, id }, query: { sort: 'oldest' } });
}
const outline = async () =>
  (await readIdea()).thread.items.map(({ root, replies }) =>
    [root, ...replies].map((c) => `${'>'.repeat(c.depth)}${c.html.replace(/<[^>]*>/g, '')}`),
  );

test('proposals and comments come in whatever order, and keep threads, totals, dates and languages', async () => {
  const answers = [
    said(13, 'no', { parent: 12, time: '12:00:00' }),
    said(12, '¿Con *respaldo*?', { parent: 11, time: '11:00:00', votes_up: 6 }),
    said(20, 'Me gusta', { time: '09:00:00' }),
    said(11, 'Tres bancos bastan.', { time: '10:30:00', lang: 'es' }),
  ];
  const { code, said: report } = await run(answers, [bench]);
  expect(code).toBe(0);
  expect(report).toContain('Proposals: 1 imported, 0 updated, 0 unchanged.\nComments: 4 imported,');
  expect(await outline()).toEqual([['Me gusta'], ['Tres bancos bastan.', '>¿Con respaldo?', '>>no']]);
  const { idea, thread } = await readIdea();
  expect(idea).toMatchObject({
    title: bench.title,
    language: 'es',
    publishedAt: '2015-09-14T22:00:00.000Z',
    supports: 0,
    importedSupports: 7908,
    comments: 4,
    author: { name: expect.stringMatching(/^\p{L}+ \p{L}+ \d+$/u), role: 'participant' },
  });
  expect(thread).toMatchObject({ seq: 4, total: 4 });
  expect(thread.items[1]?.root).toMatchObject({
    replies: 2,
    language: 'es',
    createdAt: '2015-09-16T08:30:00.000Z',
  });
  expect(thread.items[1]?.replies[0]?.likes).toBe(6);
  const query = { q: 'banco' };
  expect((await portal.visitor().ok(contracts.ideas.list, { params: { town }, query })).items).toHaveLength(
    1,
  );
});

test('a second time changes nothing but the totals that changed', async () => {
  const comments = [said(11, 'uno'), said(12, 'dos', { parent: 11 }), said(13, 'tres')];
  await run([bench], comments);
  const before = await stateOf(portal.source, town);
  const { said: report } = await run([bench], comments);
  expect(report).toContain(
    'Proposals: 0 imported, 0 updated, 1 unchanged.\nComments: 0 imported, 0 updated, 3 unchanged.',
  );
  expect(await stateOf(portal.source, town)).toEqual(before);

  const { said: again } = await run(
    [{ ...bench, supports: 9000, text: 'Otro texto' }],
    [said(11, 'UNO', { votes_up: 4 }), said(12, 'dos', { parent: 11 })],
  );
  expect(again).toContain(
    '0 imported, 1 updated, 0 unchanged.\nComments: 0 imported, 1 updated, 1 unchanged.',
  );
  const { idea, thread } = await readIdea();
  expect(idea).toMatchObject({ importedSupports: 9000, html: `<p>${bench.summary}</p>` });
  expect(thread.items[0]?.root).toMatchObject({ likes: 4, html: '<p>uno</p>' });
});

test('what people do in between stays, and what comes later finds its place behind it', async () => {
  await run([bench], [said(11, 'uno')]);
  const { idea, thread } = await readIdea();
  const person = await portal.person(town);
  await person.comment(town, idea.id, 'here', thread.items[0]?.root.id);
  await person.ok(contracts.ideas.support, { params: { town, id: idea.id } });
  await person.ok(contracts.comments.like, { params: { town, id: thread.items[0]?.root.id ?? '' } });
  await run(
    [bench],
    [said(11, 'uno', { votes_up: 2 }), said(12, 'dos', { parent: 11 }), said(13, 'tres', { parent: 12 })],
  );
  expect(await outline()).toEqual([['uno', '>here', '>dos', '>>tres']]);
  const after = await readIdea();
  expect(after.idea).toMatchObject({ supports: 1, importedSupports: 7908, comments: 4 });
  expect(after.thread.items[0]?.root).toMatchObject({ likes: 3, replies: 3 });
  const params = { town, type: 'idea' as const, subject: idea.id };
  const changes = await portal.visitor().ok(contracts.comments.changes, { params, query: { after: 1 } });
  expect(changes.items.map(({ seq }) => seq)).toEqual([2, 3, 4]);
});

test('an answer to nothing becomes a first comment; a circle and what is about nothing stay out', async () => {
  const { code, said: report } = await run(
    [bench, { ...bench, id: 2, title: 'Árboles' }],
    [
      said(11, 'huérfano', { parent: 99 }),
      said(12, 'su hijo', { parent: 11 }),
      said(13, 'de otra propuesta', { parent: 14 }),
      said(14, 'árboles', { proposal: 2 }),
      said(15, 'círculo', { parent: 16 }),
      said(16, 'círculo', { parent: 15 }),
      said(17, 'yo', { parent: 17 }),
      said(18, 'de nada', { proposal: 3 }),
      said(11, 'otra vez'),
      said(19, 'de la primera', { proposal: 2, parent: 12 }),
    ],
  );
  expect(code).toBe(0);
  expect(report).toContain(
    'First comments now, since what they answer is missing: 3 (line 1, line 3, line 10).',
  );
  expect(report).toContain('Skipped: 5\n  an answer to itself in a circle: 3 (line 5, line 6, line 7)\n');
  expect(report).toContain('about a proposal that is neither here nor in the files: 1 (line 8)');
  expect(report).toContain('the same id again: 1 (line 9)');
  const rows = await portal.source.query(
    `SELECT c.body, c.depth FROM comment c JOIN municipality m ON m.id = c.municipality_id
      WHERE m.slug = $1 ORDER BY c.seq, c.body`,
    [town],
  );
  expect(rows.map(({ body, depth }: { body: string; depth: number }) => `${body} ${depth}`)).toEqual([
    'huérfano 0',
    'árboles 0',
    'de la primera 0',
    'de otra propuesta 0',
    'su hijo 1',
  ]);
});

test('comments that name a title find the one imported proposal of that title and city', async () => {
  const place = (id: number, city: string) => ({
    id,
    kind: 'proposal',
    title: 'Feedback',
    text: 'Hier.',
    city,
  });
  const on = (id: number, city: string, on_title = 'Feedback') => ({
    id,
    on_title,
    city,
    text: `${id}`,
    parent: null,
    date_text: '16. Januar 2025 20:36:03',
  });
  await (await portal.person(town)).propose(town, { title: 'Feedback', tags: ['trier'] });
  const { said: report } = await run(
    [on(1, 'Bamberg'), on(2, 'Trier'), on(3, 'Bamberg', 'Other'), on(4, 'Jena')],
    [place(1, 'Bamberg'), place(2, 'Jena'), place(3, 'Jena')],
  );
  expect(report).toContain('Comments: 1 imported');
  expect(report).toContain('about a proposal that is neither here nor in the files: 3');
});

test('a hostile file is read to its end, and says what was wrong with which line', async () => {
  const { code, said: report } = await run([
    `\ufeff${JSON.stringify(bench)}`,
    '{"id": 11, "proposal": 1, "text": ',
    '',
    Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    `{"id": 12, "proposal": 1, "text": "x", "__proto__": {"polluted": true}}`,
    said(13, 'x'.repeat(4001)),
    said(14, '\n'.repeat(400_000)),
    'x'.repeat(2 << 20),
    said(15, '<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) \u0000\u202e'),
    { ...said(16, 'x'), id: ["1' OR 1=1"] },
    { ...bench, id: 2, title: '', supports: 'many' },
    { ...bench, id: 3, title: 'Mucho', supports: 1e300 },
    // Cut for the excerpt within a letter of two units.
    {
      ...bench,
      id: 4,
      title: 'Cortado',
      summary: null,
      text: `[a](https://a.example/${'x'.repeat(1079 - 22)}😀)`,
    },
  ]);
  expect(code).toBe(0);
  expect(report).toContain('Skipped: 9\n');
  for (const why of [
    'not JSON: 1 (line 2)',
    'not valid UTF-8: 1 (line 4)',
    'a field "__proto__": 1 (line 5)',
    '"text" is too long: 1 (line 6)',
    '"text" is empty: 1 (line 7)',
    'longer than 1 MiB: 1 (line 8)',
    '"id" is not what it should be: 1 (line 10)',
    '"title" is empty: 1 (line 11)',
    '"supports" is too large: 1 (line 12)',
  ]) {
    expect(report).toContain(why);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const [{ html }] = await portal.source.query(`SELECT html FROM comment WHERE body LIKE '<script>%'`);
  expect(html).not.toMatch(/<script|<img|href/);
});

test('a long answer to an answer keeps its order, and its path stays short enough for an index', async () => {
  const chain = Array.from({ length: 260 }, (_, depth) =>
    said(1000 + depth, `${depth}`, { parent: depth ? 999 + depth : null, time: '10:00:00' }),
  );
  await run([bench], chain.reverse());
  const rows: { body: string }[] = await portal.source.query(
    'SELECT body FROM comment c JOIN municipality m ON m.id = c.municipality_id WHERE m.slug = $1 ORDER BY path',
    [town],
  );
  expect(rows.map(({ body }) => Number(body))).toEqual(Array.from({ length: 260 }, (_, depth) => depth));
});

test('an import that was stopped in the middle and started again ends as one that was not', async () => {
  const proposals = Array.from({ length: 12 }, (_, at) => ({ ...bench, id: at + 1, title: `Idea ${at}` }));
  const comments = Array.from({ length: 600 }, (_, at) =>
    said(at + 1, `${at}`, { proposal: (at % 12) + 1, parent: at > 24 && at % 3 ? at - 11 : null }),
  );
  const paths = [file(comments), file(proposals)];
  const job = { municipality: town, source: 'consul', format: readConsul, files: paths };
  let threads = 0;
  const stopped = new ImportsService(portal.source).run(job, ({ phase }) => {
    if (phase === 'placing' && ++threads === 5) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await miscounts(portal.source)).toEqual({});
  await command('--municipality', town, '--format', 'consul', ...paths);
  await portal.town(`${town}-calm`);
  await command('--municipality', `${town}-calm`, '--format', 'consul', ...paths);
  expect(await stateOf(portal.source, town)).toEqual(await stateOf(portal.source, `${town}-calm`));
});

test('sources with the same ids stay apart', async () => {
  const path = file([bench, said(11, 'uno')]);
  for (const source of ['madrid', 'augsburg']) {
    const { said: report } = await command(
      '--municipality',
      town,
      '--format',
      'consul',
      '--source',
      source,
      path,
    );
    expect(report).toContain('Comments: 1 imported');
  }
});

test('it says in a sentence why it cannot begin, and with its exit code that nothing could be read', async () => {
  const path = file([bench]);
  const refused = (...argv: string[]) => expect(command(...argv)).rejects;
  await refused('--municipality', 'nowhere', '--format', 'consul', path).toThrow(
    /^There is no municipality "nowhere"/,
  );
  await refused('--municipality', town, '--format', 'consul', `${path}x`).toThrow(/there is no such file/);
  await refused('--municipality', town, '--format', 'consul', folder).toThrow(/not a file/);
  await refused('--municipality', town, '--format', 'csv', path).toThrow(/^Use: npm run import/);
  await refused('--municipality', town, '--format', 'consul').toThrow(/^Use: npm run import/);
  await refused('--town', town, path).toThrow(/'--town'. Use: npm run import/);
  const { code, said: report } = await run(['nothing', 'here']);
  expect([code, report]).toEqual([1, expect.stringContaining('not JSON: 2 (line 1, line 2)')]);
});

test('two imports into one municipality do not run at once', async () => {
  const other = portal.source.createQueryRunner();
  const lock = `FROM (SELECT hashtextextended('import ' || id, 0) AS key FROM municipality WHERE slug = $1) m`;
  await other.query(`SELECT pg_advisory_lock(key) ${lock}`, [town]);
  await expect(run([bench])).rejects.toThrow(`Another import into "${town}" is under way.`);
  await other.query(`SELECT pg_advisory_unlock(key) ${lock}`, [town]);
  await other.release();
  expect((await run([bench])).code).toBe(0);
});
