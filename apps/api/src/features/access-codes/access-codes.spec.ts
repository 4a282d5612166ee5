import { contracts } from '@zbor/contracts';
import { CODE_FIGURES, groupedCode } from '@zbor/domain';
import { v4 as uuid } from 'uuid';
import { acrossTowns } from '../../platform/database/towns';
import type { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { AccessCodesService } from './access-codes.service';

const codes = contracts['access-codes'];
const town = 'graz';
const params = { town };

let portal: TestPortal;
let admin: Agent;
beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
  admin = await portal.person(town, 'admin');
});
afterAll(() => portal.close());

const wish = (size = 1) => ({
  params,
  body: { size, days: '90' as const, requestKey: uuid() },
});
const using = (code: string, change: object = {}) => ({
  params,
  body: { code, displayName: 'هدوء النهر', language: 'ar' as const, ...change },
});
const nightly = () => acrossTowns(() => portal.portal.app.get(AccessCodesService).count());
const oneCode = async (maker: Agent) => (await maker.ok(codes.make, wish())).codes[0] ?? '';

describe('a code', () => {
  test('opens an account with nothing but a name, once', async () => {
    const code = await oneCode(admin);
    expect(code).toMatch(new RegExp(`^\\d{${CODE_FIGURES}}$`));
    const person = portal.visitor();
    const account = await person.ok(codes.join, using(groupedCode(code)));
    expect(account).toMatchObject({ displayName: 'هدوء النهر', role: 'participant', signInName: null });
    expect((await person.ok(contracts.identity.visit, { params })).account?.id).toBe(account.id);
    expect((await person.propose(town)).state).toBe('published');
    expect(await portal.visitor().refused(codes.join, using(code))).toBe('403 code_refused');
  });

  test('opens one account, however many use it at once', async () => {
    const code = await oneCode(admin);
    const attempts = Array.from({ length: 12 }, () => portal.visitor().call(codes.join, using(code)));
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(11);
  });

  test('A7 A17 is refused in the same words whether it is unknown, used, cancelled, expired or of another town', async () => {
    const [used, cancelled, expired, foreign] = await Promise.all(
      Array.from({ length: 4 }, () => oneCode(admin)),
    );
    await portal.visitor().ok(codes.join, using(used ?? ''));
    const answers = [];
    answers.push(await portal.visitor().call(codes.join, using(used ?? '')));
    answers.push(await portal.visitor().call(codes.join, using('000000000000000000')));
    answers.push(
      await portal.visitor().call(codes.join, { ...using(foreign ?? ''), params: { town: 'lublin' } }),
    );
    await portal.source.query(`UPDATE access_code_batch SET expires_at = now() - interval '1 minute'`);
    answers.push(await portal.visitor().call(codes.join, using(expired ?? '')));
    const { items } = await admin.ok(codes.batches, { params });
    for (const { id } of items) await admin.ok(codes.cancel, { params: { town, id } });
    answers.push(await portal.visitor().call(codes.join, using(cancelled ?? '')));
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body).toEqual(answers[0]?.body);
    }
  });

  test('that is mistyped is told apart kindly, and keeps', async () => {
    const code = await oneCode(admin);
    const wrong = code.slice(0, 5) + ((Number(code[5]) + 1) % 10) + code.slice(6);
    for (const typed of [wrong, code.slice(1), `${code}1`, 'my card']) {
      const { status, body } = await portal.visitor().call(codes.join, using(typed));
      expect(status).toBe(400);
      expect(body.errors).toEqual([{ path: 'body.code', code: 'mistyped_code' }]);
    }
    await portal.visitor().ok(codes.join, using(code));
  });

  test('A18 cannot be guessed at any pace', async () => {
    const strict = await openTestPortal({ limits: true });
    await strict.town(town);
    const guess = () => strict.visitor().call(codes.join, using('000000000000000000'));
    const answers = await Promise.all(Array.from({ length: 300 }, guess));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect((await guess()).status).toBe(429);
    await strict.close();
  });

  test('stays good where the name is refused', async () => {
    const code = await oneCode(admin);
    expect(await portal.visitor().refused(codes.join, using(code, { displayName: 'x' }))).toBe(
      '400 invalid_input',
    );
    await portal.visitor().ok(codes.join, using(code));
  });
});

describe('the account', () => {
  test('can be kept with a sign-in name and a passphrase, once', async () => {
    const person = portal.visitor();
    await person.ok(codes.join, using(await oneCode(admin)));
    const way = { params, body: { signInName: 'river', passphrase: person.passphrase } };
    const weak = { params, body: { signInName: 'river', passphrase: 'aaaaaaaaaaaa' } };
    expect(await person.refused(contracts.identity.keep, weak)).toBe('400 invalid_input');
    expect((await person.ok(contracts.identity.keep, way)).signInName).toBe('river');
    expect(await person.refused(contracts.identity.keep, way)).toBe('409 wrong_state');
    await person.ok(contracts.identity.signOut, { params });
    await person.ok(contracts.identity.signIn, way);
    const other = portal.visitor();
    await other.ok(codes.join, using(await oneCode(admin)));
    expect(await other.refused(contracts.identity.keep, way)).toBe('409 name_taken');
  });

  test('P9 leads to no code and no batch, and no batch to an account, wherever one looks', async () => {
    const maker = await portal.person(town, 'staff');
    const { codes: made } = await maker.ok(codes.make, wish(3));
    await nightly();
    const before = await dump(portal);
    const person = portal.visitor();
    const { id } = await person.ok(codes.join, using(made[0] ?? ''));
    const after = await dump(portal);

    // No code is anywhere, and nothing that tells of the batch tells of the account.
    for (const code of made) expect(after.join('\n')).not.toContain(code);
    const batch = (await maker.ok(codes.batches, { params })).items[0]?.id ?? '';
    expect(after.filter((row) => row.includes(id)).some((row) => row.includes(batch))).toBe(false);
    expect(after.filter((row) => row.includes(id) && row.includes(maker.id))).toEqual([]);
    // One code is gone, the account is new, and nothing else has moved: no count, no moment of use.
    const gone = before.filter((row) => !after.includes(row)).map((row) => row.split(' ')[0]);
    expect(gone.sort()).toEqual(['access_code']);
    const fresh = after.filter((row) => !before.includes(row)).map((row) => row.split(' ')[0]);
    expect(fresh.sort()).toEqual(['account', 'session']);
    // Not even PostgreSQL's own mark of who wrote a row together with what (xmin) joins the two.
    const together = () =>
      portal.source.query(
        `SELECT 1 FROM account a JOIN access_code_batch b ON b.xmin = a.xmin WHERE a.id = $1
         UNION ALL SELECT 1 FROM account a JOIN access_code_quota q ON q.xmin = a.xmin WHERE a.id = $1
         UNION ALL SELECT 1 FROM account a JOIN access_code c ON c.xmin = a.xmin WHERE a.id = $1`,
        [id],
      );
    expect(await together()).toEqual([]);
    await nightly();
    expect(await together()).toEqual([]);
  });
});

describe('a batch', () => {
  test('is counted once a night, and never at the moment of use', async () => {
    const maker = await portal.person(town, 'staff');
    const { codes: made } = await maker.ok(codes.make, wish(5));
    for (const code of made.slice(0, 2)) await portal.visitor().ok(codes.join, using(code));
    const counts = async () => (await maker.ok(codes.batches, { params })).items[0];
    expect(await counts()).toMatchObject({ made: 5, used: 0, expired: 0, cancelled: 0, open: true });
    await nightly();
    expect(await counts()).toMatchObject({ made: 5, used: 2, expired: 0, cancelled: 0, open: true });
    await portal.source.query('UPDATE access_code_batch SET expires_at = now() WHERE maker_id = $1', [
      maker.id,
    ]);
    await nightly();
    await nightly();
    expect(await counts()).toMatchObject({ made: 5, used: 2, expired: 3, cancelled: 0, open: false });
    const [{ left }] = await portal.source.query(
      `SELECT count(*)::int AS left FROM access_code c JOIN access_code_batch b ON b.id = c.batch_id WHERE b.maker_id = $1`,
      [maker.id],
    );
    expect(left).toBe(0);
  });

  test('is made once, however often its form is sent', async () => {
    const maker = await portal.person(town, 'staff');
    const same = wish(2);
    const answers = await Promise.all([1, 2, 3].map(() => maker.call(codes.make, same)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await maker.ok(codes.batches, { params })).quota.madeThisYear).toBe(2);
  });

  test('is cancelled by its maker alone, and what nobody used counts no more', async () => {
    const [maker, other] = [await portal.person(town, 'staff'), await portal.person(town, 'staff')];
    const { codes: made } = await maker.ok(codes.make, wish(4));
    await portal.visitor().ok(codes.join, using(made[0] ?? ''));
    const { id = '' } = (await maker.ok(codes.batches, { params })).items[0] ?? {};
    expect(await other.refused(codes.cancel, { params: { town, id } })).toBe('404 not_found');
    await maker.ok(codes.cancel, { params: { town, id } });
    expect(await portal.visitor().refused(codes.join, using(made[1] ?? ''))).toBe('403 code_refused');
    await nightly();
    const { items, quota } = await maker.ok(codes.batches, { params });
    expect(items[0]).toMatchObject({ made: 4, used: 1, cancelled: 3, open: false });
    expect(quota.madeThisYear).toBe(1);
    const acts = await portal.source.query(
      `SELECT act, details FROM audit_entry WHERE actor_id = $1 ORDER BY number`,
      [maker.id],
    );
    expect(acts).toEqual([
      { act: 'codes_made', details: { batch: id, codes: 4 } },
      { act: 'codes_cancelled', details: { batch: id, codes: 3 } },
    ]);
  });
});

describe('the quota', () => {
  test('is given by an admin, and holds whatever happens at once', async () => {
    const maker = await portal.person(town, 'facilitator');
    expect(await maker.refused(codes.make, wish())).toBe('409 quota_used_up');
    await admin.ok(codes.giveQuota, { params: { town, id: maker.id }, body: { perYear: 10 } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => maker.call(codes.make, wish(3))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect((await maker.ok(codes.batches, { params })).quota).toEqual({ perYear: 10, madeThisYear: 9 });
    const [{ codes: left }] = await portal.source.query(
      `SELECT count(*)::int AS codes FROM access_code c JOIN access_code_batch b ON b.id = c.batch_id WHERE b.maker_id = $1`,
      [maker.id],
    );
    expect(left).toBe(9);
    const { items } = await admin.ok(codes.quotas, { params });
    expect(items.find(({ id }) => id === maker.id)).toMatchObject({ perYear: 10, madeThisYear: 9 });
  });

  test('begins anew each year', async () => {
    const maker = await portal.person(town, 'facilitator');
    await admin.ok(codes.giveQuota, { params: { town, id: maker.id }, body: { perYear: 2 } });
    await maker.ok(codes.make, wish(2));
    await portal.source.query('UPDATE access_code_quota SET year = year - 1 WHERE maker_id = $1', [maker.id]);
    expect((await maker.ok(codes.batches, { params })).quota.madeThisYear).toBe(0);
    await maker.ok(codes.make, wish(2));
    expect(await maker.refused(codes.make, wish())).toBe('409 quota_used_up');
  });

  test('is for those who have the role now, and no longer than that', async () => {
    const maker = await portal.person(town, 'facilitator');
    const gift = { params: { town, id: maker.id }, body: { perYear: 5 } };
    await admin.ok(codes.giveQuota, gift);
    await portal.source.query('UPDATE role_grant SET ends_at = now() WHERE account_id = $1', [maker.id]);
    expect(await maker.refused(codes.make, wish())).toBe('403 not_allowed');
    expect(await admin.refused(codes.giveQuota, gift)).toBe('404 not_found');
    const { items } = await admin.ok(codes.quotas, { params });
    expect(items.map(({ id }) => id)).not.toContain(maker.id);
  });

  test('is not for participants, and not for people of another town', async () => {
    const person = await portal.person(town);
    expect(await person.refused(codes.make, wish())).toBe('403 not_allowed');
    const abroad = await portal.person('lublin', 'facilitator');
    for (const { id } of [person, abroad]) {
      const gift = { params: { town, id }, body: { perYear: 5 } };
      expect(await admin.refused(codes.giveQuota, gift)).toBe('404 not_found');
    }
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
