import type { Agent } from '../../testing/agent';
import { closeListeners, listenTo, standing, until } from '../../testing/listener';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { Rooms } from './rooms';

const town = 'graz';

let portal: TestPortal;
let author: Agent;

beforeAll(async () => {
  // What is done every so often waits for this spec; everything else goes on.
  jest.useFakeTimers({
    doNotFake: [
      ...(['Date', 'hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
      ...(['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] as const),
    ],
  });
  portal = await openTestPortal();
  await portal.town(town);
  author = await portal.person(town);
});
afterEach(() => {
  jest.restoreAllMocks();
  closeListeners();
});
afterAll(async () => {
  jest.useRealTimers();
  await portal.close();
});

const minute = () => jest.advanceTimersByTime(60_000);

async function watch(room: string, agent?: Agent) {
  const { watch } = await listenTo(portal.url, agent && { cookie: agent.cookie });
  expect(await watch(town, room)).toEqual({ ok: true });
}

test('P5 within a minute nobody stands in a room whose subject they may not read, though nobody told', async () => {
  const { id } = await author.propose(town);
  const room = `idea:${id}`;
  for (const agent of [undefined, undefined, author]) await watch(room, agent);
  expect(standing(portal, room)).toBe(3);
  const asked = jest.spyOn(portal.portal.app.get(Rooms), 'mayEnter');
  await portal.source.query(
    `UPDATE idea SET hidden_at = now(), hidden_reason = 'spam', hidden_note = 'x' WHERE id = $1`,
    [id],
  );
  minute();
  await until(() => asked.mock.calls.some(([, , { account }]) => account?.id === author.id));
  await until(() => standing(portal, room) === 1);
  // The author stays. Visitors are one question, however many they are.
  expect(asked).toHaveBeenCalledTimes(2);
  await until(() => {
    minute();
    return asked.mock.calls.length > 2;
  });
  expect(standing(portal, room)).toBe(1);
});

test('P5 within a minute whoever’s role has ended stands no longer where it had let them in', async () => {
  const { id } = await author.propose(town, { publish: false });
  const room = `idea:${id}`;
  await portal.source.query(
    `UPDATE idea SET state = 'published', published_at = now(), hidden_at = now(), hidden_reason = 'spam',
            hidden_note = 'x' WHERE id = $1`,
    [id],
  );
  const council = await portal.person(town, 'council');
  await watch(room, council);
  await portal.source.query('UPDATE role_grant SET ends_at = now() WHERE account_id = $1', [council.id]);
  minute();
  await until(() => standing(portal, room) === 0);
});

test('7.3.2 a page that stands open keeps no session alive', async () => {
  const person = await portal.person(town);
  const { id } = await author.propose(town);
  await watch(`idea:${id}`, person);
  const seen = async () =>
    (
      await portal.source.query('SELECT last_seen_at AS at FROM session WHERE account_id = $1', [person.id])
    )[0].at;
  await portal.source.query(
    `UPDATE session SET last_seen_at = now() - interval '1 day' WHERE account_id = $1`,
    [person.id],
  );
  const before = await seen();
  const asked = jest.spyOn(portal.portal.app.get(Rooms), 'mayEnter');
  minute();
  await until(() => asked.mock.calls.length > 0);
  expect(await seen()).toEqual(before);
});

test('where nobody can be asked, everybody stays until somebody can', async () => {
  const { id } = await author.propose(town);
  const room = `idea:${id}`;
  await watch(room);
  const rooms = portal.portal.app.get(Rooms);
  const asked = jest
    .spyOn(rooms, 'mayEnter')
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue(false);
  minute();
  await until(() => asked.mock.calls.length === 1);
  expect(standing(portal, room)).toBe(1);
  await until(() => {
    minute();
    return standing(portal, room) === 0;
  });
});
