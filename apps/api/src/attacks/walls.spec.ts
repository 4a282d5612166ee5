import { contracts } from '@zbor/contracts';
import { Database } from '../platform/database/database';
import { acrossTowns, enterTown, withinOneTown } from '../platform/database/towns';
import { openTestPortal, type TestPortal } from '../testing/portal';

const { comments, ideas, moderation } = contracts;
const towns = ['graz', 'lublin'] as const;

/** What belongs to no municipality, and why every process may see all of it. */
const shared = {
  municipality: 'towns are public',
  municipality_host: 'where a town is found is public',
  category: 'what a town calls its categories is public',
  idea_search: 'words by which ideas are found; they lead to ids, and ideas are behind the wall',
  passkey_challenge: 'random bytes that wait for whoever answers them',
  rate_count: 'how often a keyed hash has asked',
  rate_key: 'the key of such a hash, of a day',
  socket_io_attachments: 'messages between processes',
  migrations: 'closed to the serving role altogether',
};

let portal: TestPortal;
let db: Database;
const ids: Record<string, string> = {};

beforeAll(async () => {
  portal = await openTestPortal();
  db = portal.portal.app.get(Database);
  for (const town of towns) {
    await portal.town(town);
    await furnish(town);
  }
  await portal.operator();
}, 60_000);
afterAll(() => portal.close());

/** At least one row in every table that stands behind the wall. */
async function furnish(town: string): Promise<void> {
  const params = { town };
  const [author, admin, council] = [
    await portal.person(town),
    await portal.person(town, 'admin'),
    await portal.person(town, 'council'),
  ];
  const idea = await author.propose(town);
  await admin.ok(ideas.support, { params: { town, id: idea.id } });
  await author.ok(ideas.edit, {
    params: { town, id: idea.id },
    body: { title: idea.title, body: 'Two benches by the river, in the shade.', version: 1 },
  });
  const comment = await author.comment(town, idea.id);
  await admin.ok(comments.like, { params: { town, id: comment.id } });
  await author.ok(comments.edit, { params: { town, id: comment.id }, body: { body: 'Another word.' } });
  await admin.ok(moderation.report, {
    params,
    body: { type: 'idea', id: idea.id, reason: 'other', note: 'Look.' },
  });
  const why = { reason: 'spam' as const, note: 'Nothing else.' };
  await council.ok(moderation.hide, { params: { town, type: 'comment', id: comment.id }, body: why });
  const [{ id }] = await portal.source.query('SELECT id FROM municipality WHERE slug = $1', [town]);
  ids[town] = id;
  // What takes other servers, devices or much paper to bring about lies here as it would then.
  const bytes = Buffer.from(`${town} bytes`);
  const rows: [string, unknown[]][] = [
    [`sso_identity (subject_hash, account_id) VALUES ($2, $1)`, [author.id, bytes]],
    [
      `passkey (id, account_id, credential_id, public_key, sign_count, transports, name, created_on)
        VALUES (gen_random_uuid(), $1, $2, $2, 0, '{}', 'Phone', now())`,
      [author.id, bytes],
    ],
    [`recovery (account_id, hash, made_at) VALUES ($1, $2, now())`, [author.id, bytes]],
    [`claim (account_id, hash, expires_at) VALUES ($1, $2, now())`, [author.id, bytes]],
    [
      `email_address (account_id, municipality_id, address) VALUES ($1, $2, 'somebody@zbor.example')`,
      [author.id, id],
    ],
    [
      `email_code (id, municipality_id, purpose, code_hash, expires_at)
        VALUES (gen_random_uuid(), $1, 'sign-in', $2, now())`,
      [id, bytes],
    ],
    [`council (municipality_id, name, about) VALUES ($1, '{}', '{}')`, [id]],
    [
      `council_member (municipality_id, account_id, position, note, place) VALUES ($1, $2, 'chair', '{}', 1)`,
      [id, council.id],
    ],
    [`access_code_quota (maker_id, per_year, year, made) VALUES ($1, 9, 2026, 1)`, [admin.id]],
    [
      `access_code_batch (id, municipality_id, maker_id, request_key, year, made, made_at, expires_at)
        VALUES ($1, $1, $2, $1, 2026, 1, now(), now())`,
      [id, admin.id],
    ],
    [`access_code (hash, batch_id) VALUES ($2, $1)`, [id, bytes]],
  ];
  for (const [row, values] of rows) await portal.source.query(`INSERT INTO ${row}`, values);
}

const within = <T extends object>(town: string | null, sql: string, parameters?: unknown[]) =>
  withinOneTown(() => {
    if (town) enterTown(ids[town] ?? '');
    return db.query<T>(sql, parameters);
  });

const walled: () => Promise<string[]> = async () =>
  (
    await portal.source.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
          AND relrowsecurity ORDER BY 1`,
    )
  ).map(({ name }: { name: string }) => name);

test('T7 every table stands behind the wall, or is on the list of those that all may see', async () => {
  const all: { name: string }[] = await portal.source.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const open = all.map(({ name }) => name).filter((name) => !Object.keys(shared).includes(name));
  expect((await walled()).sort()).toEqual(open.sort());
});

test('T7 a query without any filter finds the rows of its own town, all of them, and no others', async () => {
  for (const table of await walled()) {
    const places = async (query: Promise<{ ctid: string }[]>) => (await query).map(({ ctid }) => ctid);
    const sql = `SELECT ctid::text FROM ${table}`;
    const [here, there] = [await places(within('graz', sql)), await places(within('lublin', sql))];
    const everything = await places(portal.source.query(sql));
    expect(`${table}: ${here.length > 0} ${there.length > 0}`).toBe(`${table}: true true`);
    expect(here.filter((row) => there.includes(row))).toEqual([]);
    expect(await places(within(null, sql))).toEqual([]);
    expect(new Set(await places(acrossTowns(() => db.query(sql))))).toEqual(new Set(everything));
    // What is nobody's is the operator's, and not seen from a town.
    const operators = everything.filter((row) => !here.includes(row) && !there.includes(row));
    expect(operators.length > 0).toBe(
      ['account', 'session', 'totp', 'audit_chain', 'audit_entry'].includes(table),
    );
  }
});

test('T7 nothing of another town can be written, and nothing be written into it', async () => {
  const of = async (town: string) =>
    portal.source.query('SELECT id, title, supports FROM idea WHERE municipality_id = $1', [ids[town]]);
  const before = await of('lublin');
  await within('graz', `UPDATE idea SET title = 'Taken'`);
  await within('graz', 'DELETE FROM support');
  expect(await of('lublin')).toEqual(before);
  const [{ count }] = await portal.source.query('SELECT count(*)::int AS count FROM support');
  expect(count).toBe(1);
  await portal.source.query('UPDATE idea SET supports = 0 WHERE municipality_id = $1', [ids.graz]);
  await expect(within('graz', 'UPDATE idea SET municipality_id = $1', [ids.lublin])).rejects.toMatchObject({
    code: '42501',
  });
});

test.each([
  ['13.2.2 change a table', 'ALTER TABLE idea ADD COLUMN nationality text'],
  ['13.2.2 take a wall down', 'ALTER TABLE idea DISABLE ROW LEVEL SECURITY'],
  ['13.2.2 take a rule away', 'DROP POLICY town ON idea'],
  ['13.2.2 drop a table', 'DROP TABLE idea CASCADE'],
  ['13.2.2 empty a table', 'TRUNCATE comment'],
  ['13.2.2 make a table', 'CREATE TABLE mine (id int)'],
  ['13.2.2 make a role', 'CREATE ROLE mine SUPERUSER'],
  ['13.2.2 run a program', `COPY idea TO PROGRAM 'cat'`],
  ['13.2.2 read a file', `SELECT pg_read_file('PG_VERSION')`],
  ['13.2.2 read what waits to be done', 'SELECT * FROM graphile_worker._private_jobs'],
  ['13.2.2 know what was migrated', 'SELECT * FROM migrations'],
  ['16.4.2 change the log', `UPDATE audit_entry SET act = 'role.give'`],
  ['16.4.2 take from the log', 'DELETE FROM audit_entry'],
])('%s: the serving role may not', async (_, sql) => {
  await expect(acrossTowns(() => db.query(sql))).rejects.toMatchObject({ code: '42501' });
});

test('13.2.2 the serving role is nobody in particular', async () => {
  const [role] = await portal.source.query(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin OR rolreplication AS mighty
       FROM pg_roles WHERE rolname = 'zbor_serving'`,
  );
  expect(role).toEqual({ mighty: false });
});
