import { contracts } from '@zbor/contracts';
import { Clock } from '../../../platform/clock';
import { Agent } from '../../../testing/agent';
import { openTestPortal, type TestPortal } from '../../../testing/portal';
import { SoftwarePasskey } from '../../../testing/software-passkey';

const { identity } = contracts;
const params = { town: 'graz' };
const publicUrl = 'http://zbor.example';
const MINUTE = 60_000;

let portal: TestPortal;
let now: Date | undefined;

beforeAll(async () => {
  portal = await openTestPortal({ publicUrl });
  for (const town of ['graz', 'lublin']) await portal.town(town);
  jest.spyOn(portal.portal.app.get(Clock), 'now').mockImplementation(() => now ?? new Date());
});
beforeEach(() => {
  now = undefined;
});
afterAll(() => portal.close());

async function passkeyOf(person: Agent): Promise<SoftwarePasskey> {
  const passkey = new SoftwarePasskey(publicUrl);
  const { challenge } = await person.ok(identity.offerPasskey, { params });
  await person.ok(identity.addPasskey, { params, body: { name: 'Phone', ...passkey.make(challenge) } });
  return passkey;
}

const asked = async (agent: Agent) => (await agent.ok(identity.askForPasskey, { params })).challenge;
const refused = '401 passkey_refused';

test('somebody signs in without a name, and staff with both factors at once', async () => {
  for (const role of ['participant', 'staff'] as const) {
    const person = await portal.person('graz', role);
    const passkey = await passkeyOf(person);
    const agent = portal.visitor();
    const body = passkey.use(await asked(agent));
    expect((await agent.ok(identity.signInByPasskey, { params, body })).id).toBe(person.id);
    expect((await agent.ok(identity.visit, { params })).account?.id).toBe(person.id);
    const { items } = await agent.ok(identity.passkeys, { params });
    expect(items).toMatchObject([{ name: 'Phone', lastUsedOn: new Date().toISOString().slice(0, 10) }]);
  }
});

test('an answer counts once, in the browser that was asked, within five minutes', async () => {
  const passkey = await passkeyOf(await portal.person('graz'));
  const [agent, other] = [portal.visitor(), portal.visitor()];
  const challenge = await asked(agent);
  const copy = new Agent(portal.url, publicUrl).steal(agent);
  await asked(other);
  const body = passkey.use(challenge);
  expect(await other.refused(identity.signInByPasskey, { params, body })).toBe(refused);
  expect(await portal.visitor().refused(identity.signInByPasskey, { params, body })).toBe(refused);
  await agent.ok(identity.signInByPasskey, { params, body });
  expect(await copy.refused(identity.signInByPasskey, { params, body: passkey.use(challenge) })).toBe(
    refused,
  );
  const late = passkey.use(await asked(other));
  now = new Date(Date.now() + 6 * MINUTE);
  expect(await other.refused(identity.signInByPasskey, { params, body: late })).toBe(refused);
});

test('a passkey is refused from another site, without its person, as a copy, and in another town', async () => {
  const passkey = await passkeyOf(await portal.person('graz'));
  const agent = portal.visitor();
  const attempt = async (use: (challenge: string) => ReturnType<SoftwarePasskey['use']>) =>
    agent.refused(identity.signInByPasskey, { params, body: use(await asked(agent)) });
  expect(await attempt((challenge) => passkey.use(challenge, 'http://phish.example'))).toBe(refused);
  expect(await attempt((challenge) => passkey.use(challenge, publicUrl, false))).toBe(refused);
  expect(await attempt((challenge) => new SoftwarePasskey(publicUrl).use(challenge))).toBe(refused);
  await agent.ok(identity.signInByPasskey, { params, body: passkey.use(await asked(agent)) });
  passkey.count -= 2;
  expect(await attempt((challenge) => passkey.use(challenge))).toBe(refused);
  passkey.count += 5;
  const there = { params: { town: 'lublin' } };
  const { challenge } = await agent.ok(identity.askForPasskey, there);
  const body = passkey.use(challenge);
  expect(await agent.refused(identity.signInByPasskey, { ...there, body })).toBe(refused);
});

test('the second step takes a passkey of the same account alone', async () => {
  const [staff, other] = [await portal.person('graz', 'staff'), await portal.person('graz')];
  const [mine, theirs] = [await passkeyOf(staff), await passkeyOf(other)];
  const agent = portal.visitor();
  const { name: signInName, passphrase } = staff;
  await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
  const step = await agent.ok(identity.askForPasskey, { params });
  expect(step.allowCredentials?.map(({ id }) => id)).toEqual([mine.id]);
  const wrong = theirs.use(step.challenge);
  expect(await agent.refused(identity.signInByPasskey, { params, body: wrong })).toBe(refused);
  await agent.ok(identity.signInByPasskey, { params, body: mine.use(await asked(agent)) });
  expect((await agent.ok(identity.visit, { params })).account?.id).toBe(staff.id);
});

test('staff keep one second factor, and a passphrase alone puts none beside it', async () => {
  const staff = await portal.person('graz', 'staff');
  await passkeyOf(staff);
  await staff.ok(identity.removeTotp, { params });
  const { items } = await staff.ok(identity.passkeys, { params });
  const on = { params: { ...params, id: items[0]?.id ?? '' } };
  expect(await staff.refused(identity.removePasskey, on)).toBe('409 factor_required');
  const agent = portal.visitor();
  const { name: signInName, passphrase } = staff;
  await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
  expect(await agent.refused(identity.offerTotp, { params })).toBe('403 not_allowed');
  expect(await agent.refused(identity.offerPasskey, { params })).toBe('401 not_signed_in');
});

test('adding and removing ask for somebody who has just proven who they are; others see none of it', async () => {
  const [person, other] = [await portal.person('graz'), await portal.person('graz')];
  await passkeyOf(person);
  const { items } = await person.ok(identity.passkeys, { params });
  const on = { params: { ...params, id: items[0]?.id ?? '' } };
  expect(await other.refused(identity.removePasskey, on)).toBe('404 not_found');
  expect(await other.refused(identity.renamePasskey, { ...on, body: { name: 'Mine' } })).toBe(
    '404 not_found',
  );
  now = new Date(Date.now() + 11 * MINUTE);
  expect(await person.refused(identity.offerPasskey, { params })).toBe('403 prove_again');
  expect(await person.refused(identity.removePasskey, on)).toBe('403 prove_again');
});

describe('coming back by a recovery phrase', () => {
  const passphrase = 'seven quiet herons by the lake';

  async function recovered(person: Agent): Promise<Agent> {
    const { phrase } = await person.ok(identity.makePhrase, { params });
    const agent = portal.visitor();
    await agent.ok(identity.recover, { params, body: { phrase, passphrase } });
    return agent;
  }
  const step = (agent: Agent) => agent.ok(identity.step, { params });
  const account = async (agent: Agent) => (await agent.ok(identity.visit, { params })).account?.id;
  async function opens(passkey: SoftwarePasskey): Promise<boolean> {
    const agent = portal.visitor();
    const body = passkey.use(await asked(agent));
    return (await agent.call(identity.signInByPasskey, { params, body })).status < 400;
  }

  test('leaves no passkey that opens anything, and lets its person add a new one', async () => {
    const person = await portal.person('graz');
    const stolen = [await passkeyOf(person), await passkeyOf(person)];
    const agent = await recovered(person);
    expect(await Promise.all(stolen.map(opens))).toEqual([false, false]);
    expect(await account(agent)).toBe(person.id);
    expect(await opens(await passkeyOf(agent))).toBe(true);
  });

  test('6.4.3 takes the place of no code: it is asked for, and nothing is set up beside it', async () => {
    const staff = await portal.person('graz', 'staff');
    const stolen = await passkeyOf(staff);
    const agent = await recovered(staff);
    expect(await opens(stolen)).toBe(false);
    expect(await account(agent)).toBeUndefined();
    expect(await step(agent)).toMatchObject({ halfway: true, factors: ['totp'], closed: false });
    expect(await agent.refused(identity.offerTotp, { params })).toBe('403 not_allowed');
    await agent.ok(identity.proveCode, { params, body: { code: staff.app?.code() ?? '' } });
    expect(await account(agent)).toBe(staff.id);
  });

  test('6.4.3 takes the place of no passkey: where a role asks for one, somebody in office has to help', async () => {
    const staff = await portal.person('graz', 'staff');
    const stolen = await passkeyOf(staff);
    await staff.ok(identity.removeTotp, { params });
    let agent = await recovered(staff);
    expect(await opens(stolen)).toBe(false);
    const signIn = { params, body: { signInName: staff.name, passphrase } };
    for (let times = 0; times < 2; times++) {
      expect(await account(agent)).toBeUndefined();
      expect(await step(agent)).toMatchObject({ halfway: true, closed: true });
      expect(await agent.refused(identity.offerTotp, { params })).toBe('403 not_allowed');
      expect(await agent.refused(identity.offeredTotp, { params })).toBe('403 not_allowed');
      for (const code of ['000000', staff.app?.code() ?? ''])
        expect(await agent.refused(identity.proveCode, { params, body: { code } })).toBe('401 wrong_code');
      // Another sign-in with the new passphrase stands no better.
      agent = portal.visitor();
      await agent.ok(identity.signIn, signIn);
    }
    const admin = await portal.person('graz', 'admin');
    await admin.ok(identity.resetFactors, { params: { ...params, id: staff.id } });
    await agent.ok(identity.signIn, signIn);
    expect(await step(agent)).toMatchObject({ halfway: true, factors: [], closed: false });
    await agent.setUpTotp('graz');
    expect(await account(agent)).toBe(staff.id);
  });
});
