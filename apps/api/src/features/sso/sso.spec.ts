import { createHash } from 'node:crypto';
import { contracts } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import type { SsoSettings } from '../../platform/config/config';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { signInThere, TestProvider } from '../../testing/provider';

const { sso, identity } = contracts;
const params = { town: 'graz' };
const publicUrl = 'http://zbor.example';

let provider: TestProvider;
let portal: TestPortal;
let now: number | null = null;

beforeAll(async () => {
  // The provider says at length that it is not set up for production.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation();
  const redirects = ['graz', 'lublin'].map((town) => `${publicUrl}/${town}/sign-in/sso/callback`);
  provider = await TestProvider.open(redirects);
  const away = { ...provider.settings, issuer: 'http://127.0.0.1:9' };
  portal = await openTestPortal({
    publicUrl,
    sso: { graz: provider.settings, lublin: provider.settings, krems: away },
  });
  jest.spyOn(portal.portal.app.get(Clock), 'now').mockImplementation(() => new Date(now ?? Date.now()));
  for (const town of ['graz', 'lublin', 'krems', 'leoben']) await portal.town(town);
});
afterEach(() => {
  now = null;
});
afterAll(async () => {
  await portal.close();
  await provider.close();
});

const answerIn = ({ searchParams }: URL) => Object.fromEntries(searchParams);

/** Signs in at the provider. @returns what it answers, to be handed to the portal. */
async function away(agent: Agent, name: string, where = params): Promise<Record<string, string>> {
  const { location } = await agent.ok(sso.start, { params: where, query: { returnTo: '/graz/me' } });
  return answerIn(await signInThere(location, name));
}

async function joined(name: string, where = params): Promise<Agent> {
  const agent = portal.visitor();
  const answer = await away(agent, name, where);
  expect(await agent.ok(sso.finish, { params: where, query: answer })).toMatchObject({ signedIn: false });
  expect(await agent.ok(sso.arrived, { params: where })).toEqual({ arrived: true });
  const body = { displayName: 'Tiha reka', language: 'sl' as const };
  agent.id = (await agent.ok(sso.join, { params: where, body })).id;
  return agent;
}

test('somebody new chooses a pseudonym, and is known the next time', async () => {
  const first = await joined('amina');
  const { account } = await first.ok(identity.visit, { params });
  expect(account).toMatchObject({
    id: first.id,
    displayName: 'Tiha reka',
    role: 'participant',
    language: 'sl',
  });
  expect(await first.ok(sso.arrived, { params })).toEqual({ arrived: false });

  const later = portal.visitor();
  const query = await away(later, 'amina');
  expect(await later.ok(sso.finish, { params, query })).toEqual({ signedIn: true, returnTo: '/graz/me' });
  expect((await later.ok(identity.visit, { params })).account?.id).toBe(first.id);
});

test('nothing that the provider says is kept, and towns cannot tell that somebody is the same', async () => {
  const here = await joined('unmistakable-subject');
  const there = await joined('unmistakable-subject', { town: 'lublin' });
  expect(here.id).not.toBe(there.id);
  const rows: { hash: string }[] = await portal.source.query(
    `SELECT encode(subject_hash, 'hex') AS hash FROM sso_identity WHERE account_id IN ($1, $2)`,
    [here.id, there.id],
  );
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  const dump = JSON.stringify(
    await portal.source.query(
      'SELECT account::text AS row FROM account UNION ALL SELECT sso_identity::text FROM sso_identity',
    ),
  );
  expect(dump).not.toContain('unmistakable');
});

test('A15 an answer is worth something in the browser that asked alone, once, and for ten minutes', async () => {
  const agent = portal.visitor();
  const query = await away(agent, 'farouk');
  const refused = (who: Agent, change: Record<string, string> = {}) =>
    who.refused(sso.finish, { params, query: { ...query, ...change } });
  expect(await refused(portal.visitor())).toBe('400 sso_failed');
  const other = portal.visitor();
  await other.ok(sso.start, { params, query: {} });
  expect(await refused(other)).toBe('400 sso_failed');
  const copies = Array.from({ length: 4 }, () => new Agent(portal.url).steal(agent));
  expect(await refused(copies[0] as Agent, { state: 'another' })).toBe('400 sso_failed');
  now = Date.now() + 11 * 60_000;
  expect(await refused(copies[1] as Agent)).toBe('400 sso_failed');
  now = null;
  expect((await agent.ok(sso.finish, { params, query })).signedIn).toBe(false);
  // The cookie is another one now; somebody who kept the old one comes too late, for the provider takes a code once.
  expect(await refused(agent)).toBe('400 sso_failed');
  expect(await refused(copies[2] as Agent)).toBe('400 sso_failed');
});

/** A token by which the provider tells a portal who somebody is, with this nonce. */
async function tokenFor({ issuer, clientId, clientSecret }: SsoSettings, nonce: string): Promise<string> {
  const redirect_uri = `${publicUrl}/graz/sign-in/sso/callback`;
  const verifier = 'a-verifier-that-is-long-enough-for-the-provider';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asking = { client_id: clientId, redirect_uri, response_type: 'code', scope: 'openid', nonce };
  const more = { code_challenge: challenge, code_challenge_method: 'S256', state: 'any' };
  const { searchParams } = await signInThere(
    `${issuer}/auth?${new URLSearchParams({ ...asking, ...more })}`,
    'somebody-else',
  );
  const code = searchParams.get('code') ?? '';
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(clientSecret).replaceAll('%20', '+')}`)}`,
    },
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier },
    }),
  });
  return ((await answer.json()) as { id_token: string }).id_token;
}

test.each([
  ['for us lets somebody in', () => provider.settings, true],
  ['that the provider made for another portal lets nobody in', () => provider.other, false],
])('9.2.3 a token %s', async (_, portalOf, admitted) => {
  const agent = portal.visitor();
  const { location } = await agent.ok(sso.start, { params, query: {} });
  const query = answerIn(await signInThere(location, 'amina'));
  const token = await tokenFor(portalOf(), new URL(location).searchParams.get('nonce') ?? '');
  const { fetch } = globalThis;
  const swap = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
    const answer = await fetch(...asked);
    if (!String(asked[0]).endsWith('/token')) return answer;
    return Response.json({ ...((await answer.json()) as object), id_token: token });
  });
  const { status, body } = await agent.call(sso.finish, { params, query });
  swap.mockRestore();
  expect([status, body.code]).toEqual(admitted ? [200, undefined] : [400, 'sso_failed']);
});

test('what one town began is worth nothing in another', async () => {
  const agent = portal.visitor();
  const query = await away(agent, 'borderless');
  const cookie = agent.cookie.replace('zbor-graz.sso', 'zbor-lublin.sso');
  const address = `/api/municipalities/lublin/sso/callback?${new URLSearchParams(query)}`;
  const { status, text } = await new Agent(portal.url).raw('GET', address, null, { cookie });
  expect([status, JSON.parse(text).code]).toEqual([400, 'sso_failed']);
});

test('a name is chosen after signing in there, and one account is made of it', async () => {
  const body = { displayName: 'Tiha reka', language: 'sl' as const };
  expect(await portal.visitor().refused(sso.join, { params, body })).toBe('400 sso_failed');
  const agent = portal.visitor();
  await agent.ok(sso.finish, { params, query: await away(agent, 'twice') });
  const copy = new Agent(portal.url).steal(agent);
  await agent.ok(sso.join, { params, body });
  expect(await copy.refused(sso.join, { params, body })).toBe('409 wrong_state');
});

test('whoever turns back there is told so', async () => {
  const agent = portal.visitor();
  const { location } = await agent.ok(sso.start, { params, query: {} });
  const state = new URL(location).searchParams.get('state') ?? '';
  const query = { error: 'access_denied', state, iss: provider.settings.issuer };
  expect(await agent.refused(sso.finish, { params, query })).toBe('400 sso_cancelled');
});

test('goes out with PKCE, state and nonce, asks for no claim, and is offered where there is a provider', async () => {
  const { location } = await portal.visitor().ok(sso.start, { params, query: {} });
  const asked = Object.fromEntries(new URL(location).searchParams);
  expect(asked).toMatchObject({ scope: 'openid', response_type: 'code', code_challenge_method: 'S256' });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThan(40);
  expect((await portal.visitor().ok(identity.ways, { params })).sso).toBe('My Town ID');
  expect((await portal.visitor().ok(identity.ways, { params: { town: 'leoben' } })).sso).toBeNull();
  expect(await portal.visitor().refused(sso.start, { params: { town: 'leoben' }, query: {} })).toBe(
    '404 not_found',
  );
  expect(await portal.visitor().refused(sso.start, { params: { town: 'krems' }, query: {} })).toBe(
    '503 sso_unavailable',
  );
});
