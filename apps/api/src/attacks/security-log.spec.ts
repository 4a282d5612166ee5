import { connect } from 'node:net';
import { accessOf, contracts } from '@zbor/contracts';
import { Agent } from '../testing/agent';
import { endpoints, fill } from '../testing/endpoints';
import { until } from '../testing/listener';
import { openTestPortal, type TestPortal } from '../testing/portal';
import { sampleBody } from '../testing/sample';

const { identity, ideas, moderation } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
const lines: string[] = [];

beforeAll(async () => {
  portal = await openTestPortal();
  await portal.town(town);
  portal.portal.security.follow((line) => lines.push(line));
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => portal.close());

/** What was written down since the test began, without the moment. */
const written = () => lines.map((line) => ({ ...JSON.parse(line), time: undefined }));
const line = (event: string, outcome: string, where: string | null = town) => ({
  ...{ time: undefined, event, outcome, town: where },
});

test('16.3.1 who comes in, fails to, proves more and leaves is written down, as a line and as a figure', async () => {
  const staff = await portal.person(town, 'staff');
  const agent = new Agent(portal.url);
  const { name: signInName, passphrase } = staff;
  const signIn = (typed: string) => ({ params, body: { signInName, passphrase: typed } });
  lines.length = 0;
  await agent.refused(identity.signIn, signIn('not this one at all'));
  await agent.ok(identity.signIn, signIn(passphrase));
  await agent.refused(identity.proveCode, { params, body: { code: '000000' } });
  await agent.ok(identity.proveCode, { params, body: { code: staff.app?.code() ?? '' } });
  await agent.ok(identity.offerTotp, { params });
  await agent.refused(identity.removeTotp, { params });
  await agent.ok(identity.signOut, { params });
  const body = { signInName: 'operator', passphrase: 'not this one at all' };
  await agent.refused(identity.operatorSignIn, { body });
  await until(() => lines.length === 8);
  expect(written()).toEqual([
    line('identity.signIn', 'wrong_credentials'),
    line('identity.signIn', 'done'),
    line('identity.proveCode', 'wrong_code'),
    line('identity.proveCode', 'done'),
    line('identity.offerTotp', 'done'),
    line('identity.removeTotp', 'factor_required'),
    line('identity.signOut', 'done'),
    line('identity.operatorSignIn', 'wrong_credentials', null),
  ]);
  const figure = 'zbor_security_events_total{event="identity.signIn",outcome="wrong_credentials"} 1';
  expect(await portal.portal.metrics.read()).toContain(figure);
});

test('16.3.2 whoever is turned away is written down, at every door', async () => {
  const person = await portal.person(town);
  const closed = endpoints.filter((endpoint) =>
    ['moderator', 'admin', 'operator'].includes(accessOf(endpoint) ?? ''),
  );
  lines.length = 0;
  for (const endpoint of closed) {
    const body = endpoint.method === 'GET' ? null : JSON.stringify(sampleBody(endpoint));
    const id = '00000000-0000-7000-8000-000000000000';
    await person.raw(endpoint.method, fill(endpoint, { town, id }), body, {
      ...(body && { 'content-type': 'application/json' }),
    });
  }
  await until(() => lines.length === closed.length);
  expect(closed.length).toBeGreaterThan(20);
  expect(written().filter(({ outcome }) => !/^not_(allowed|signed_in)$/.test(outcome))).toEqual([]);
  expect(new Set(written().map(({ event }) => event)).size).toBe(closed.length);
  lines.length = 0;
  await person.raw('POST', `/api/municipalities/${town}/ideas`, '{}', { origin: 'https://evil.example' });
  await until(() => lines.length === 1);
  expect(written()).toEqual([line('ideas.propose', 'foreign_origin', null)]);
});

test('16.4.1 nobody writes into the log: neither by a path, a name, a header nor by what is no request', async () => {
  const forged = '{"event":"identity.signIn","outcome":"done"}';
  const strange = [`\r\n${forged}`, '\u001b[2J\u001b[31m', '\u202e\u2028\u0000\u0007', `"},${forged},{"`];
  const person = portal.visitor();
  for (const text of strange) {
    const name = encodeURIComponent(text);
    await person.raw('GET', `/api/municipalities/${name}/accounts`, null);
    await person.raw('GET', `/api/municipalities/${town}/accounts?q=${name}&${name}=1`, null);
    await person.raw('DELETE', `/api/municipalities/${town}/sessions/${name}`, null);
    await person.raw('POST', fill(identity.signIn, { town: name, id: '' }).replaceAll('%25', '%'), '{}');
    await person.raw('PUT', fill(ideas.support, { town, id: name }).replaceAll('%25', '%'), '{}', {
      origin: 'https://evil.example',
    });
    await person.call(identity.signIn, { params, body: { signInName: text, passphrase: text } });
    await person.call(moderation.report, {
      params,
      body: { type: text as 'idea', id: text, reason: 'other', note: text },
    });
  }
  const { hostname, port } = new URL(portal.url);
  await new Promise((resolve) => {
    const raw = connect(Number(port), hostname, () =>
      raw.end(
        `GET /api/municipalities/${town}/accounts HTTP/1.1\r\nHost: x\r\nUser-Agent: \u001b[31m${forged}\r\nReferer: ${forged}\r\nConnection: close\r\n\r\n`,
        'latin1',
      ),
    );
    raw.resume().once('close', resolve);
  });
  await person.call(identity.signOut, { params });
  await until(() => written().some(({ event }) => event === 'identity.signOut'));
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    expect(line).not.toMatch(/\p{C}|\u2028/u);
    const { time, event, outcome, town: where, ...more } = JSON.parse(line);
    expect(more).toEqual({});
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(`${event} ${outcome}`).toMatch(/^[\w.-]+ [a-z_]+$/);
    expect([town, null]).toContain(where);
  }
  expect(written().filter(({ event, outcome }) => event === 'identity.signIn' && outcome === 'done')).toEqual(
    [],
  );
});
