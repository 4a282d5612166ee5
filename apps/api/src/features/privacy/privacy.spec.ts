import { randomUUID } from 'node:crypto';
import { contracts } from '@zbor/contracts';
import { codeIn, Mailbox } from '@zbor/testing';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { personalColumns } from '../../platform/database/personal';
import { acrossTowns } from '../../platform/database/towns';
import { Jobs } from '../../platform/jobs/jobs';
import type { Agent } from '../../testing/agent';
import { untilTold } from '../../testing/limits';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { PersonalRegister } from './personal-things';
import { PrivacyService } from './privacy.service';

const { privacy, identity, email, ideas, comments, moderation, councils } = contracts;
const town = 'graz';
const params = { town };
const DAY_MS = 24 * 3600 * 1000;

let portal: TestPortal;
let box: Mailbox;
beforeAll(async () => {
  box = await Mailbox.open();
  portal = await openTestPortal({
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    publicUrl: 'http://zbor.example',
  });
  await portal.portal.app.get(Jobs).start();
  await portal.town(town);
});
afterAll(async () => {
  await portal.close();
  await box.close();
});

const file = '/api/municipalities/graz/me/data/file';

/** Annotated, but whose rows they are cannot be found out: keyed hashes. */
const ofNobody = ['rate_count'];

/** Somebody who left a trace in every table that tells of persons. */
async function everywhere(): Promise<Agent> {
  const person = await portal.person(town, 'council');
  await person.setUpTotp(town);
  await person.ok(identity.makePhrase, { params: { town } });
  const [neighbour, admin] = [await portal.person(town), await portal.person(town, 'admin')];
  await admin.ok(identity.giveRole, { params: { town, id: person.id }, body: { role: 'facilitator' } });
  const inAll = (text: string) => ({ en: text, sl: text, de: text, uk: text, ar: text });
  await admin.ok(councils.write, {
    params,
    body: {
      name: inAll('Council'),
      about: inAll('About it'),
      members: [
        { accountId: person.id, position: 'chair', since: null, note: inAll('Speaks <Arabic> & German') },
      ],
    },
  });
  await admin.ok(contracts['access-codes'].giveQuota, {
    params: { town, id: person.id },
    body: { perYear: 5 },
  });
  await person.ok(contracts['access-codes'].make, {
    params,
    body: { size: 2, days: '90', requestKey: randomUUID() },
  });
  const address = `${person.name}@example.org`;
  await person.ok(email.offer, { params, body: { address } });
  await person.ok(email.confirm, { params, body: { code: codeIn(await box.to(address)) } });
  await person.ok(email.offer, { params, body: { address: `other-${address}` } });
  await portal.source.query(`INSERT INTO sso_identity VALUES (sha256($1::text::bytea), $2)`, [
    person.name,
    person.id,
  ]);
  await portal.source.query(
    `INSERT INTO claim VALUES (sha256($1::text::bytea), $2, now() + interval '1 day')`,
    [person.name, person.id],
  );
  await portal.source.query(
    `INSERT INTO passkey VALUES (gen_random_uuid(), $1::uuid, sha256($1::uuid::text::bytea), '', 0, '{}', 'My phone', '2026-11-22')`,
    [person.id],
  );
  const theirs = await neighbour.propose(town);
  const idea = await person.propose(town, { title: 'My own <b>bench</b>', tags: ['bench'] });
  await person.ok(ideas.edit, {
    params: { town, id: idea.id },
    body: { title: 'My own other bench', version: 1 },
  });
  const comment = await person.comment(town, theirs.id, 'First wording of mine.');
  await person.ok(comments.edit, {
    params: { town, id: comment.id },
    body: { body: 'Second wording of mine.' },
  });
  const answer = await neighbour.comment(town, theirs.id, 'An answer.', comment.id);
  await person.ok(comments.like, { params: { town, id: answer.id } });
  await person.ok(ideas.support, { params: { town, id: theirs.id } });
  await person.ok(moderation.report, {
    params,
    body: { type: 'comment', id: answer.id, reason: 'other', note: 'What I reported.' },
  });
  const why = { reason: 'spam' as const, note: 'What was decided about me.' };
  for (const [type, { id }] of [['idea', idea] as const, ['comment', comment] as const])
    await admin.ok(moderation.hide, { params: { town, type, id }, body: why });
  await person.ok(moderation.hide, {
    params: { town, type: 'idea', id: theirs.id },
    body: { ...why, note: 'What I decided.' },
  });
  return person;
}

describe('everything about me', () => {
  test('tells of every annotated table, each of them with what is there', async () => {
    const { sections } = portal.portal.app.get(PersonalRegister);
    const told = new Set(sections.flatMap(({ tables }) => [...tables]));
    const annotated = new Set(personalColumns(portal.source.entityMetadatas).map(({ table }) => table));
    for (const table of ofNobody) expect(annotated.delete(table)).toBe(true);
    expect([...annotated].filter((table) => !told.has(table))).toEqual([]);
    expect([...told].filter((table) => !annotated.has(table))).toEqual([]);

    const person = await everywhere();
    const answer = await person.raw('GET', `${file}?format=json`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="zbor-graz-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const data = privacy.take.output.parse(JSON.parse(answer.text)) as Record<string, object[]>;
    expect(Object.entries(data).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(Object.keys(data)).toEqual(sections.map(({ name }) => name));
    for (const text of [
      'First wording of mine.',
      'My own <b>bench</b>',
      'My own other bench',
      'What I reported.',
      'What was decided about me.',
      'What I decided.',
    ])
      expect(answer.text).toContain(text);
    expect(answer.text).not.toMatch(/argon2|token|hash/i);
  });

  test.each([
    ['de', 'ltr', 'Alles über Sie', 'Beiratsmitglied'],
    ['ar', 'rtl', 'كل شيء عنكم', 'فكرة'],
  ])(
    'can be read in %s without scripts, and says nothing that was not written',
    async (language, direction, title) => {
      const person = await everywhere();
      const { text, headers } = await person.raw('GET', `${file}?format=html&language=${language}`);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain('My own &lt;b&gt;bench&lt;/b&gt;');
      expect(text).not.toMatch(/<script|<b>|privacy:|undefined|\[object|\bon\w+=/);
    },
  );

  test.each(['html', 'json'])(
    '5.4.1 5.4.2 as %s has a name of ours, whatever is asked and whoever asks',
    async (format) => {
      const person = await portal.person(town);
      await person.ok(identity.changeMe, { params, body: { displayName: '"; filename="evil.exe' } });
      const { headers } = await person.raw('GET', `${file}?format=${format}`);
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="zbor-graz-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
      );
      for (const more of ['&filename=evil.exe', '&name=..%2f..%2fevil', '%22;x=', '%0d%0aX-Evil:1'])
        expect((await person.raw('GET', `${file}?format=${format}${more}`)).status).toBe(400);
    },
  );

  test('P10 P11 is for the session that asks, and nobody else: there is no link to hand on', async () => {
    const person = await portal.person(town);
    expect((await portal.visitor().raw('GET', `${file}?format=json`)).status).toBe(401);
    const stranger = await portal.person(town);
    expect((await stranger.raw('GET', `${file}?format=json`)).text).not.toContain(person.name);
    expect((await person.raw('GET', `${file}?format=csv`)).status).toBe(400);
    await person.ok(identity.signOut, { params });
    expect((await person.raw('GET', `${file}?format=json`)).status).toBe(401);
  });

  test('of ten thousand comments is written without holding them all', async () => {
    const person = await portal.person(town);
    const idea = await person.propose(town);
    await person.comment(town, idea.id);
    await portal.source.query(
      `INSERT INTO comment (id, type, subject_id, municipality_id, author_id, root_id, path, depth, seq, state, body, html, language, created_at)
       SELECT id, type, subject_id, municipality_id, author_id, id, ARRAY[n], 0, n, 'visible', repeat('wort ', 400), '', 'de', created_at
         FROM (SELECT gen_random_uuid() AS id, n, type, subject_id, municipality_id, author_id, created_at
                 FROM comment, generate_series(2, 10000) n WHERE author_id = $1) many`,
      [person.id],
    );
    await portal.source.query(`UPDATE thread SET seq = 10000, total = 10000 WHERE subject_id = $1`, [
      idea.id,
    ]);
    await portal.source.query(`UPDATE idea SET comments = 10000 WHERE id = $1`, [idea.id]);
    const asked = jest.spyOn(portal.portal.app.get(Database), 'query');
    const batches = () => asked.mock.calls.filter(([sql]) => sql.includes('FROM comment c WHERE')).length;
    const headers = { cookie: person.cookie, origin: portal.url };
    const response = await fetch(`${portal.url}${file}?format=json`, { headers });
    const reader = response.body?.getReader();
    let length = 0;
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      if (length === 0) {
        // A reader who waits is waited for: what is not sent yet is not read yet.
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(batches()).toBeLessThan(40);
      }
      length += piece.value.length;
    }
    expect(length).toBeGreaterThan(20_000_000);
    expect(batches()).toBe(51);
    asked.mockRestore();
    const erased = await person.call(privacy.erase, {
      params,
      body: { contributions: 'remove', proof: person.passphrase },
    });
    expect(erased.status).toBe(204);
    expect((await portal.visitor().ok(ideas.read, { params: { town, id: idea.id } })).thread.total).toBe(0);
  });
});

describe('what has a limit', () => {
  test('is gone the night after it, and not before', async () => {
    const person = await everywhere();
    const limited = personalColumns(portal.source.entityMetadatas).filter(({ after }) => after !== null);
    const tables = [...new Set(limited.map(({ table }) => table))];
    expect(tables).toEqual(expect.arrayContaining(['session', 'report', 'moderation_act']));
    const count = async () =>
      Object.fromEntries(
        await Promise.all(
          tables.map(async (table) => [
            table,
            Number((await portal.source.query(`SELECT count(*) FROM "${table}"`))[0].count),
          ]),
        ),
      );
    const service = portal.portal.app.get(PrivacyService);
    const clock = portal.portal.app.get(Clock);
    const passed = async (days: number) => {
      const now = jest.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + days * DAY_MS));
      await acrossTowns(() => service.forget());
      now.mockRestore();
      return count();
    };
    // Requests are counted in batches, a little later.
    await untilTold(portal);
    const before = await count();
    for (const table of tables) if (!ofNobody.includes(table)) expect(before[table]).toBeGreaterThan(0);
    expect(await passed(0)).toEqual(before);
    const year = Math.max(...limited.map(({ keep }) => (keep as { days: number }).days));
    expect(await passed(30)).toMatchObject({ report: before.report, moderation_act: before.moderation_act });
    await passed(year - 1);
    expect(await count()).toMatchObject({ session: 0, moderation_act: before.moderation_act });
    expect(Object.values(await passed(year + 100)).every((rows) => rows === 0)).toBe(true);
    expect((await portal.source.query('SELECT 1 FROM account WHERE id = $1', [person.id])).length).toBe(1);
  });
});

test('what is held is told to anybody, each purpose once with its limit', async () => {
  const { items } = await portal.visitor().ok(privacy.held, { params });
  expect(new Set(items.map(({ purpose }) => purpose)).size).toBe(items.length);
  expect(items).toContainEqual({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } });
  expect(items).toContainEqual({ purpose: 'comments', keep: 'until erased' });
});
