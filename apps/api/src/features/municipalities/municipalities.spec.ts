import { contracts } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { municipalities, identity } = contracts;
const passphrase = 'violet tractor under snow';

let portal: TestPortal;
let operator: Agent;
let towns = 0;

beforeAll(async () => {
  portal = await openTestPortal();
  operator = await portal.operator();
});
afterAll(() => portal.close());

const leoben = {
  slug: 'leoben',
  name: 'Leoben',
  country: 'AT',
  timeZone: 'Europe/Vienna',
  languages: ['de' as const, 'ar' as const],
  accent: 'plum' as const,
};

test('the operator opens a municipality and makes its first admin, who takes it from there', async () => {
  const town = await operator.ok(municipalities.create, { body: leoben });
  expect(town).toMatchObject({ name: 'Leoben', accent: 'plum', languages: ['de', 'ar'] });
  expect(town.categories.length).toBeGreaterThan(5);
  expect(await operator.refused(municipalities.create, { body: leoben })).toBe('409 slug_taken');
  expect(await operator.refused(municipalities.create, { body: { ...leoben, slug: 'api' } })).toBe(
    '409 slug_taken',
  );

  const params = { town: 'leoben' };
  const body = { displayName: 'Town office', signInName: 'office', passphrase };
  await operator.ok(identity.firstAdmin, { params, body });
  expect(await operator.refused(identity.firstAdmin, { params, body })).toBe('409 wrong_state');

  const admin = portal.visitor();
  await admin.ok(identity.signIn, { params, body: { signInName: 'office', passphrase } });
  await admin.setUpTotp('leoben');
  const changed = await admin.ok(municipalities.change, {
    params,
    body: { name: 'Stadt Leoben', accent: 'forest' },
  });
  expect(changed).toMatchObject({ name: 'Stadt Leoben', accent: 'forest', languages: ['de', 'ar'] });
  expect(await admin.refused(municipalities.create, { body: { ...leoben, slug: 'bruck' } })).toBe(
    '401 not_signed_in',
  );
});

test('a host name leads to one municipality', async () => {
  for (const town of ['graz', 'lublin']) await portal.town(town);
  const [graz, lublin] = [await portal.person('graz', 'admin'), await portal.person('lublin', 'admin')];
  const hosts = ['Ideen.Graz.example'];
  const changed = await graz.ok(municipalities.change, { params: { town: 'graz' }, body: { hosts } });
  expect(changed.hosts).toEqual(['ideen.graz.example']);
  expect(await lublin.refused(municipalities.change, { params: { town: 'lublin' }, body: { hosts } })).toBe(
    '409 host_taken',
  );
  const reply = await portal.inject({
    method: 'GET',
    url: '/',
    headers: { host: 'ideen.graz.example:3000' },
  });
  expect([reply.statusCode, reply.headers.location]).toEqual([302, '/graz']);
});

test.each([
  ['timeZone', 'Europe/Nowhere'],
  ['languages', []],
  ['languages', ['de', 'de']],
  ['accent', 'red'],
  ['hosts', ['no spaces allowed']],
  ['hosts', ['-x.example']],
  ['name', ' '],
])('the settings refuse %s = %j', async (name, value) => {
  await portal.town(`t-${++towns}`);
  const town = `t-${towns}`;
  const admin = await portal.person(town, 'admin');
  const answer = await admin.call(municipalities.change, { params: { town }, body: { [name]: value } });
  expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([
    400,
    expect.stringContaining(`body.${name}`),
  ]);
});

test.each(['participant', 'council', 'staff'] as const)('a %s changes no settings', async (role) => {
  await portal.town(`of-${role}`);
  const person = await portal.person(`of-${role}`, role);
  expect(
    await person.refused(municipalities.change, {
      params: { town: `of-${role}` },
      body: { name: 'Mine now' },
    }),
  ).toBe('403 not_allowed');
});
