import crypto from 'node:crypto';
import { contracts } from '@zbor/contracts';
import { CODE_FIGURES, codeOf } from '@zbor/domain';
import { codeIn, type Mailbox } from '@zbor/testing';
import { Agent } from '../testing/agent';
import { type EveryWay, openEveryWay } from '../testing/every-way';
import type { TestPortal } from '../testing/portal';
import { signInThere, type TestProvider } from '../testing/provider';
import { SoftwarePasskey } from '../testing/software-passkey';
import { calls } from '../testing/sources';
import { appoint } from '../testing/town';

const { identity, email, sso, assistance, ideas, moderation, privacy } = contracts;
const accessCodes = contracts['access-codes'];
const town = 'graz';
const params = { town };
const publicUrl = 'http://zbor.example';
const passphrase = 'seven quiet herons by the lake';
const named = { displayName: 'Tiha reka', language: 'sl' as const };

let opened: EveryWay;
let box: Mailbox;
let provider: TestProvider;
let portal: TestPortal;
let people = 0;

beforeAll(async () => {
  opened = await openEveryWay(town, publicUrl);
  ({ portal, box, provider } = opened);
});
afterAll(async () => {
  await opened.close();
});

const another = () => new Agent(portal.url, publicUrl);
const standing = async (agent: Agent) => {
  const { account, halfway } = await agent.ok(identity.visit, { params });
  return { in: account !== null, halfway };
};

/** Makes somebody of them who must prove two things, and knows how. */
async function employ(agent: Agent): Promise<void> {
  await appoint(portal.portal, town, agent.id, 'staff');
  await agent.setUpTotp(town);
}

async function card(): Promise<string> {
  const staff = await portal.person(town, 'staff');
  const batch = { size: 1, days: '30' as const, requestKey: crypto.randomUUID() };
  const { codes } = await staff.ok(accessCodes.make, { params, body: batch });
  return codes[0] ?? '';
}

async function atProvider(agent: Agent, name: string) {
  const { location } = await agent.ok(sso.start, { params, query: {} });
  return Object.fromEntries((await signInThere(location, name)).searchParams);
}

/** Every way in. Each makes somebody of the staff and comes back that way, in a browser that knows nobody. */
const ways: Record<string, () => Promise<Agent>> = {
  'a passphrase': async () => {
    const { name: signInName, passphrase } = await portal.person(town, 'staff');
    const agent = another();
    await agent.ok(identity.signIn, { params, body: { signInName, passphrase } });
    return agent;
  },
  'a code by mail': async () => {
    const staff = await portal.person(town, 'staff');
    const address = `staff-${++people}@example.org`;
    await staff.ok(email.offer, { params, body: { address } });
    await staff.ok(email.confirm, { params, body: { code: codeIn(await box.to(address)) } });
    const agent = another();
    await agent.ok(email.ask, { params, body: { address } });
    await agent.ok(email.signIn, { params, body: { code: codeIn(await box.to(address, 2)) } });
    return agent;
  },
  'another service': async () => {
    const staff = another();
    await staff.ok(sso.finish, { params, query: await atProvider(staff, 'employed') });
    staff.id = (await staff.ok(sso.join, { params, body: named })).id;
    await employ(staff);
    const agent = another();
    const query = await atProvider(agent, 'employed');
    expect(await agent.ok(sso.finish, { params, query })).toMatchObject({ signedIn: true });
    return agent;
  },
  'a card': async () => {
    const agent = another();
    agent.id = (await agent.ok(accessCodes.join, { params, body: { ...named, code: await card() } })).id;
    await appoint(portal.portal, town, agent.id, 'staff');
    return agent;
  },
  'a receipt': async () => {
    const assisted = await portal.assisted(town);
    const { code } = await assisted.ok(assistance.finish, { params });
    await appoint(portal.portal, town, assisted.id, 'staff');
    const agent = another();
    const body = { code, signInName: `claimed-${++people}`, passphrase };
    await agent.ok(assistance.claim, { params, body });
    return agent;
  },
  'a phrase on paper': async () => {
    const staff = await portal.person(town, 'staff');
    const { phrase } = await staff.ok(identity.makePhrase, { params });
    const agent = another();
    await agent.ok(identity.recover, { params, body: { phrase, passphrase } });
    return agent;
  },
};

describe('6.3.4', () => {
  test.each(Object.entries(ways))('6.3.4 by %s alone, nobody of the staff comes in', async (_, come) => {
    const agent = await come();
    expect(await standing(agent)).toEqual({ in: false, halfway: true });
    expect(await agent.refused(moderation.queue, { params, query: {} })).toBe('401 not_signed_in');
    expect(await agent.refused(identity.sessions, { params })).toBe('401 not_signed_in');
  });

  test('6.3.4 a passkey is both at once, for it asks for a finger or a figure itself', async () => {
    const staff = await portal.person(town, 'staff');
    const passkey = new SoftwarePasskey(publicUrl);
    const { challenge, authenticatorSelection } = await staff.ok(identity.offerPasskey, { params });
    expect(authenticatorSelection?.userVerification).toBe('required');
    await staff.ok(identity.addPasskey, { params, body: { name: 'Phone', ...passkey.make(challenge) } });
    const agent = another();
    const asked = (await agent.ok(identity.askForPasskey, { params })).challenge;
    await agent.ok(identity.signInByPasskey, { params, body: passkey.use(asked) });
    expect(await standing(agent)).toEqual({ in: true, halfway: false });
  });

  test('6.3.4 there is no other way in than these', () => {
    const opening = calls().filter(({ name }) => /\.(open|entering|openAssisted)$/.test(name));
    const places = opening
      .filter(({ file, given }) => given[0] === 'reply' && !file.endsWith('sessions.service.ts'))
      .map(({ file }) => file.split('/').pop());
    expect(places.sort()).toEqual([
      'access-codes.controller.ts',
      // A receipt, and a session that a facilitator opens for somebody who has no account yet.
      ...['assistance.controller.ts', 'assistance.controller.ts'],
      'email.controller.ts',
      // Signing up, signing in, and the operator.
      ...['identity.controller.ts', 'identity.controller.ts', 'identity.controller.ts'],
      'passkeys.controller.ts',
      'recovery.service.ts',
      ...['sso.controller.ts', 'sso.controller.ts'],
    ]);
  });
});

/** Steps that are taken without the one before, and what is answered. */
const shortcuts: Record<string, () => Promise<string>> = {
  'confirming an app that was not offered: 409 wrong_state': async () =>
    (await portal.person(town)).refused(identity.confirmTotp, { params, body: { code: '123456' } }),
  'adding a passkey that was not asked for: 401 passkey_refused': async () => {
    const made = new SoftwarePasskey(publicUrl).make('AAAA');
    return (await portal.person(town)).refused(identity.addPasskey, {
      params,
      body: { name: 'Phone', ...made },
    });
  },
  'signing in by a passkey that was not asked for: 401 passkey_refused': async () => {
    const body = new SoftwarePasskey(publicUrl).use('AAAA');
    return another().refused(identity.signInByPasskey, { params, body });
  },
  'typing a code by mail that nobody sent: 401 wrong_email_code': () =>
    another().refused(email.signIn, { params, body: { code: '123456' } }),
  'confirming an address that was not named: 401 wrong_email_code': async () =>
    (await portal.person(town)).refused(email.confirm, { params, body: { code: '123456' } }),
  'coming back from a service without having gone: 400 sso_failed': () =>
    another().refused(sso.finish, {
      params,
      query: { code: 'x', state: 'x', iss: provider.settings.issuer },
    }),
  'choosing a name without having come from a service: 400 sso_failed': () =>
    another().refused(sso.join, { params, body: named }),
  'finishing to write with help without help: 403 not_allowed': async () =>
    (await portal.person(town)).refused(assistance.finish, { params }),
  'claiming what is still being written: 403 code_refused': async () => {
    await portal.assisted(town);
    const body = { code: codeOf('0'.repeat(CODE_FIGURES - 1)), signInName: `early-${++people}`, passphrase };
    return another().refused(assistance.claim, { params, body });
  },
  'coming in with a card that was used: 403 code_refused': async () => {
    const body = { ...named, code: await card() };
    await another().ok(accessCodes.join, { params, body });
    return another().refused(accessCodes.join, { params, body });
  },
  'supporting what is not published: 404 not_found': async () => {
    const { id } = await (await portal.person(town)).propose(town, { publish: false });
    return (await portal.person(town)).refused(ideas.support, { params: { town, id } });
  },
  'publishing what was withdrawn: 409 wrong_state': async () => {
    const author = await portal.person(town);
    const on = { params: { town, id: (await author.propose(town)).id } };
    await author.ok(ideas.withdraw, { ...on, body: { state: 'published' } });
    return author.refused(ideas.publish, { ...on, body: {} });
  },
  'restoring what was not hidden: 409 wrong_state': async () => {
    const { id } = await (await portal.person(town)).propose(town);
    const on = { params: { town, type: 'idea' as const, id }, body: { note: 'A mistake of ours.' } };
    return (await portal.person(town, 'council')).refused(moderation.restore, on);
  },
  'a second way in beside the first: 409 wrong_state': async () => {
    const body = { signInName: `second-${++people}`, passphrase };
    return (await portal.person(town)).refused(identity.keep, { params, body });
  },
  'erasing without saying who one is: 403 not_confirmed': async () => {
    const body = { contributions: 'remove' as const, proof: 'not this one at all' };
    return (await portal.person(town)).refused(privacy.erase, { params, body });
  },
};

test.each(Object.entries(shortcuts))('2.3.1 %s', async (step, take) => {
  expect(await take()).toBe(step.split(': ')[1]);
});

describe('6.5.4', () => {
  /** How many bits are drawn at least, for one of these. */
  async function bitsOf(draw: () => Promise<unknown>): Promise<number> {
    const drawn = jest.spyOn(crypto, 'randomInt');
    await draw();
    const bits = drawn.mock.calls.reduce((sum, [below]) => sum + Math.log2(below as number), 0);
    drawn.mockRestore();
    return bits;
  }

  test('6.5.4 a code by mail is six figures of chance, and what can be tried for longer is more', async () => {
    const person = await portal.person(town);
    const staff = await portal.person(town, 'staff');
    const assisted = await portal.assisted(town);
    const address = `drawn-${++people}@example.org`;
    const batch = { size: 1, days: '30' as const, requestKey: crypto.randomUUID() };
    const sixFigures = Math.log2(1e6);
    expect(await bitsOf(() => person.ok(email.offer, { params, body: { address } }))).toBe(sixFigures);
    expect(await bitsOf(() => another().ok(email.ask, { params, body: { address } }))).toBe(sixFigures);
    expect(await bitsOf(() => staff.ok(accessCodes.make, { params, body: batch }))).toBeGreaterThan(45);
    expect(await bitsOf(() => assisted.ok(assistance.finish, { params }))).toBeGreaterThan(45);
    expect(await bitsOf(() => person.ok(identity.makePhrase, { params }))).toBeGreaterThan(100);
  });
});
