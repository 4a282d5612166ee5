import { createHash } from 'node:crypto';
import { auditActs, contracts, locales } from '@zbor/contracts';
import { loadFurther, sentencesOf } from '@zbor/i18n';
import { z } from 'zod';
import { Database } from '../../platform/database/database';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { auditCommand } from './audit.command';
import { AuditService } from './audit.service';
import { canonical } from './chain';

const { audit, identity, municipalities, moderation } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let admin: Agent;

beforeEach(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  admin = await portal.person(town, 'admin');
});
afterEach(() => portal.close());

const rename = (name: string) => admin.call(municipalities.change, { params, body: { name } });

async function run(): Promise<[number, string]> {
  let said = '';
  const code = await auditCommand(portal.source, { write: (text) => (said += text) });
  return [code, said];
}

/** What only the owner of the database could do. */
async function forge(sql: string): Promise<void> {
  await portal.source.query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_only_added; ${sql}`);
}

const inTown = `(SELECT id FROM municipality WHERE slug = '${town}')`;

test('acts that happen at once stand in one unbroken chain, each of them once', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `Graz ${at}`);
  const answers = await Promise.all(names.map(rename));
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
  const rows = await portal.source.query(
    `SELECT number, act, actor_id AS actor, details FROM audit_entry WHERE chain = ${inTown} AND act = 'settings_changed'
      ORDER BY number`,
  );
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({ actor: admin.id, details: { settings: ['name'] } });
  const [{ count }] = await portal.source.query('SELECT count(*) FROM audit_entry');
  expect(await run()).toEqual([0, `${count} entries, chain unbroken\n`]);
});

test('an act that fails leaves no entry, and one that cannot be written does not happen', async () => {
  await portal.town('lublin');
  const other = await portal.person('lublin', 'admin');
  const hosts = { body: { name: 'Taken over', hosts: ['ideas.example'] } };
  await other.ok(municipalities.change, { params: { town: 'lublin' }, ...hosts });
  const before = await portal.source.query('SELECT count(*) FROM audit_entry');
  expect(await admin.refused(municipalities.change, { params, ...hosts })).toBe('409 host_taken');
  expect(await portal.source.query('SELECT count(*) FROM audit_entry')).toEqual(before);

  await portal.source.query('ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (number < 0) NOT VALID');
  expect((await rename('Unwritten')).status).toBe(500);
  const [{ name }] = await portal.source.query(`SELECT name FROM municipality WHERE slug = '${town}'`);
  expect(name).toBe(town);
});

test.each([
  `UPDATE audit_entry SET act = 'restored'`,
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  `SET session_replication_role = replica; DELETE FROM audit_entry`,
])('the database refuses: %s', async (sql) => {
  await expect(portal.source.query(sql)).rejects.toThrow('only ever added to');
});

test.each([
  ['an altered act', `UPDATE audit_entry SET act = 'restored' WHERE number = 2 AND chain = ${inTown}`, 2],
  [
    'an altered detail',
    `UPDATE audit_entry SET details = '{"settings": []}' WHERE number = 3 AND chain = ${inTown}`,
    3,
  ],
  ['another person', `UPDATE audit_entry SET actor_id = NULL WHERE number = 1 AND chain = ${inTown}`, 1],
  [
    'an earlier time',
    `UPDATE audit_entry SET at = at - interval '1 ms' WHERE number = 1 AND chain = ${inTown}`,
    1,
  ],
  ['one taken out', `DELETE FROM audit_entry WHERE number = 2 AND chain = ${inTown}`, 2],
  ['the last one taken out', `DELETE FROM audit_entry WHERE number = 4 AND chain = ${inTown}`, 4],
  ['all taken out', `DELETE FROM audit_entry WHERE chain = ${inTown}`, 1],
  ['the end taken out', `DELETE FROM audit_chain WHERE id = ${inTown}`, 1],
  [
    'one added',
    `INSERT INTO audit_entry SELECT chain, 5, at, actor_id, act, details, hash FROM audit_entry WHERE number = 4 AND chain = ${inTown}`,
    5,
  ],
])('%s is found, and named', async (_, sql, number) => {
  for (const name of ['One', 'Two', 'Three', 'Four']) await rename(name);
  await forge(sql);
  expect(await run()).toEqual([1, `Entry ${number} in the log of graz is not as it was written.\n`]);
});

test('a stranger can compute it anew from what is written here', async () => {
  for (const name of ['One', 'Two']) await rename(name);
  const rows: { text: string; hash: Buffer }[] = await portal.source.query(
    // Another implementation of the same words: PostgreSQL puts the text together.
    `SELECT format('{"act":"%s","actor":"%s","at":"%s","chain":"%s","details":{"settings":["name"]},"number":%s}', act, actor_id,
              to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), chain, number) AS text, hash
       FROM audit_entry WHERE chain = ${inTown} ORDER BY number`,
  );
  let previous = Buffer.alloc(32);
  for (const { text, hash } of rows) {
    previous = createHash('sha256').update(previous).update(text).digest();
    expect(hash.equals(previous)).toBe(true);
  }
  expect(rows).toHaveLength(2);
});

test('keys are in the order of their code units, however they were given', () => {
  expect(canonical({ b: [1, { z: null, a: 'é"' }], a: true })).toBe(
    '{"a":true,"b":[1,{"a":"é\\"","z":null}]}',
  );
});

test('what moderators decide is written down', async () => {
  const council = await portal.person(town, 'council');
  const idea = await (await portal.person(town)).propose(town);
  const about = { town, type: 'idea' as const, id: idea.id };
  await council.ok(moderation.hide, { params: about, body: { reason: 'spam', note: 'An advertisement.' } });
  await council.ok(moderation.restore, { params: about, body: { note: 'A mistake.' } });
  const rows = await portal.source.query(
    `SELECT act, details FROM audit_entry WHERE actor_id = $1 ORDER BY number`,
    [council.id],
  );
  expect(rows).toEqual([
    { act: 'hidden', details: { type: 'idea', subject: idea.id, reason: 'spam' } },
    { act: 'restored', details: { type: 'idea', subject: idea.id } },
  ]);
});

test('an admin reads who did what, the latest first, by act and by page, and may have it checked', async () => {
  const person = await portal.person(town);
  await admin.ok(identity.giveRole, { params: { town, id: person.id }, body: { role: 'council' } });
  for (let at = 0; at < 31; at++) await rename(`Graz ${at}`);
  const first = await admin.ok(audit.log, { params, query: {} });
  expect([first.items.length, first.items[0]?.number]).toEqual([30, 32]);
  expect(first.items[0]).toMatchObject({
    act: 'settings_changed',
    by: { name: `Name of ${admin.name}`, role: 'admin' },
    details: [{ name: 'settings', values: ['name'] }],
  });
  const rest = await admin.ok(audit.log, { params, query: { after: first.next ?? '' } });
  expect([rest.items.map(({ number }) => number), rest.next]).toEqual([[2, 1], null]);
  const given = await admin.ok(audit.log, { params, query: { act: 'role_given' } });
  expect(given.items.map(({ details }) => details.map(({ values }) => values[0]))).toEqual([
    [`Name of ${person.name}`, 'council', expect.any(String), undefined],
  ]);
  expect(await admin.ok(audit.verify, { params })).toEqual({ entries: 32, broken: null });
  await forge(`UPDATE audit_entry SET act = 'role_ended' WHERE number = 7 AND chain = ${inTown}`);
  expect(await admin.ok(audit.verify, { params })).toEqual({ entries: 32, broken: 7 });
});

test('the operator reads their own, in which whoever left is called nothing', async () => {
  const operator = await portal.operator();
  const body = { displayName: 'Town office', signInName: 'office', passphrase: 'violet tractor under snow' };
  await portal.town('leoben');
  await operator.ok(identity.firstAdmin, { params: { town: 'leoben' }, body });
  await portal.source.query(`DELETE FROM account WHERE sign_in_key = 'office'`);
  const { items } = await operator.ok(audit.operatorLog, { query: {} });
  expect(items.map(({ act, by, details }) => [act, by?.role, details])).toEqual([
    [
      'first_admin_made',
      'operator',
      [
        { name: 'municipality', values: ['leoben'] },
        { name: 'account', values: [] },
      ],
    ],
    ['municipality_opened', undefined, [{ name: 'municipality', values: ['leoben'] }]],
    ['municipality_opened', undefined, [{ name: 'municipality', values: ['graz'] }]],
  ]);
  expect(await operator.ok(audit.operatorVerify, {})).toEqual({ entries: 3, broken: null });
});

test('every act, and what is told of it, has words in every locale', async () => {
  const missing: string[] = [];
  for (const locale of locales) {
    const { exists } = sentencesOf(locale, { audit: await loadFurther.audit[locale]() });
    const keys = Object.entries(auditActs).flatMap(([act, details]) => [
      `audit:acts.${act}`,
      ...Object.keys(details.shape).map((name) => `audit:detail.${name}`),
    ]);
    missing.push(...keys.filter((key) => !exists(key)).map((key) => `${locale} ${key}`));
  }
  expect(missing).toEqual([]);
});

test('no act can hold anybody’s words: ids, choices, moments and numbers alone', async () => {
  const loose: string[] = [];
  const look = (place: string, node: Record<string, unknown>) => {
    if (node.type === 'string' && !node.format && !node.enum && !node.const) loose.push(place);
    for (const [name, part] of Object.entries(node)) {
      if (typeof part === 'object' && part !== null)
        look(`${place}.${name}`, part as Record<string, unknown>);
    }
  };
  for (const [act, details] of Object.entries(auditActs)) {
    const schema = z.toJSONSchema(details) as Record<string, unknown>;
    expect(schema.additionalProperties).toBe(false);
    look(act, schema);
  }
  expect(loose).toEqual([]);
  const service = portal.portal.app.get(AuditService, { strict: false });
  const details = { settings: ['Nadia wants it'] } as never;
  await expect(
    new Database(portal.source).transaction((tx) =>
      service.record(tx, { municipalityId: null, actorId: null, act: 'settings_changed', details }),
    ),
  ).rejects.toThrow();
});
