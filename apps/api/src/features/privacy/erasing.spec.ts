import { type Change, type Contributions, contracts, livePath } from '@zbor/contracts';
import { codeIn, Mailbox } from '@zbor/testing';
import { io } from 'socket.io-client';
import { Jobs } from '../../platform/jobs/jobs';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { miscounts } from '../../testing/state';
import { tracesOf } from '../../testing/traces';

const { privacy, identity, email, ideas, comments, moderation } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let other: TestPortal;
let box: Mailbox;
let writers = 0;

beforeAll(async () => {
  box = await Mailbox.open();
  portal = await openTestPortal({
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    publicUrl: 'http://zbor.example',
  });
  await portal.town(town);
  other = await portal.another();
  await portal.portal.app.get(Jobs).start();
});
afterAll(async () => {
  await other.close();
  await portal.close();
  await box.close();
});

/** Words that nobody else writes, one for each place; those of `hidden` and `own` are never there for others to read. */
const words = {
  own: ['Zwergname', 'zwergsignin', 'zwergdraftwort', 'zwergreportwort', 'zwergmail@', 'zwergother@'],
  hidden: ['zwerghiddenwort', 'zwergquotewort'],
  shown: [
    'zwergtitlewort',
    'zwergbodywort',
    'zwergearlierwort',
    'zwergtagwort',
    'zwergcommentwort',
    'zwergwordingwort',
    'zwergaboutwort',
  ],
};
const everyWord = Object.values(words).flat();

/** Somebody who wrote in every place that there is. */
async function writer() {
  const neighbour = await portal.person(town);
  const council = await portal.person(town, 'council');
  const person = new Agent(portal.url);
  await person.ok(identity.signUp, {
    params,
    body: {
      displayName: 'Zwergname',
      signInName: 'zwergsignin',
      passphrase: person.passphrase,
      language: 'de',
    },
  });
  person.id = (await person.ok(identity.visit, { params })).account?.id ?? '';
  await person.ok(identity.changeMe, { params, body: { displayName: 'Zwergname II', language: 'ar' } });

  await person.ok(email.offer, { params, body: { address: 'zwergmail@example.org' } });
  await person.ok(email.confirm, {
    params,
    body: { code: codeIn(await box.to('zwergmail@example.org', ++writers)) },
  });
  await person.ok(email.offer, { params, body: { address: 'zwergother@example.org' } });

  const theirs = await neighbour.propose(town);
  const first = await person.propose(town, {
    title: 'A bench zwergtitlewort',
    body: 'The first wording with zwergearlierwort in it.',
    tags: ['zwergtagwort'],
    language: 'en',
  });
  const text = 'Where one can sit, zwergbodywort, and read in the shade.';
  await person.ok(ideas.edit, { params: { town, id: first.id }, body: { body: text, version: 1 } });
  await person.propose(town, { title: 'zwergdraftwort and a draft', publish: false });
  const hidden = await person.propose(town, { title: 'Some zwerghiddenwort here' });
  const why = { reason: 'insult' as const, note: 'You wrote zwergquotewort, which insults.' };
  await council.ok(moderation.hide, { params: { town, type: 'idea', id: hidden.id }, body: why });
  await neighbour.ok(ideas.support, { params: { town, id: first.id } });

  const long = `zwergwordingwort ${'ä'.repeat(3_900)}`;
  const comment = await person.comment(town, theirs.id, long);
  await person.ok(comments.edit, {
    params: { town, id: comment.id },
    body: { body: `${long.slice(0, -20)} zwergcommentwort` },
  });
  const answer = await neighbour.comment(town, theirs.id, 'An answer to that.', comment.id);
  await neighbour.ok(comments.like, { params: { town, id: comment.id } });
  const bad = await person.comment(town, theirs.id, 'More zwerghiddenwort.', answer.id);
  await council.ok(moderation.hide, { params: { town, type: 'comment', id: bad.id }, body: why });
  await person.ok(comments.like, { params: { town, id: answer.id } });
  await person.ok(ideas.support, { params: { town, id: theirs.id } });
  await person.ok(moderation.report, {
    params,
    body: { type: 'comment', id: answer.id, reason: 'other', note: 'My zwergreportwort about it.' },
  });
  await neighbour.ok(moderation.report, {
    params,
    body: { type: 'idea', id: first.id, reason: 'spam', note: 'It says zwergaboutwort.' },
  });
  return { person, neighbour, theirs, first, comment, answer };
}

const erase = (person: Agent, contributions: Contributions, proof = person.passphrase) =>
  person.call(privacy.erase, { params, body: { contributions, proof } });

test('contributions removed: nothing in the whole database tells of them any more', async () => {
  const { person, neighbour, theirs, first, comment, answer } = await writer();
  const all = [...everyWord, person.id];
  const before = await tracesOf(portal.source, all);
  for (const word of all) expect(before.join('\n')).toContain(`: ${word}`);

  const answered = await erase(person, 'remove');
  expect(answered.status).toBe(204);
  expect(answered.headers.get('set-cookie')).toMatch(/^zbor-graz=; .*Max-Age=0/);
  expect(answered.headers.get('clear-site-data')).toContain('"storage"');
  expect(await tracesOf(portal.source, all)).toEqual([]);

  const { idea } = await neighbour.ok(ideas.read, { params: { town, id: first.id } });
  expect(idea).toMatchObject({ title: '', html: '', state: 'withdrawn', tags: [], supports: 1 });
  expect(idea.author).toEqual({ name: null, role: null });
  const read = await neighbour.ok(ideas.read, { params: { town, id: theirs.id } });
  expect(read.idea).toMatchObject({ supports: 0, comments: 1 });
  expect(read.thread.items[0]?.root).toMatchObject({ id: comment.id, state: 'deleted', html: '', likes: 0 });
  expect(read.thread.items[0]?.replies[0]).toMatchObject({ id: answer.id, state: 'visible', likes: 0 });
  const { items } = await neighbour.ok(ideas.list, { params, query: { q: 'zwergbodywort' } });
  expect(items).toEqual([]);
  expect(await miscounts(portal.source)).toEqual({});
});

test('contributions left: what others can read stays, and nothing leads to the person', async () => {
  const { person, neighbour, theirs, first, comment } = await writer();
  expect((await erase(person, 'leave')).status).toBe(204);
  expect(await tracesOf(portal.source, [...words.own, ...words.hidden, person.id])).toEqual([]);
  const left = (await tracesOf(portal.source, words.shown)).join('\n');
  for (const word of words.shown) expect(left).toContain(`: ${word}`);

  const { idea } = await neighbour.ok(ideas.read, { params: { town, id: first.id } });
  expect(idea).toMatchObject({ state: 'published', author: { name: null, role: null }, supports: 1 });
  const read = await neighbour.ok(ideas.read, { params: { town, id: theirs.id } });
  expect(read.thread.items[0]?.root).toMatchObject({
    id: comment.id,
    state: 'visible',
    author: { name: null },
  });
  expect(read.thread.items[0]?.root.html).toContain('zwergcommentwort');
  expect(await miscounts(portal.source)).toEqual({});
});

test('7.4.2 every session ends, and every socket', async () => {
  const person = await portal.person(town);
  const phone = new Agent(portal.url);
  const body = { signInName: person.name, passphrase: person.passphrase };
  await phone.ok(identity.signIn, { params, body });
  const idea = await person.propose(town);
  const socket = io(other.url, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: other.url, cookie: phone.cookie },
  });
  const ended = new Promise<string>((resolve) => socket.on('disconnect', resolve));
  expect(await socket.timeout(2_000).emitWithAck('watch', { town, room: `idea:${idea.id}` })).toEqual({
    ok: true,
  });
  await erase(person, 'remove');
  expect(await ended).toMatch(/disconnect|close/);
  expect((await phone.ok(identity.visit, { params })).account).toBeNull();
  expect(await portal.visitor().refused(identity.signIn, { params, body })).toBe('401 wrong_credentials');
  expect(await phone.refused(privacy.mine, { params })).toBe('401 not_signed_in');
});

test('whoever has the page open hears of it, without a gap', async () => {
  const person = await portal.person(town);
  const idea = await (await portal.person(town)).propose(town);
  for (const text of ['One.', 'Two.', 'Three.']) await person.comment(town, idea.id, text);
  const page = io(other.url, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: other.url },
  });
  const told: Change[] = [];
  page.on('change', (change: Change) => told.push(change));
  await page.emitWithAck('watch', { town, room: `idea:${idea.id}` });
  await erase(person, 'remove');
  for (let tries = 0; told.length === 0 && tries < 200; tries++)
    await new Promise((go) => setTimeout(go, 10));
  page.close();
  expect(told[0]).toMatchObject({
    kind: 'comment',
    seq: 6,
    total: 0,
    comment: { state: 'deleted', author: null, html: '' },
  });
  const { items } = await portal
    .visitor()
    .ok(comments.changes, { params: { town, type: 'idea', subject: idea.id }, query: { after: 3 } });
  expect(items.map(({ seq, state }) => [seq, state])).toEqual([
    [4, 'deleted'],
    [5, 'deleted'],
    [6, 'deleted'],
  ]);
});

test('a like that comes meanwhile stays on nothing that is gone', async () => {
  const [person, reader] = [await portal.person(town), await portal.person(town)];
  const idea = await reader.propose(town);
  const written = [await person.comment(town, idea.id), await person.comment(town, idea.id)];
  const held = portal.source.createQueryRunner();
  await held.startTransaction();
  await held.query('SELECT 1 FROM comment WHERE author_id = $1 FOR NO KEY UPDATE', [person.id]);
  const waiting = async (many: number) => {
    const found = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await held.query(found)).length < many) await new Promise((go) => setTimeout(go, 10));
  };
  const liked = written.map(({ id }) => reader.call(comments.like, { params: { town, id } }));
  await waiting(2);
  const erased = erase(person, 'remove');
  await waiting(3);
  await held.commitTransaction();
  await held.release();
  expect((await Promise.all(liked)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await erased).status).toBe(204);
  expect(await miscounts(portal.source)).toEqual({});
});

describe('it takes', () => {
  test('the passphrase', async () => {
    const person = await portal.person(town);
    expect((await person.ok(privacy.mine, { params })).proof).toBe('passphrase');
    for (const proof of ['not this one at all', `Name of ${person.name}`]) {
      expect((await erase(person, 'remove', proof)).body.code).toBe('not_confirmed');
    }
    expect((await person.ok(identity.visit, { params })).account).not.toBeNull();
  });

  test('the name that is shown, of an account without a passphrase', async () => {
    const person = await portal.person(town);
    await portal.source.query('UPDATE account SET passphrase_hash = NULL WHERE id = $1', [person.id]);
    expect((await person.ok(privacy.mine, { params })).proof).toBe('name');
    expect((await erase(person, 'leave')).body.code).toBe('not_confirmed');
    expect((await erase(person, 'leave', ` name of ${person.name} `)).status).toBe(204);
  });

  test('another admin to stay', async () => {
    await portal.town('krems');
    const admins = [await portal.person('krems', 'admin'), await portal.person('krems', 'admin')];
    const leave = (admin: Agent) =>
      admin.call(privacy.erase, {
        params: { town: 'krems' },
        body: { contributions: 'remove', proof: admin.passphrase },
      });
    const answers = await Promise.all(admins.map(leave));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const last = admins[answers.findIndex(({ status }) => status === 409)] as Agent;
    expect((await last.ok(privacy.mine, { params: { town: 'krems' } })).lastAdmin).toBe(true);
    expect((await leave(last)).body.code).toBe('last_admin');
  });
});

test('it happens whole or not at all', async () => {
  const { person } = await writer();
  await portal.source.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
     CREATE TRIGGER refuse BEFORE DELETE ON account EXECUTE FUNCTION refuse()`,
  );
  const before = await tracesOf(portal.source, [...everyWord, person.id]);
  expect((await erase(person, 'remove')).status).toBe(500);
  expect(await tracesOf(portal.source, [...everyWord, person.id])).toEqual(before);
  await portal.source.query('DROP FUNCTION refuse CASCADE');
  expect((await erase(person, 'remove')).status).toBe(204);
});
