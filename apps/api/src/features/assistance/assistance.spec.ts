import { contracts } from '@zbor/contracts';
import { groupedCode } from '@zbor/domain';
import { acrossTowns } from '../../platform/database/towns';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { SessionsService } from '../identity/sessions.service';
import { PrivacyService } from '../privacy/privacy.service';

const { assistance, identity, ideas, comments, privacy } = contracts;
const town = 'graz';
const params = { town };
const wanted = { params, body: { displayName: 'هدوء النهر', language: 'ar' as const } };

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
});
afterAll(() => portal.close());

let names = 0;
const claiming = (code: string, signInName = `claimed-${++names}`) => ({
  params,
  body: { code, signInName, passphrase: 'violet tractor under snow' },
});
const who = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account?.id;

const words = { title: 'A bench by the river', body: 'Where one can sit and read in the shade.' };
const shown = async (agent: Agent, body: typeof words) =>
  (await agent.ok(ideas.preview, { params, body })).readBack;
const shownComment = async (agent: Agent, body: string) =>
  (await agent.ok(comments.preview, { params, body: { body } })).readBack;

describe('an assisted session', () => {
  test('takes the place of the helper’s own, which is worth nothing from then on', async () => {
    const helper = await portal.person(town, 'facilitator');
    const before = portal.visitor().steal(helper);
    const { id } = await helper.ok(assistance.open, wanted);
    expect(id).not.toBe(helper.id);
    expect(await helper.ok(identity.visit, { params })).toMatchObject({
      assisted: true,
      account: { id, displayName: 'هدوء النهر', language: 'ar', role: 'participant', signInName: null },
      can: { propose: true, help: false, moderate: false, administer: false },
    });
    expect(await who(before)).toBeUndefined();
    const sessions = await portal.source.query('SELECT 1 FROM session WHERE account_id = $1', [helper.id]);
    expect(sessions).toEqual([]);
  });

  test('writes, answers, supports and likes; everything that is not for two is closed', async () => {
    const theirs = await (await portal.person(town)).propose(town);
    const person = await portal.assisted(town);
    const idea = await person.propose(town);
    const comment = await person.comment(town, theirs.id);
    await person.ok(ideas.support, { params: { town, id: theirs.id } });
    const { title: _, ...rest } = words;
    const two = { title: 'Two benches', ...rest };
    await person.ok(ideas.edit, {
      params: { town, id: idea.id },
      body: { title: two.title, version: 1, readBack: await shown(person, two) },
    });
    const body = 'I would sleep there.';
    await person.ok(comments.edit, {
      params: { town, id: comment.id },
      body: { body, readBack: await shownComment(person, body) },
    });
    for (const [endpoint, body] of [
      [identity.keep, { signInName: 'helped', passphrase: person.passphrase }],
      [identity.changeMe, { displayName: 'Another' }],
      [identity.sessions, undefined],
      [privacy.mine, undefined],
      [assistance.open, wanted.body],
    ] as const)
      expect(
        await person.refused(endpoint as typeof identity.changeMe, { params, body: body as object }),
      ).toBe('403 not_allowed');
  });

  test('is opened by those who help, and by nobody else', async () => {
    expect(await portal.visitor().refused(assistance.open, wanted)).toBe('401 not_signed_in');
    expect(await (await portal.person(town)).refused(assistance.open, wanted)).toBe('403 not_allowed');
    const participant = await portal.person(town);
    expect(await participant.refused(assistance.finish, { params })).toBe('403 not_allowed');
  });

  test.each([
    ['unused for a quarter of an hour', `last_seen_at = now() - interval '15 minutes'`],
    ['open for an hour', `started_at = now() - interval '60 minutes', expires_at = now()`],
  ])('that is %s is over, and soon nothing of it is there', async (_, change) => {
    const person = await portal.assisted(town);
    await portal.source.query(`UPDATE session SET ${change} WHERE account_id = $1`, [person.id]);
    expect(await who(person)).toBeUndefined();
    await acrossTowns(() => portal.portal.app.get(SessionsService, { strict: false }).endAssisted());
    const rows = await portal.source.query('SELECT 1 FROM session WHERE account_id = $1', [person.id]);
    expect(rows).toEqual([]);
  });

  test('ends completely, with a receipt or without', async () => {
    for (const end of [assistance.finish, identity.signOut]) {
      const person = await portal.assisted(town);
      const before = portal.visitor().steal(person);
      const { status, headers } = await person.call(end, { params });
      expect(status).toBe(end.status);
      expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
      expect(headers.getSetCookie().join()).toMatch(/^[^=]+=; .*Max-Age=0/);
      expect(await who(before)).toBeUndefined();
      expect(await before.refused(assistance.finish, { params })).toBe('401 not_signed_in');
      const rows = await portal.source.query('SELECT 1 FROM session WHERE account_id = $1', [person.id]);
      expect(rows).toEqual([]);
    }
  });

  test('P9 leads from the helper to nobody, wherever one looks', async () => {
    const helper = await portal.person(town, 'facilitator');
    const helperId = helper.id;
    const { id } = await helper.ok(assistance.open, wanted);
    const { code } = await helper.ok(assistance.finish, { params });
    const rows = await dump(portal);
    expect(rows.join('\n')).not.toContain(code);
    expect(rows.filter((row) => row.includes(id) && row.includes(helperId))).toEqual([]);
    // The one entry says that somebody was helped, and neither whom nor what came of it.
    const entries = await portal.source.query(
      'SELECT act, details, at, xmin::text AS mark FROM audit_entry WHERE actor_id = $1',
      [helperId],
    );
    expect(entries).toMatchObject([{ act: 'assisted_session_opened', details: {} }]);
    const [account] = await portal.source.query(
      'SELECT created_at AS at, xmin::text AS mark FROM account WHERE id = $1',
      [id],
    );
    expect(account.mark).not.toBe(entries[0].mark);
    // No moment joins them either: the account is of a day, and its id of chance (UUID version 4).
    expect(account.at.toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(id[14]).toBe('4');
    const about = rows.filter((row) => row.includes(id)).map((row) => row.split(' ')[0]);
    expect(about.sort()).toEqual(['account', 'claim']);
  });
});

describe('2.3.1 what is written in an assisted session is read back before it is sent', () => {
  const other = { ...words, title: 'A wall by the river' };
  const unread = '409 not_read_back';
  let person: Agent;
  beforeAll(async () => {
    person = await portal.assisted(town);
  });

  /** Everything with which words can be sent: without a mark, with that of other words, of another session, and well. */
  async function marks(agent: Agent, mark: (agent: Agent, words: 'these' | 'others') => Promise<string>) {
    const stranger = await portal.assisted(town);
    return {
      bad: [undefined, '', await mark(agent, 'others'), await mark(stranger, 'these')],
      good: await mark(agent, 'these'),
    };
  }
  const ofIdea = (agent: Agent, which: 'these' | 'others') => shown(agent, which === 'these' ? words : other);

  test('an idea', async () => {
    const { bad, good } = await marks(person, ofIdea);
    const send = (readBack: string | undefined, more = {}) => ({
      params,
      body: { ...words, ...more, publish: true, readBack },
    });
    for (const mark of bad) expect(await person.refused(ideas.propose, send(mark))).toBe(unread);
    // What is shown is all of it.
    for (const more of [{ title: 'A wall' }, { body: `${words.body} Or not.` }, { tags: ['wall'] }])
      expect(await person.refused(ideas.propose, send(good, more))).toBe(unread);
    expect((await person.ok(ideas.mine, { params, query: {} })).items).toEqual([]);
    expect(await person.ok(ideas.propose, send(good))).toMatchObject({
      title: words.title,
      state: 'published',
    });
  });

  test('a draft, which may be kept unread', async () => {
    const { id } = await person.ok(ideas.propose, { params, body: { ...other, publish: false } });
    const on = { town, id };
    await person.ok(ideas.edit, { params: on, body: { ...words, version: 1 } });
    const { bad, good } = await marks(person, ofIdea);
    for (const readBack of bad)
      expect(await person.refused(ideas.publish, { params: on, body: { readBack } })).toBe(unread);
    expect(await person.refused(ideas.publish, { params: on })).toBe(unread);
    expect(await person.ok(ideas.publish, { params: on, body: { readBack: good } })).toMatchObject({
      state: 'published',
    });
  });

  test('another wording of an idea', async () => {
    const { id } = await person.propose(town, other);
    const { bad, good } = await marks(person, ofIdea);
    const send = (readBack: string | undefined) => ({
      params: { town, id },
      body: { title: words.title, version: 1, readBack },
    });
    for (const mark of bad) expect(await person.refused(ideas.edit, send(mark))).toBe(unread);
    expect(await person.ok(ideas.edit, send(good))).toMatchObject({ title: words.title });
  });

  test('a comment, and another wording of it', async () => {
    const { id } = await (await portal.person(town)).propose(town);
    const { bad, good } = await marks(person, (agent, which) => shownComment(agent, which));
    const write = { town, type: 'idea' as const, subject: id };
    const send = (readBack: string | undefined) => ({ body: { body: 'these', readBack } });
    for (const mark of bad)
      expect(await person.refused(comments.write, { params: write, ...send(mark) })).toBe(unread);
    await person.ok(comments.write, { params: write, ...send(good) });
    const before = await person.comment(town, id, 'others');
    const edit = { town, id: before.id };
    for (const mark of bad)
      expect(await person.refused(comments.edit, { params: edit, ...send(mark) })).toBe(unread);
    await person.ok(comments.edit, { params: edit, ...send(good) });
  });

  test('and nobody else is asked for it', async () => {
    const alone = await portal.person(town);
    await alone.ok(ideas.propose, { params, body: { ...words, publish: true } });
  });
});

describe('a claim', () => {
  async function finished() {
    const person = await portal.assisted(town);
    const idea = await person.propose(town, { title: 'A tap', body: 'Water for whoever waits there.' });
    await person.comment(town, idea.id, 'And a cup.');
    return { id: person.id, ...(await person.ok(assistance.finish, { params })) };
  }

  test('makes the account one’s own, once', async () => {
    const { id, code, written } = await finished();
    expect(written).toEqual([
      { kind: 'idea', title: 'A tap', text: 'Water for whoever waits there.' },
      { kind: 'comment', title: null, text: 'And a cup.' },
    ]);
    const person = portal.visitor();
    const way = claiming(groupedCode(code));
    expect(await person.ok(assistance.claim, way)).toMatchObject({ id, signInName: way.body.signInName });
    expect(await person.ok(identity.visit, { params })).toMatchObject({ assisted: false, account: { id } });
    await person.ok(identity.signOut, { params });
    const { signInName, passphrase } = way.body;
    expect((await person.ok(identity.signIn, { params, body: { signInName, passphrase } })).id).toBe(id);
    expect(await portal.visitor().refused(assistance.claim, claiming(code))).toBe('403 code_refused');
  });

  test('is made by one, however many try at once', async () => {
    const { code } = await finished();
    const tries = Array.from({ length: 6 }, () => portal.visitor().call(assistance.claim, claiming(code)));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 403, 403, 403, 403, 403]);
  });

  test('A7 A17 is refused in the same words whether it is unknown, used, expired or of another town', async () => {
    const [used, expired, foreign] = [await finished(), await finished(), await finished()];
    await portal.visitor().ok(assistance.claim, claiming(used.code));
    await portal.source.query(`UPDATE claim SET expires_at = now() WHERE account_id = $1`, [expired.id]);
    const answers = [];
    for (const code of [used.code, expired.code, '000000000000000000'])
      answers.push(await portal.visitor().call(assistance.claim, claiming(code)));
    const elsewhere = { ...claiming(foreign.code), params: { town: 'lublin' } };
    answers.push(await portal.visitor().call(assistance.claim, elsewhere));
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body).toEqual(answers[0]?.body);
    }
  });

  test('stays good where the name is taken, the passphrase weak or the code mistyped', async () => {
    const { code } = await finished();
    const taken = await portal.person(town);
    const person = portal.visitor();
    expect(await person.refused(assistance.claim, claiming(code, taken.name))).toBe('409 name_taken');
    const weak = { params, body: { code, signInName: 'weak', passphrase: 'aaaaaaaaaaaa' } };
    expect(await person.refused(assistance.claim, weak)).toBe('400 invalid_input');
    expect(await person.refused(assistance.claim, claiming(code.slice(1)))).toBe('400 invalid_input');
    await person.ok(assistance.claim, claiming(code));
  });

  test('A18 cannot be guessed at any pace', async () => {
    const strict = await openTestPortal({ limits: true });
    await strict.town(town);
    const guess = () => strict.visitor().call(assistance.claim, claiming('1', 'guess'));
    const answers = await Promise.all(Array.from({ length: 300 }, guess));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
    expect((await guess()).status).toBe(429);
    await strict.close();
  });

  test('is gone a day after it has expired', async () => {
    const { id } = await finished();
    await portal.source.query(
      `UPDATE claim SET expires_at = now() - interval '25 hours' WHERE account_id = $1`,
      [id],
    );
    await acrossTowns(() => portal.portal.app.get(PrivacyService, { strict: false }).forget());
    expect(await portal.source.query('SELECT 1 FROM claim WHERE account_id = $1', [id])).toEqual([]);
  });
});

/** Every row of every table, each as the table's name and its text; without the keyed hashes that slow people down. */
async function dump({ source }: TestPortal): Promise<string[]> {
  const tables: { name: string }[] = await source.query(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_name NOT LIKE 'rate%'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found: { row: string }[] = await source.query(`SELECT t::text AS row FROM "${name}" t`);
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows;
}
