import { locales } from '@zbor/contracts';
import { loadFurther, sentencesOf } from '@zbor/i18n';
import type { DataSource } from 'typeorm';
import { personalColumns } from './platform/database/personal';
import { openTestPortal, type TestPortal } from './testing/portal';

/** The schema as it is in PostgreSQL, against what the entities say of persons. */
let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

/** Tables that tell nothing of anybody. Each other one is annotated; one that leads to an account always is. */
const impersonal = new Map([
  ['migrations', 'which changes of the schema were made'],
  ['municipality', 'what a town says of itself'],
  ['municipality_host', 'host names of a town'],
  ['category', 'what ideas can be about'],
  ['council', 'what a council says of itself'],
  ['audit_chain', 'where the log of privileged acts ends'],
  ['passkey_challenge', 'chance that waits for an answer, for minutes; whose it is stands nowhere'],
  ['rate_key', 'chance, another one each day'],
  ['thread', 'how many comments there are'],
  ['socket_io_attachments', 'public messages on their way to another process, for seconds'],
]);

/** What is never held, in the ways in which people name columns (the list of attacks calls this P15). */
const never = new RegExp(
  [
    'nationalit|citizen|staatsb|staatsangeh|drzavljan|hromadian|ethnic|origin_?country|country_?of|home_?country',
    'birth|\\bdob\\b|geburt|rojst|\\bage\\b|geschlecht|gender|\\bsex\\b|religi|faith|confession',
    'residen|visa\\b|asyl|refugee|migration_?status|aufenthalt|permit',
    'passport|document_?(no|nr|num|id|type|kind)|id_?(card|document|no\\b|nr|num)|identity_?(no|nr|num|card|document)|tax_?(no|nr|num|id)|insurance|emso|pesel|national_?id|alien',
    '\\bip\\b|ip_?(addr|hash|v4|v6)|remote_?addr|client_?addr|user_?agent|\\bua\\b|browser|device|fingerprint|canvas',
    'location|latitude|longitude|\\blat\\b|\\blng\\b|\\blon\\b|geo|gps|whereabouts|district_?of|coordinates',
    'real_?name|legal_?name|given_?name|surname|family_?name|telephone|phone|mobile_?(no|nr|num)',
  ].join('|'),
  'i',
);

const words = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/_/g, ' ')
    .concat(' ', name);

/** Everything that the schema says of persons and the entities do not. */
async function complaints(source: DataSource): Promise<string[]> {
  const columns: { table: string; column: string; said: string | null }[] = await source.query(
    `SELECT table_name AS table, column_name AS column,
            concat_ws(' ', col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position),
                           obj_description(format('%I.%I', table_schema, table_name)::regclass)) AS said
       FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position`,
  );
  const links: { child: string; parent: string }[] = await source.query(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const linked = new Set(['account']);
  for (let before = 0; before < linked.size; ) {
    before = linked.size;
    for (const { child, parent } of links) if (linked.has(parent)) linked.add(child);
  }
  const annotated = new Set(personalColumns(source.entityMetadatas).map((c) => `${c.table}.${c.column}`));
  return columns.flatMap(({ table, column, said }) => {
    const place = `${table}.${column}`;
    const found: string[] = [];
    if (never.test(words(column)) || never.test(said ?? '')) found.push(`${place} must not exist`);
    if (linked.has(table) && impersonal.has(table)) found.push(`${place} is said to be of nobody`);
    if (!impersonal.has(table) && !annotated.has(place)) found.push(`${place} has no purpose`);
    return found;
  });
}

/** What the schema is complained of once it is changed so; the change is undone. */
async function complaintsAfter(change: string): Promise<string[]> {
  const source = portal.source;
  const copy = await portal.another();
  try {
    await source.query(change);
    return await complaints(copy.source);
  } finally {
    await source.query('DROP TABLE IF EXISTS strange; ALTER TABLE account DROP COLUMN IF EXISTS strange');
    for (const name of forbidden) await source.query(`ALTER TABLE category DROP COLUMN IF EXISTS "${name}"`);
    await copy.close();
  }
}

const forbidden = [
  ...['nationality', 'citizenship', 'place_of_birth', 'birth_date', 'dob', 'gender', 'sex', 'religion'],
  ...[
    'residence_status',
    'visa',
    'asylum_case',
    'document_number',
    'id_number',
    'passport',
    'ip',
    'ip_address',
  ],
  ...['remote_addr', 'user_agent', 'userAgent', 'device_id', 'fingerprint', 'location', 'latitude', 'geo'],
];

test('P15 every column that tells of a person says what for and how long, and none tells what is never held', async () => {
  expect(await complaints(portal.source)).toEqual([]);
});

test.each([
  ['ALTER TABLE account ADD strange text', 'account.strange has no purpose'],
  ['CREATE TABLE strange (of_idea uuid REFERENCES idea)', 'strange.of_idea has no purpose'],
  ['CREATE TABLE strange (note text)', 'strange.note has no purpose'],
  [
    `ALTER TABLE account ADD strange text; COMMENT ON COLUMN account.strange IS 'nationality'`,
    'must not exist',
  ],
])('%s is found', async (change, complaint) => {
  expect((await complaintsAfter(change)).join('\n')).toContain(complaint);
});

test('P15: what is never held is known by many names', async () => {
  const found = await complaintsAfter(
    `ALTER TABLE category ${forbidden.map((name) => `ADD "${name}" text`).join(', ')}`,
  );
  expect(found).toEqual(forbidden.map((name) => `category.${name} must not exist`));
});

test('whoever is erased takes along what hangs on the account, or is taken out of it', async () => {
  const keys: { name: string; del: string }[] = await portal.source.query(
    `SELECT conname AS name, confdeltype AS del FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'account'::regclass`,
  );
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter(({ del }) => del !== 'c' && del !== 'n')).toEqual([]);
});

test('every annotation has its sentences, and one purpose one limit', async () => {
  const columns = personalColumns(portal.source.entityMetadatas);
  expect(columns.length).toBeGreaterThan(80);
  const missing = new Set<string>();
  for (const locale of locales) {
    const { exists, t } = sentencesOf(locale, { privacy: await loadFurther.privacy[locale]() });
    for (const { purpose, keep } of columns) {
      const keys = [
        `privacy:purposes.${purpose}.what`,
        `privacy:purposes.${purpose}.why`,
        'privacy:keep.untilErased',
      ];
      for (const key of keys) if (!exists(key)) missing.add(`${locale} ${key}`);
      if (typeof keep === 'string') continue;
      const key = `privacy:keep.after.${keep.after}` as const;
      if (t(key, { count: keep.days }) === key) missing.add(`${locale} ${key}`);
    }
  }
  expect([...missing]).toEqual([]);
  const limits = new Map<string, string>();
  const twofold = columns.filter(({ purpose, keep }) => {
    const limit = JSON.stringify(keep);
    const before = limits.get(purpose) ?? limit;
    limits.set(purpose, before);
    return before !== limit;
  });
  expect(twofold.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});
