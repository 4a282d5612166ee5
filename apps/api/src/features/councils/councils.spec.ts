import { contracts } from '@zbor/contracts';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { councils } = contracts;
const params = { town: 'graz' };
const inAll = (text: string) => ({ en: text, sl: text, de: text, uk: text, ar: text });

let portal: TestPortal;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town('graz');
});
afterAll(() => portal.close());

test('a municipality without a council has an empty one; its admin describes it and names its members', async () => {
  const visitor = portal.visitor();
  expect((await visitor.ok(councils.read, { params })).members).toEqual([]);
  const admin = await portal.person('graz', 'admin');
  const [chair, member] = [await portal.person('graz', 'council'), await portal.person('graz', 'council')];
  const body = {
    name: inAll('Council of migrants'),
    about: inAll('It sits once a month.'),
    members: [
      { accountId: chair.id, position: 'chair' as const, since: '2024-11-05', note: inAll('Schools') },
      { accountId: member.id, position: 'member' as const, since: null, note: inAll('') },
    ],
  };
  await admin.ok(councils.write, { params, body });
  const read = await visitor.ok(councils.read, { params });
  expect(read.members.map(({ name, position, since }) => [name, position, since])).toEqual([
    [`Name of ${chair.name}`, 'chair', '2024-11-05'],
    [`Name of ${member.name}`, 'member', null],
  ]);
  for (const since of ['0000-01-01', '2024-02-30', '2200-01-01', '5.11.2024']) {
    const odd = { ...body, members: [{ ...body.members[0], since }] } as typeof body;
    expect([since, await admin.refused(councils.write, { params, body: odd })]).toEqual([
      since,
      '400 invalid_input',
    ]);
  }
  const outsider = await portal.person('graz');
  const wrong = { ...body, members: [{ ...body.members[0], accountId: outsider.id }] } as typeof body;
  const answer = await admin.call(councils.write, { params, body: wrong });
  expect(answer.body.errors).toEqual([{ path: 'body.members.0.accountId', code: 'not_a_choice' }]);
  expect(await chair.refused(councils.write, { params, body })).toBe('403 not_allowed');
  expect((await visitor.ok(councils.read, { params })).members).toHaveLength(2);
});
