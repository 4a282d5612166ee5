import { contracts } from '@zbor/contracts';
import { inArabic } from '@zbor/testing';
import { Clock } from '../../../platform/clock';
import { Agent } from '../../../testing/agent';
import { openTestPortal, type TestPortal } from '../../../testing/portal';

const { identity } = contracts;
const town = 'graz';
const params = { town };
const passphrase = 'seven quiet herons by the lake';

let portal: TestPortal;
let now: (() => Date) | undefined;

beforeAll(async () => {
  portal = await openTestPortal();
  await Promise.all([portal.town(town), portal.town('leoben')]);
  const clock = portal.portal.app.get(Clock);
  jest.spyOn(clock, 'now').mockImplementation(() => now?.() ?? new Date());
});
beforeEach(() => {
  now = undefined;
});
afterAll(() => portal.close());

const visitor = () => new Agent(portal.url);
const make = async (person: Agent) => (await person.ok(identity.makePhrase, { params })).phrase;
const isIn = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account !== null;
const recover = (phrase: string) => ({ params, body: { phrase, passphrase } });

test('a phrase alone leads back: with a new passphrase, once, and everything else is signed out', async () => {
  const person = await portal.person(town);
  const phrase = await make(person);
  expect(phrase).toMatch(/^\d{32}$/);
  const agent = visitor();
  // As people type it, on any keyboard.
  const typed = inArabic(phrase).replace(/.{4}/g, '$& ');
  expect(await agent.ok(identity.recognisePhrase, { params, body: { phrase: typed } })).toMatchObject({
    signInName: person.name,
  });
  await agent.ok(identity.recover, recover(typed));
  expect([await isIn(agent), await isIn(person)]).toEqual([true, false]);
  const again = visitor();
  expect(await again.refused(identity.recover, recover(phrase))).toBe('401 phrase_refused');
  const old = { signInName: person.name, passphrase: person.passphrase };
  expect(await again.refused(identity.signIn, { params, body: old })).toBe('401 wrong_credentials');
  await again.ok(identity.signIn, { params, body: { ...old, passphrase } });
  expect(await agent.ok(identity.phrase, { params })).toEqual({ madeAt: null, mustProve: false });
});

test('of many who use it at once, one alone comes in', async () => {
  const phrase = await make(await portal.person(town));
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      visitor()
        .ok(identity.recover, recover(phrase))
        .then(
          () => 'in',
          () => 'out',
        ),
    ),
  );
  expect(answers.filter((answer) => answer === 'in')).toEqual(['in']);
});

test('a phrase that is unknown, replaced or of another town is refused alike, a slip is told', async () => {
  const person = await portal.person(town);
  const replaced = await make(person);
  await make(person);
  const other = await portal.person('leoben');
  const { phrase: abroad } = await other.ok(identity.makePhrase, { params: { town: 'leoben' } });
  const agent = visitor();
  for (const phrase of [replaced, abroad, '0'.repeat(32)]) {
    const ask = { params, body: { phrase } };
    expect(await agent.refused(identity.recognisePhrase, ask)).toBe('401 phrase_refused');
    expect(await agent.refused(identity.recover, recover(phrase))).toBe('401 phrase_refused');
  }
  const slip = { params, body: { phrase: `1${'0'.repeat(31)}` } };
  expect(await agent.refused(identity.recognisePhrase, slip)).toBe('400 invalid_input');
});

test('an account without a sign-in name gets one with it, and keeps its phrase when the name is taken', async () => {
  const [person, neighbour] = [await portal.person(town), await portal.person(town)];
  await portal.source.query(
    'UPDATE account SET sign_in_name = NULL, sign_in_key = NULL, passphrase_hash = NULL WHERE id = $1',
    [person.id],
  );
  const phrase = await make(person);
  const agent = visitor();
  const named = (signInName?: string) => ({ params, body: { phrase, signInName, passphrase } });
  expect(await agent.refused(identity.recover, named())).toBe('400 invalid_input');
  expect(await agent.refused(identity.recover, named(neighbour.name))).toBe('409 name_taken');
  await agent.ok(identity.recover, named('samira-again'));
  expect((await agent.ok(identity.visit, { params })).account).toMatchObject({
    id: person.id,
    signInName: 'samira-again',
  });
});

test('6.4.3 the second step is still asked for', async () => {
  const staff = await portal.person(town, 'staff');
  const phrase = await make(staff);
  const agent = visitor();
  await agent.ok(identity.recover, recover(phrase));
  const { account, halfway } = await agent.ok(identity.visit, { params });
  expect({ account, halfway }).toEqual({ account: null, halfway: true });
  expect(await agent.refused(identity.makePhrase, { params })).toBe('401 not_signed_in');
});

test('is made by somebody who has just proven who they are, and is stored as a hash alone', async () => {
  const person = await portal.person(town);
  const phrase = await make(person);
  const [row] = await portal.source.query('SELECT * FROM recovery WHERE account_id = $1', [person.id]);
  expect(Object.keys(row).sort()).toEqual(['account_id', 'hash', 'made_at']);
  expect(row.hash.length).toBe(32);
  expect(row.hash.toString('latin1')).not.toContain(phrase);
  const later = new Date(Date.now() + 11 * 60_000);
  now = () => later;
  expect((await person.ok(identity.phrase, { params })).mustProve).toBe(true);
  expect(await person.refused(identity.makePhrase, { params })).toBe('403 prove_again');
});
