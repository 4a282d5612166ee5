import { contracts } from '@zbor/contracts';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';

const { identity } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  await portal.town('lublin');
});
afterAll(() => portal.close());

const wanted = (change: object = {}) => ({
  params,
  body: {
    displayName: 'Tiha reka',
    signInName: 'reka',
    passphrase: 'violet tractor under snow',
    language: 'sl' as const,
    ...change,
  },
});

describe('signing up', () => {
  test('needs a name and a passphrase and nothing else, and signs in', async () => {
    const agent = portal.visitor();
    const account = await agent.ok(identity.signUp, wanted());
    expect(account).toMatchObject({ displayName: 'Tiha reka', role: 'participant', language: 'sl' });
    expect((await agent.ok(identity.visit, { params })).account?.id).toBe(account.id);
  });

  test.each(['REKA', 'ｒｅｋａ', ' reka '])('takes %p for the name that exists', async (signInName) => {
    expect(await portal.visitor().refused(identity.signUp, wanted({ signInName }))).toBe('409 name_taken');
  });

  test('gives a name to one of many who want it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        portal.visitor().call(identity.signUp, wanted({ signInName: 'wanted' })),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('is apart in each municipality', async () => {
    const agent = portal.visitor();
    await agent.ok(identity.signUp, wanted({ signInName: 'both' }));
    expect((await agent.ok(identity.visit, { params: { town: 'lublin' } })).account).toBeNull();
    await agent.ok(identity.signUp, { ...wanted({ signInName: 'both' }), params: { town: 'lublin' } });
    expect((await agent.ok(identity.visit, { params })).account).not.toBeNull();
  });

  test.each([
    ['brief one', 'too_short'],
    ['aaaaaaaaaaaaaaaa', 'too_common'],
    ['1234567890', 'too_common'],
    ['abcdefghijklmn', 'too_common'],
    ['qwertzuiop1234', 'too_common'],
    ['weakling-weakling', 'too_common'],
  ])('6.2.1 6.2.4 refuses the passphrase %s as %s', async (passphrase, code) => {
    const { status, body } = await portal
      .visitor()
      .call(identity.signUp, wanted({ signInName: 'weakling', passphrase }));
    expect([status, body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ path: 'body.passphrase', code }),
    ]);
    expect(JSON.stringify(body)).not.toContain(passphrase);
  });

  test.each([
    'basketball',
    'ＭＡＮＣＨＥＳＴＥＲ',
    '1qaz2wsx3edc',
    'Sunshine2024!',
    '##butterfly##',
    'dragondragon',
  ])('6.2.12 refuses the passphrase %s, which leaked elsewhere', async (passphrase) => {
    const wish = wanted({ signInName: 'much-read', passphrase });
    const { status, body } = await portal.visitor().call(identity.signUp, wish);
    expect([status, body.errors]).toEqual([400, [{ path: 'body.passphrase', code: 'too_common' }]]);
  });

  test.each([
    'четыре дерева у реки',
    'أربع أشجار عند النهر',
    '🌳🌲🌴 drei Bäume am Fluss',
    'p'.repeat(3) + ' a long way home'.repeat(10),
    'onlysmallletters of a sort',
    '٧٢٩١٨٣٦٤٥٠٢٨',
    '🐟🌊🪨🌙🦉🍂🐌🌾🐝🪵🐚🌋',
    'أ ب ج د هـ و ز '.repeat(5),
  ])('6.2.5 6.2.9 takes the passphrase %s in any script', async (passphrase) => {
    const signInName = `any-${Math.abs([...passphrase].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) | 0, 7))}`;
    await portal.visitor().ok(identity.signUp, wanted({ signInName, passphrase }));
    const decomposed = passphrase.normalize('NFD');
    await portal.visitor().ok(identity.signIn, { params, body: { signInName, passphrase: decomposed } });
  });

  test('suggests names that nobody has', async () => {
    const { names } = await portal.visitor().ok(identity.suggestNames, { params, query: { language: 'ar' } });
    expect(names).toHaveLength(4);
    expect(names.every((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
  });
});

describe('signing in', () => {
  test('A17 answers the same for a wrong name and a wrong passphrase', async () => {
    const person = await portal.person(town);
    const attempt = (signInName: string) =>
      portal
        .visitor()
        .call(identity.signIn, { params, body: { signInName, passphrase: 'not this one at all' } });
    const [known, unknown] = [await attempt(person.name), await attempt('nobody-here')];
    expect(known.status).toBe(401);
    expect(known.body).toEqual(unknown.body);
  });

  test('sets a cookie that scripts cannot read, of which the database holds a hash alone', async () => {
    const person = await portal.person(town);
    const answer = await portal.visitor().call(identity.signIn, {
      params,
      body: { signInName: person.name, passphrase: person.passphrase },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^zbor-graz=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? '';
    const dump = await portal.source.query('SELECT session::text AS row FROM session');
    expect(JSON.stringify(dump)).not.toContain(token);
    expect(JSON.stringify(dump)).not.toContain(Buffer.from(token).toString('hex'));
  });
});

describe('sessions', () => {
  test('7.5.2 are listed and ended, by their own person alone', async () => {
    const person = await portal.person(town);
    const phone = new Agent(portal.url);
    await phone.ok(identity.signIn, {
      params,
      body: { signInName: person.name, passphrase: person.passphrase },
    });
    const { items } = await person.ok(identity.sessions, { params });
    expect(items.map((session) => session.current).sort()).toEqual([false, true]);
    const lost = items.find((session) => !session.current)?.id ?? '';
    const stranger = await portal.person(town);
    expect(await stranger.refused(identity.endSession, { params: { town, id: lost } })).toBe('404 not_found');
    await person.ok(identity.endSession, { params: { town, id: lost } });
    expect((await phone.ok(identity.visit, { params })).account).toBeNull();
    expect((await person.ok(identity.visit, { params })).account).not.toBeNull();
  });

  test('end at sign-out, also for one who kept the cookie', async () => {
    const person = await portal.person(town);
    const thief = new Agent(portal.url).steal(person);
    await person.ok(identity.signOut, { params });
    expect(person.cookie).toBe('');
    expect((await thief.ok(identity.visit, { params })).account).toBeNull();
  });

  test('T1 of one municipality are worth nothing in another', async () => {
    const person = await portal.person(town);
    const cookie = person.cookie.replace('zbor-graz', 'zbor-lublin');
    const { text } = await portal.visitor().raw('GET', '/api/municipalities/lublin/visit', null, { cookie });
    expect(JSON.parse(text).account).toBeNull();
  });

  test('expire', async () => {
    const person = await portal.person(town);
    await portal.source.query(`UPDATE session SET expires_at = now() WHERE account_id = $1`, [person.id]);
    expect((await person.ok(identity.visit, { params })).account).toBeNull();
  });
});
