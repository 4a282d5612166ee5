import { contracts } from '@zbor/contracts';
import type { Agent } from '../../testing/agent';
import { closeListeners, listenTo, standing, until } from '../../testing/listener';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { ideas, comments, moderation } = contracts;
const town = 'graz';

let portal: TestPortal;
let other: TestPortal;
let author: Agent;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  other = await portal.another();
  author = await portal.person(town);
});
afterEach(closeListeners);
afterAll(async () => {
  await other.close();
  await portal.close();
});

const open = async (url: string, headers?: Record<string, string>) => {
  const { watch, ...listener } = await listenTo(url, headers);
  return { ...listener, watch: (room: unknown, place = town) => watch(place, room) };
};

test('a comment reaches everybody who has the idea open, in every process, with its number', async () => {
  const idea = await author.propose(town);
  const [here, there] = [await open(portal.url), await open(other.url)];
  for (const page of [here, there]) expect(await page.watch(`idea:${idea.id}`)).toEqual({ ok: true });
  const written = await author.comment(town, idea.id, 'Good morning, neighbours.');
  await until(() => here.told.length === 1 && there.told.length === 1);
  const { mine: _mine, liked: _liked, source: _source, hidden: _hidden, can: _can, ...visible } = written;
  const change = { room: `idea:${idea.id}`, kind: 'comment', seq: 1, total: 1, comment: visible };
  expect(here.told).toEqual([change]);
  expect(there.told).toEqual([change]);
});

test('edits, hiding, likes and supports are told as well, and never a text that is hidden', async () => {
  const idea = await author.propose(town);
  const council = await portal.person(town, 'council');
  const page = await open(other.url);
  await page.watch(`idea:${idea.id}`);
  const { id } = await author.comment(town, idea.id, 'first wording');
  await author.ok(comments.edit, { params: { town, id }, body: { body: 'rude wording' } });
  await council.ok(comments.like, { params: { town, id } });
  await council.ok(ideas.support, { params: { town, id: idea.id } });
  await until(() => page.told.length === 4);
  expect(page.told).toContainEqual(expect.objectContaining({ kind: 'likes', likes: 1, likeSeq: 1 }));
  expect(page.told).toContainEqual(expect.objectContaining({ kind: 'supports', supports: 1, supportSeq: 1 }));
  page.told.length = 0;
  const body = { reason: 'insult' as const, note: 'It insults somebody.' };
  await council.ok(moderation.hide, { params: { town, type: 'comment', id }, body });
  await until(() => page.told.length === 1);
  expect(page.told[0]).toMatchObject({
    kind: 'comment',
    seq: 3,
    total: 0,
    comment: { id, state: 'hidden', html: '' },
  });
  expect(JSON.stringify(page.told)).not.toContain('rude');
});

test('a long comment reaches other processes as well', async () => {
  const idea = await author.propose(town);
  const page = await open(other.url);
  await page.watch(`idea:${idea.id}`);
  await author.comment(town, idea.id, `Ausführlich: ${'ä'.repeat(3_900)}`);
  await until(() => page.told.length === 1);
});

test('P4 the policy that guards reading guards the room', async () => {
  const draft = await author.propose(town, { publish: false });
  const stranger = await open(portal.url);
  expect(await stranger.watch(`idea:${draft.id}`)).toEqual({ ok: false });
  const owner = await open(portal.url, { cookie: author.cookie });
  expect(await owner.watch(`idea:${draft.id}`)).toEqual({ ok: true });
  expect(await owner.watch(`idea:${draft.id}`, 'nowhere')).toEqual({ ok: false });
});

test('P5 an idea that is hidden goes silent for those who had it open', async () => {
  const idea = await author.propose(town);
  const council = await portal.person(town, 'council');
  const room = `idea:${idea.id}`;
  const page = await open(other.url);
  await page.watch(room);
  const why = { reason: 'spam' as const, note: 'It is an advertisement.' };
  await council.ok(moderation.hide, { params: { town, type: 'idea', id: idea.id }, body: why });
  await council.ok(moderation.restore, {
    params: { town, type: 'idea', id: idea.id },
    body: { note: 'A mistake.' },
  });
  await until(() => standing(other, room) === 0);
  const newcomer = await open(other.url);
  await newcomer.watch(room);
  await author.comment(town, idea.id, 'Is anybody there?');
  await until(() => newcomer.told.length === 1);
  // Once this is answered, all that was sent before has come.
  await page.watch('no room');
  expect(page.told).toEqual([]);
});

test('V9 S1 nobody else hears what a client says', async () => {
  const idea = await author.propose(town);
  const [liar, reader] = [await open(portal.url), await open(portal.url)];
  await reader.watch(`idea:${idea.id}`);
  await liar.watch(`idea:${idea.id}`);
  liar.socket.emit('change', { room: `idea:${idea.id}`, kind: 'supports', supports: 9_999 });
  for (const event of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'tell', 'broadcast']) {
    liar.socket.emit(event, { room: `idea:${idea.id}` }, () => undefined);
  }
  for (const room of [
    null,
    1,
    [],
    {},
    'idea:',
    '__proto__:x',
    `idea:${idea.id}' OR 1=1`,
    'x'.repeat(10_000),
  ]) {
    expect(await liar.watch(room)).toEqual({ ok: false });
  }
  await author.comment(town, idea.id);
  await until(() => reader.told.length === 1);
  expect(reader.told[0]?.kind).toBe('comment');
});

test.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])(
  'A14 a page of %s cannot connect',
  async (origin) => {
    await expect(open(portal.url, { origin, cookie: author.cookie })).rejects.toThrow();
  },
);
