import { contracts } from '@zbor/contracts';
import { inArabic } from '@zbor/testing';
import { Clock } from '../../../platform/clock';
import { Agent } from '../../../testing/agent';
import { AuthenticatorApp } from '../../../testing/authenticator-app';
import { openTestPortal, type TestPortal } from '../../../testing/portal';

const { identity } = contracts;
const town = 'graz';
const params = { town };
const MINUTE = 60_000;

let portal: TestPortal;
let now: (() => Date) | undefined;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  const clock = portal.portal.app.get(Clock);
  jest.spyOn(clock, 'now').mockImplementation(() => now?.() ?? new Date());
});
beforeEach(() => {
  now = undefined;
});
afterAll(() => portal.close());

const later = (ms: number) => {
  const moment = new Date(Date.now() + ms);
  now = () => moment;
};

/** Another browser of the same person, in which the passphrase alone was typed. */
async function halfway(person: Agent): Promise<Agent> {
  const agent = new Agent(portal.url);
  const { name: signInName, passphrase } = person;
  await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
  return agent;
}

const code = (person: Agent) => ({ params, body: { code: person.app?.code() ?? '' } });
const isIn = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account !== null;

describe('halfway', () => {
  test.each(['staff', 'admin'] as const)('6.3.3 a passphrase alone lets no %s in', async (role) => {
    const agent = await halfway(await portal.person(town, role));
    const visit = await agent.ok(identity.visit, { params });
    expect(visit).toMatchObject({ account: null, halfway: true, can: { propose: false, moderate: false } });
    expect(await agent.refused(identity.sessions, { params })).toBe('401 not_signed_in');
    expect(await agent.refused(identity.changeMe, { params, body: { displayName: 'Mallory' } })).toBe(
      '401 not_signed_in',
    );
    expect(await agent.refused(contracts.moderation.queue, { params, query: {} })).toBe('401 not_signed_in');
  });

  test('a code goes on to all of it, with another cookie, and the old one is worth nothing', async () => {
    const staff = await portal.person(town, 'staff');
    const agent = await halfway(staff);
    const thief = new Agent(portal.url).steal(agent);
    await agent.ok(identity.proveCode, code(staff));
    expect(await isIn(agent)).toBe(true);
    expect((await thief.ok(identity.visit, { params })).halfway).toBe(false);
    expect(await thief.refused(identity.step, { params })).toBe('401 not_signed_in');
  });

  test('the passphrase once more is no second step', async () => {
    const staff = await portal.person(town, 'staff');
    const agent = await halfway(staff);
    await agent.ok(identity.provePassphrase, { params, body: { passphrase: staff.passphrase } });
    expect(await isIn(agent)).toBe(false);
  });

  test('nobody sets up a factor of their own beside the one that they lack', async () => {
    const agent = await halfway(await portal.person(town, 'staff'));
    expect(await agent.refused(identity.offerTotp, { params })).toBe('403 not_allowed');
    expect(await agent.refused(identity.offeredTotp, { params })).toBe('403 not_allowed');
    expect(await agent.refused(identity.confirmTotp, { params, body: { code: '123456' } })).toBe(
      '403 not_allowed',
    );
  });

  test('it can be left', async () => {
    const agent = await halfway(await portal.person(town, 'staff'));
    await agent.ok(identity.signOut, { params });
    expect((await agent.ok(identity.visit, { params })).halfway).toBe(false);
  });

  test('whoever becomes staff is halfway at once, and sets up a second step', async () => {
    const person = await portal.halfway(town);
    expect(await isIn(person)).toBe(false);
    expect(await person.ok(identity.step, { params })).toMatchObject({ required: true, factors: [] });
    await person.setUpTotp(town);
    expect(await isIn(person)).toBe(true);
  });
});

describe('a code', () => {
  test('is taken once, whoever comes with it and however many at once', async () => {
    const staff = await portal.person(town, 'staff');
    const agents = await Promise.all(Array.from({ length: 5 }, () => halfway(staff)));
    const same = code(staff);
    const answers = await Promise.all(agents.map((agent) => agent.call(identity.proveCode, same)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401]);
    expect(await (await halfway(staff)).refused(identity.proveCode, same)).toBe('401 wrong_code');
  });

  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %d steps from now: taken %p', async (steps, taken) => {
    const staff = await portal.person(town, 'staff');
    await portal.source.query('UPDATE totp SET used_step = NULL WHERE account_id = $1', [staff.id]);
    const agent = await halfway(staff);
    const at = Date.now();
    now = () => new Date(at);
    const answer = await agent.call(identity.proveCode, {
      params,
      body: { code: staff.app?.codeAt(at + steps * 30_000) ?? '' },
    });
    expect(answer.status).toBe(taken ? 204 : 401);
  });

  test('is typed in any digits, and with blanks', async () => {
    const staff = await portal.person(town, 'staff');
    const arabic = inArabic(code(staff).body.code);
    const typed = `${arabic.slice(0, 3)} ${arabic.slice(3)}`;
    const agent = await halfway(staff);
    await agent.ok(identity.proveCode, { params, body: { code: typed } });
    expect(await isIn(agent)).toBe(true);
  });

  test('is not guessed: five wrong ones, and even the right one has to wait', async () => {
    const strict = await openTestPortal({ limits: true });
    try {
      await strict.town(town);
      const staff = await strict.person(town, 'staff');
      const agent = new Agent(strict.url);
      const { name: signInName, passphrase } = staff;
      await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
      for (let at = 0; at < 5; at++)
        expect(await agent.refused(identity.proveCode, { params, body: { code: `00000${at}` } })).toBe(
          '401 wrong_code',
        );
      expect(await agent.refused(identity.proveCode, code(staff))).toBe('429 too_fast');
    } finally {
      await strict.close();
    }
  });
});

describe('the passphrase', () => {
  test('6.2.2 6.2.3 is changed by somebody who has just typed it, and then no other counts', async () => {
    const person = await portal.person(town);
    const change = (passphrase: string) => ({ params, body: { passphrase } });
    const fresh = 'seven quiet herons by the lake';
    later(11 * MINUTE);
    expect(await person.refused(identity.changePassphrase, change(fresh))).toBe('403 prove_again');
    await person.ok(identity.provePassphrase, change(person.passphrase));
    for (const weak of ['brief one', '1234567890', `${person.name} ${person.name}`, 'Sunshine2024!'])
      expect(await person.refused(identity.changePassphrase, change(weak))).toBe('400 invalid_input');
    await person.ok(identity.changePassphrase, change(fresh));
    expect(await isIn(person)).toBe(true);
    const signIn = (passphrase: string) => ({ params, body: { signInName: person.name, passphrase } });
    const elsewhere = portal.visitor();
    expect(await elsewhere.refused(identity.signIn, signIn(person.passphrase))).toBe('401 wrong_credentials');
    await elsewhere.ok(identity.signIn, signIn(fresh));
  });

  test('is not given in this way to an account without a sign-in name', async () => {
    const person = await portal.person(town);
    const set = 'sign_in_name = NULL, sign_in_key = NULL, passphrase_hash = NULL';
    await portal.source.query(`UPDATE account SET ${set} WHERE id = $1`, [person.id]);
    const body = { passphrase: 'seven quiet herons by the lake' };
    expect(await person.refused(identity.changePassphrase, { params, body })).toBe('409 wrong_state');
  });
});

describe('the secret', () => {
  test('is nowhere in the database as it is', async () => {
    const staff = await portal.person(town, 'staff');
    await staff.ok(identity.offerTotp, { params });
    const { secret, uri } = await staff.ok(identity.offeredTotp, { params });
    expect(uri).toMatch(
      /^otpauth:\/\/totp\/graz:person-\d+\?issuer=graz&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
    );
    const bytes = new AuthenticatorApp(secret).bytes;
    const rows = await portal.source.query('SELECT totp::text AS row FROM totp');
    const dump = JSON.stringify(rows);
    for (const form of [secret, bytes.toString('hex'), bytes.toString('base64')])
      expect(dump).not.toContain(form);
  });

  test('counts from its first code on; until then the old one does', async () => {
    const staff = await portal.person(town, 'staff');
    await staff.ok(identity.offerTotp, { params });
    const app = new AuthenticatorApp((await staff.ok(identity.offeredTotp, { params })).secret);
    expect(await staff.refused(identity.confirmTotp, { params, body: { code: '000000' } })).toBe(
      '401 wrong_code',
    );
    await (await halfway(staff)).ok(identity.proveCode, code(staff));
    await staff.ok(identity.confirmTotp, { params, body: { code: app.code() } });
    const agent = await halfway(staff);
    expect(await agent.refused(identity.proveCode, code(staff))).toBe('401 wrong_code');
    await agent.ok(identity.proveCode, { params, body: { code: app.code() } });
  });

  test('is switched on by whoever wants it, and off again', async () => {
    const council = await portal.person(town, 'council');
    await council.setUpTotp(town);
    expect(await isIn(council)).toBe(true);
    expect(await isIn(await halfway(council))).toBe(false);
    await council.ok(identity.removeTotp, { params });
    expect(await isIn(await halfway(council))).toBe(true);
  });

  test('stays where the role asks for it', async () => {
    const staff = await portal.person(town, 'staff');
    expect(await staff.refused(identity.removeTotp, { params })).toBe('409 factor_required');
  });

  test('7.5.1 is changed by somebody who has just proven who they are', async () => {
    const council = await portal.person(town, 'council');
    await council.setUpTotp(town);
    later(11 * MINUTE);
    expect(await council.refused(identity.offerTotp, { params })).toBe('403 prove_again');
    expect(await council.refused(identity.removeTotp, { params })).toBe('403 prove_again');
    const wrong = { params, body: { passphrase: 'not this one at all' } };
    expect(await council.refused(identity.provePassphrase, wrong)).toBe('401 wrong_passphrase');
    await council.ok(identity.provePassphrase, { params, body: { passphrase: council.passphrase } });
    await council.ok(identity.removeTotp, { params });
  });
});

describe('starting over', () => {
  test('an admin resets the second step of staff, who are signed out and set up a new one', async () => {
    const [admin, staff] = [await portal.person(town, 'admin'), await portal.person(town, 'staff')];
    const on = { params: { ...params, id: staff.id } };
    expect(await admin.ok(identity.factorsOf, on)).toMatchObject({ role: 'staff', factors: ['totp'] });
    await admin.ok(identity.resetFactors, on);
    expect(await isIn(staff)).toBe(false);
    const agent = await halfway(staff);
    expect(await agent.ok(identity.step, { params })).toMatchObject({ halfway: true, factors: [] });
    await agent.setUpTotp(town);
    expect(await isIn(agent)).toBe(true);
  });

  test('is offered for whoever has set one up, whatever their role', async () => {
    const [admin, person] = [await portal.person(town, 'admin'), await portal.person(town)];
    const listed = async () => {
      const query = { q: person.name };
      return (await admin.ok(identity.accounts, { params, query })).items.find(({ id }) => id === person.id);
    };
    expect(await listed()).toMatchObject({ secondStep: false });
    await person.ok(identity.offerTotp, { params });
    expect(await listed()).toMatchObject({ secondStep: false });
    await person.setUpTotp(town);
    expect(await listed()).toMatchObject({ role: 'participant', secondStep: true });
    await admin.ok(identity.resetFactors, { params: { ...params, id: person.id } });
    expect(await listed()).toMatchObject({ secondStep: false });
    expect(await isIn(await halfway(person))).toBe(true);
  });

  test('of whoever has none ends no session and leaves nothing in the log', async () => {
    const [admin, person] = [await portal.person(town, 'admin'), await portal.person(town)];
    await person.ok(identity.offerTotp, { params });
    const resets = async () => {
      const query = { act: 'factors_reset' as const };
      return (await admin.ok(contracts.audit.log, { params, query })).items;
    };
    const before = await resets();
    const on = { params: { ...params, id: person.id } };
    expect(await admin.refused(identity.resetFactors, on)).toBe('409 wrong_state');
    expect(await isIn(person)).toBe(true);
    expect(await resets()).toEqual(before);
  });

  test('not of another admin, not in another town, and not without proving who one is', async () => {
    await portal.town('leoben');
    const [admin, other] = [await portal.person(town, 'admin'), await portal.person(town, 'admin')];
    const abroad = await portal.person('leoben', 'staff');
    const reset = (id: string) => admin.refused(identity.resetFactors, { params: { ...params, id } });
    expect(await reset(other.id)).toBe('403 not_allowed');
    expect(await reset(abroad.id)).toBe('404 not_found');
    later(11 * MINUTE);
    const staff = await portal.person(town);
    expect(await reset(staff.id)).toBe('403 prove_again');
  });
});

describe('sessions', () => {
  test('7.4.3 all others are ended at once', async () => {
    const person = await portal.person(town);
    const others = [await halfway(person), await halfway(person)];
    await person.ok(identity.endOtherSessions, { params });
    expect(await Promise.all(others.map(isIn))).toEqual([false, false]);
    expect(await isIn(person)).toBe(true);
  });

  test.each([
    ['staff', 29 * MINUTE, true],
    ['staff', 30 * MINUTE, false],
    ['admin', 30 * MINUTE, false],
    ['participant', 13 * 24 * 60 * MINUTE, true],
    ['participant', 14 * 24 * 60 * MINUTE, false],
  ] as const)('7.3.1 of a %s that was not used for %d ms is open: %p', async (role, idle, open) => {
    const person = await portal.person(town, role);
    later(idle);
    expect(await isIn(person)).toBe(open);
  });

  test.each([
    ['staff', 12 * 60],
    ['participant', 90 * 24 * 60],
  ] as const)('7.3.2 of a %s ends after %d minutes, however it is used', async (role, minutes) => {
    const person = await portal.person(town, role);
    const started = Date.now();
    const use = async (at: number) => {
      await portal.source.query('UPDATE session SET last_seen_at = $2 WHERE account_id = $1', [
        person.id,
        new Date(started + at * MINUTE - MINUTE),
      ]);
      now = () => new Date(started + at * MINUTE);
      return isIn(person);
    };
    expect(await use(minutes - 5)).toBe(true);
    expect(await use(minutes + 1)).toBe(false);
  });
});
