import { contracts } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { identity, audit } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let operator: Agent;
let now: (() => Date) | undefined;

beforeAll(async () => {
  portal = await openTestPortal();
  for (const slug of [town, 'leoben', 'weiz']) await portal.town(slug);
  jest.spyOn(portal.portal.app.get(Clock), 'now').mockImplementation(() => now?.() ?? new Date());
  operator = await portal.operator();
});
beforeEach(() => {
  now = undefined;
});
afterAll(() => portal.close());

const isIn = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account !== null;
const on = (id: string, slug = town) => ({ params: { town: slug, id } });

async function signedInAnew({ name: signInName, passphrase }: Agent): Promise<Agent> {
  const agent = new Agent(portal.url);
  await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
  return agent;
}

test('the operator sees which municipalities have an admin now, in one question however many there are', async () => {
  await portal.person('leoben', 'admin');
  const gone = await portal.person('weiz', 'admin');
  await portal.source.query('UPDATE role_grant SET ends_at = now() WHERE account_id = $1', [gone.id]);
  const asked = jest.spyOn(portal.portal.app.get(Database), 'query');
  const { items } = await operator.ok(identity.operatorTowns, {});
  const about = asked.mock.calls.filter(([statement]) => statement.includes('role_grant g JOIN account'));
  asked.mockRestore();
  const has = Object.fromEntries(items.map(({ slug, hasAdmin }) => [slug, hasAdmin]));
  expect(has).toMatchObject({ leoben: true, weiz: false });
  expect(about).toHaveLength(1);
});

test('the admins of a municipality are listed by their names, and nobody else is', async () => {
  const admins = [await portal.person('weiz', 'admin'), await portal.person('weiz', 'admin')];
  await portal.person('weiz', 'staff');
  const { items } = await operator.ok(identity.operatorAdmins, { params: { town: 'weiz' } });
  expect(items).toEqual(
    admins.map(({ id, name }) => ({ id, displayName: `Name of ${name}`, secondStep: true })),
  );
});

test('6.3.3 an admin whose second step is reset is signed out and sets up a new one', async () => {
  const admin = await portal.person(town, 'admin');
  await operator.ok(identity.operatorResetFactors, on(admin.id));
  expect(await isIn(admin)).toBe(false);
  const { items } = await operator.ok(identity.operatorAdmins, { params });
  expect(items).toContainEqual(expect.objectContaining({ id: admin.id, secondStep: false }));
  const agent = await signedInAnew(admin);
  expect(await agent.ok(identity.step, { params })).toMatchObject({ halfway: true, factors: [] });
  await agent.setUpTotp(town);
  expect(await isIn(agent)).toBe(true);

  const query = { act: 'admin_factors_reset' as const };
  const told = [
    { name: 'municipality', values: [expect.stringMatching(/graz/i)] },
    { name: 'account', values: [`Name of ${admin.name}`] },
  ];
  const inTown = await agent.ok(audit.log, { params, query });
  const ofOperator = await operator.ok(audit.operatorLog, { query });
  for (const [entry] of [inTown.items, ofOperator.items])
    expect(entry).toMatchObject({ by: { role: 'operator' }, details: told });
});

test('an admin without a second step keeps their session, and no log tells of a reset', async () => {
  const admin = await portal.person(town, 'admin');
  await operator.ok(identity.operatorResetFactors, on(admin.id));
  const query = { act: 'admin_factors_reset' as const };
  const before = await operator.ok(audit.operatorLog, { query });
  const agent = await signedInAnew(admin);
  expect(await operator.refused(identity.operatorResetFactors, on(admin.id))).toBe('409 wrong_state');
  expect((await agent.ok(identity.visit, { params })).halfway).toBe(true);
  expect(await operator.ok(audit.operatorLog, { query })).toEqual(before);
});

test('not of whoever is no admin there, and not without proving who one is', async () => {
  const [staff, admin] = [await portal.person(town, 'staff'), await portal.person(town, 'admin')];
  const refused = (id: string, slug?: string) =>
    operator.refused(identity.operatorResetFactors, on(id, slug));
  expect(await refused(staff.id)).toBe('404 not_found');
  expect(await refused(admin.id, 'leoben')).toBe('404 not_found');
  const later = new Date(Date.now() + 11 * 60_000);
  now = () => later;
  expect(await refused(admin.id)).toBe('403 prove_again');
  now = undefined;
  expect([await isIn(staff), await isIn(admin)]).toEqual([true, true]);
});
