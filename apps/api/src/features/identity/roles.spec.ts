import { type Change, contracts, livePath } from '@zbor/contracts';
import { io, type Socket } from 'socket.io-client';
import { Clock } from '../../platform/clock';
import { acrossTowns } from '../../platform/database/towns';
import type { Agent } from '../../testing/agent';
import { standing, until } from '../../testing/listener';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { RolesService } from './roles.service';

const { identity, moderation } = contracts;
const HOUR = 3600 * 1000;

let portal: TestPortal;
let admin: Agent;
let town: string;
let params: { town: string };
let towns = 0;
/** How far the portal's clock is ahead of ours. */
let ahead = 0;

beforeAll(async () => {
  portal = await openTestPortal();
  jest.spyOn(portal.portal.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + ahead));
});
beforeEach(async () => {
  ahead = 0;
  town = `town-${++towns}`;
  params = { town };
  await portal.town(town);
  admin = await portal.person(town, 'admin');
});
afterAll(() => portal.close());

type Wanted = { role: 'facilitator' | 'council' | 'staff' | 'admin'; from?: string; until?: string };
const give = (id: string, body: Wanted) => admin.ok(identity.giveRole, { params: { town, id }, body });
const refused = (id: string, body: Wanted) =>
  admin.call(identity.giveRole, { params: { town, id }, body }).then((answer) => answer.body);
const end = (id: string, grant: string, who = admin) =>
  who
    .call(identity.endRole, { params: { town, id, grant } })
    .then(({ status, body }) => `${status} ${(body as { code?: string } | undefined)?.code}`);
const roleOf = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account?.role;
const listed = async (id: string) =>
  (await admin.ok(identity.accounts, { params, query: {} })).items.find((item) => item.id === id);
/** In the town's time zone. */
const day = (days: number) => {
  const at = new Date(Date.now() + ahead + days * 24 * HOUR);
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Vienna' }).format(at);
};
const shown = async (id: string) =>
  (await portal.source.query('SELECT role FROM account WHERE id = $1', [id]))[0].role;

test('a role is there with the next request, and gone with the next after it ended', async () => {
  const person = await portal.person(town);
  const grant = await give(person.id, { role: 'council' });
  expect(grant).toMatchObject({ role: 'council', from: day(0), until: null, begun: true });
  expect((await person.ok(identity.visit, { params })).can.moderate).toBe(true);
  expect([await roleOf(person), await shown(person.id)]).toEqual(['council', 'council']);
  expect(await listed(person.id)).toMatchObject({ role: 'council', roles: [grant] });
  expect(await end(person.id, grant.id)).toBe('204 undefined');
  expect([await roleOf(person), await shown(person.id)]).toEqual(['participant', 'participant']);
  expect(await person.refused(moderation.queue, { params, query: {} })).toBe('403 not_allowed');
  expect(await end(person.id, grant.id)).toBe('404 not_found');
});

test('a role begins and ends by itself, on its days in the municipality', async () => {
  const person = await portal.person(town);
  const grant = await give(person.id, { role: 'council', from: day(2), until: day(3) });
  expect(grant).toMatchObject({ from: day(2), until: day(3), begun: false });
  const begins = Date.parse(`${grant.from}T00:00:00+01:00`) - Date.now();
  const moments = [
    [begins - 60_000, 'participant'],
    [begins + 60_000, 'council'],
    [begins + 48 * HOUR - 60_000, 'council'],
    [begins + 48 * HOUR + 60_000, 'participant'],
  ] as const;
  for (const [at, role] of moments) {
    ahead = at;
    expect(await roleOf(person)).toBe(role);
    await acrossTowns(() => portal.portal.app.get(RolesService, { strict: false }).keepInStep());
    expect(await shown(person.id)).toBe(role);
  }
});

test('of several roles that run, the one with the most rights counts', async () => {
  const person = await portal.person(town);
  await give(person.id, { role: 'council' });
  const staff = await give(person.id, { role: 'staff', until: day(0) });
  await person.setUpTotp(town);
  expect(await roleOf(person)).toBe('staff');
  for (const role of ['staff', 'council'] as const) {
    const { items } = await admin.ok(identity.accounts, { params, query: { role } });
    expect(items.map(({ id }) => id)).toEqual([person.id]);
  }
  await end(person.id, staff.id);
  expect(await roleOf(person)).toBe('council');
});

test('days that are past, in the wrong order or taken are refused beside their field', async () => {
  const person = await portal.person(town);
  const error = (path: string) => [{ path: `body.${path}`, code: 'too_early' }];
  expect((await refused(person.id, { role: 'staff', from: day(-1) })).errors).toEqual(error('from'));
  expect((await refused(person.id, { role: 'staff', until: day(-1) })).errors).toEqual(error('until'));
  expect((await refused(person.id, { role: 'staff', from: day(5), until: day(4) })).errors).toEqual(
    error('until'),
  );
  await give(person.id, { role: 'staff', from: day(2), until: day(4) });
  expect((await refused(person.id, { role: 'staff' })).code).toBe('role_held');
  expect((await refused(person.id, { role: 'staff', from: day(4) })).code).toBe('role_held');
  await give(person.id, { role: 'staff', until: day(1) });
  await give(person.id, { role: 'staff', from: day(5) });
  expect((await listed(person.id))?.roles).toHaveLength(3);
});

test('one who gives the same role five times at once gives it once', async () => {
  const person = await portal.person(town);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      admin.call(identity.giveRole, { params: { town, id: person.id }, body: { role: 'staff' } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

test('only admins give roles, and only in their municipality', async () => {
  const person = await portal.person(town, 'staff');
  const self = { params: { town, id: person.id }, body: { role: 'admin' as const } };
  expect(await person.refused(identity.giveRole, self)).toBe('403 not_allowed');
  await portal.town(`${town}-b`);
  const abroad = await portal.person(`${town}-b`, 'council');
  expect((await refused(abroad.id, { role: 'council' })).code).toBe('not_found');
  const [grant] = await portal.source.query('SELECT id FROM role_grant WHERE account_id = $1', [abroad.id]);
  expect(await end(abroad.id, grant.id)).toBe('404 not_found');
  expect(await end(person.id, grant.id)).toBe('404 not_found');
});

test('the last admin stays, and one whose role lasts', async () => {
  const own = (await listed(admin.id))?.roles[0]?.id ?? '';
  expect(await end(admin.id, own)).toBe('409 last_admin');
  const [later, brief] = [await portal.person(town), await portal.person(town)];
  await give(later.id, { role: 'admin', from: day(3) });
  await give(brief.id, { role: 'admin', until: day(3) });
  expect(await end(admin.id, own)).toBe('409 last_admin');
  const second = await portal.person(town, 'admin');
  expect(await end(admin.id, own)).toBe('204 undefined');
  expect(await roleOf(second)).toBe('admin');
});

test('of two admins who step down at once, one stays', async () => {
  const second = await portal.person(town, 'admin');
  const grants = await Promise.all(
    [admin, second].map(async ({ id }) => (await listed(id))?.roles[0]?.id ?? ''),
  );
  const answers = await Promise.all([
    end(admin.id, grants[0] ?? '', second),
    end(second.id, grants[1] ?? '', admin),
  ]);
  expect(answers.sort()).toEqual(['204 undefined', '409 last_admin']);
});

test('a session is as short as the role that somebody has now allows', async () => {
  const person = await portal.person(town);
  await give(person.id, { role: 'staff', from: day(3) });
  ahead = 36 * HOUR;
  const { items } = await person.ok(identity.sessions, { params });
  expect(Date.parse(items[0]?.expiresAt ?? '') - Date.now()).toBeGreaterThan(80 * 24 * HOUR);
  ahead = 96 * HOUR;
  expect(await roleOf(person)).toBeUndefined();
});

test('an open page loses the rooms that its role opened, in every process', async () => {
  const other = await portal.another();
  const sockets: Socket[] = [];
  const stand = async (agent: Agent, url: string, room: string) => {
    const headers = { origin: url, cookie: agent.cookie };
    const socket = io(url, {
      path: livePath,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: headers,
    });
    sockets.push(socket);
    const told: Change[] = [];
    socket.on('change', (change: Change) => told.push(change));
    const { ok } = await socket.timeout(5_000).emitWithAck('watch', { town, room });
    return { ok, told };
  };
  try {
    const author = await portal.person(town);
    const [former, present] = [await portal.person(town, 'council'), await portal.person(town, 'council')];
    const idea = await author.propose(town);
    const about = { town, type: 'idea' as const, id: idea.id };
    await admin.ok(moderation.hide, { params: about, body: { reason: 'spam', note: 'An advertisement.' } });
    const room = `idea:${idea.id}`;
    const [here, there, still] = [
      await stand(former, portal.url, room),
      await stand(former, other.url, room),
      await stand(present, other.url, room),
    ];
    expect([here.ok, there.ok, still.ok]).toEqual([true, true, true]);
    expect(await end(former.id, (await listed(former.id))?.roles[0]?.id ?? '')).toBe('204 undefined');
    await until(() => standing(portal, room) === 0 && standing(other, room) === 1);
    await admin.ok(moderation.restore, { params: about, body: { note: 'A mistake.' } });
    await author.comment(town, idea.id);
    await until(() => still.told.length > 0);
    expect([here.told.length, there.told.length, still.told.length]).toEqual([0, 0, 1]);
  } finally {
    for (const socket of sockets) socket.close();
    await other.close();
  }
});
