import { contracts } from '@zbor/contracts';
import { Agent } from '../testing/agent';
import { openTestPortal, type TestPortal } from '../testing/portal';

const { identity, moderation } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
});
afterAll(() => portal.close());

test('A17 signing in takes as long, and is answered with the same, for a name that exists and one that does not', async () => {
  const person = await portal.person(town);
  const attempt = async (signInName: string) => {
    const begun = performance.now();
    const { status, body } = await portal
      .visitor()
      .call(identity.signIn, { params, body: { signInName, passphrase: 'not this one at all' } });
    return { time: performance.now() - begun, said: JSON.stringify([status, body]) };
  };
  const known: number[] = [];
  const unknown: number[] = [];
  const said = new Set<string>();
  await attempt('warm-up');
  for (let n = 0; n < 15; n++) {
    for (const [name, times] of [
      [person.name, known],
      [`nobody-${n}`, unknown],
    ] as const) {
      const answer = await attempt(name);
      times.push(answer.time);
      said.add(answer.said);
    }
  }
  expect(said.size).toBe(1);
  // What else this machine does only adds to a time.
  expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(20);
});

test('A9 13.3.1 a copy of the database lets nobody in', async () => {
  const person = await portal.person(town);
  const secrets = [/zbor-graz=([\w-]+)/.exec(person.cookie)?.[1] ?? '', person.passphrase];
  const tables: { name: string }[] = await portal.source.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  let dump = '';
  for (const { name } of tables)
    for (const { row } of await portal.source.query(`SELECT t::text AS row FROM "${name}" t`))
      dump += `${row}\n`;
  expect(dump).toContain(person.name);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(20);
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  }
});

test('11.4.2 passphrases are kept as argon2id with 19 MiB, two passes and one lane', async () => {
  await portal.person(town);
  const rows = await portal.source.query(
    'SELECT passphrase_hash AS hash FROM account WHERE sign_in_key IS NOT NULL',
  );
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('A4 who moderates acts only on what they may read', async () => {
  const [author, council] = [await portal.person(town), await portal.person(town, 'council')];
  const { id } = await author.propose(town, { publish: false });
  const on = { params: { town, type: 'idea' as const, id } };
  const note = 'It should not stand here.';
  expect(await council.refused(contracts.ideas.read, { params: { town, id } })).toBe('404 not_found');
  expect(await council.refused(moderation.subject, on)).toBe('404 not_found');
  expect(await council.refused(moderation.hide, { ...on, body: { reason: 'spam', note } })).toBe(
    '404 not_found',
  );
  expect(await council.refused(moderation.restore, { ...on, body: { note } })).toBe('404 not_found');
  const [{ state }] = await portal.source.query('SELECT state FROM idea WHERE id = $1', [id]);
  expect(state).toBe('draft');
});

test('7.3.2 a session ends in time, however it is used: sooner where more can be done with it', async () => {
  const days = async (role?: 'staff' | 'admin' | 'council') => {
    const person = await portal.person(town, role);
    const again = new Agent(portal.url);
    await again.ok(identity.signIn, {
      params,
      body: { signInName: person.name, passphrase: person.passphrase },
    });
    if (person.app) await again.ok(identity.proveCode, { params, body: { code: person.app.code() } });
    const { items } = await again.ok(identity.sessions, { params });
    const session = items.find(({ current }) => current);
    return (Date.parse(session?.expiresAt ?? '') - Date.parse(session?.startedAt ?? '')) / 86_400_000;
  };
  expect(await days()).toBeLessThanOrEqual(90);
  expect(await days('council')).toBeLessThanOrEqual(30);
  for (const role of ['staff', 'admin'] as const) expect(await days(role)).toBeLessThanOrEqual(1);
});

test('7.2.3 11.5.1 tokens are 256 random bits, and no two are the same', async () => {
  const tokens = new Set<string>();
  for (let n = 0; n < 5; n++) {
    const { cookie } = await portal.person(town);
    const token = /=([\w-]+)/.exec(cookie)?.[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    tokens.add(token);
  }
  expect(tokens.size).toBe(5);
});

test('6.3.2 V7 an empty installation has no account, no open session and no municipality', async () => {
  const empty = await openTestPortal();
  for (const table of ['account', 'session', 'municipality'])
    expect(await empty.source.query(`SELECT count(*)::int AS count FROM ${table}`)).toEqual([{ count: 0 }]);
  await empty.close();
});
