import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { contracts, type Endpoint } from '@zbor/contracts';
import type { Agent } from '../testing/agent';
import { endpoints, fill } from '../testing/endpoints';
import { Gate } from '../testing/gate';
import { closeListeners, listenTo } from '../testing/listener';
import { openTestPortal, type TestPortal } from '../testing/portal';
import { sampleBody } from '../testing/sample';
import { printOf } from '../testing/state';

const { identity, ideas } = contracts;
const town = 'graz';
const params = { town };

let portal: TestPortal;
let gate: Gate;
/** A process whose database can be taken away. */
let cut: TestPortal;

beforeAll(async () => {
  Logger.overrideLogger(false);
  portal = await openTestPortal();
  await portal.town(town);
  gate = await Gate.before(portal.databaseUrl);
  cut = await portal.another(gate.url);
});
afterEach(closeListeners);
afterAll(async () => {
  await cut.close();
  await gate.shut();
  await portal.close();
});

/** All but those of the operator, who is known by a cookie of their own: nobody asks the database for a visitor. */
const asked = endpoints.filter(({ path }) => !path.startsWith('/operator'));

/** What a process tells a visitor without asking anybody. */
const byHeart: Endpoint[] = [
  contracts.municipalities.list,
  contracts.municipalities.read,
  identity.visit,
  identity.ways,
  identity.signOut,
  contracts.privacy.held,
  contracts.email.asked,
  contracts.sso.arrived,
];

const answerOf = async (agent: Agent, endpoint: Endpoint, id: string) => {
  const body = endpoint.method === 'GET' ? null : JSON.stringify(sampleBody(endpoint));
  const query = endpoint === contracts.comments.changes ? '?after=0' : '';
  const headers = { ...(body && { 'content-type': 'application/json' }) };
  return agent.raw(endpoint.method, fill(endpoint, { town, id }) + query, body, headers);
};

describe('16.5.3 while the database is away', () => {
  let admin: Agent;
  let idea: string;
  let before: unknown;

  beforeAll(async () => {
    admin = cut.visitor().steal(await portal.person(town, 'admin'));
    expect((await admin.ok(identity.visit, { params })).account).not.toBeNull();
    idea = (await admin.propose(town)).id;
    before = await printOf(portal.source);
    await gate.shut();
  });
  test('16.5.2 every request of somebody who is signed in is told to come again, and none of it is done', async () => {
    const told = new Set<string>();
    for (const endpoint of asked.filter((endpoint) => endpoint !== contracts.municipalities.list)) {
      const { status, text, headers } = await answerOf(admin, endpoint, idea);
      const { code, ...more } = JSON.parse(text);
      expect([endpoint.path, status, code]).toEqual([endpoint.path, 503, 'unavailable']);
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.getSetCookie()).toEqual([]);
      told.add(JSON.stringify(more));
    }
    expect(told.size).toBe(1);
  });

  test('16.5.2 a visitor is told what is known by heart, and nobody is let in', async () => {
    const done: string[] = [];
    for (const endpoint of asked) {
      const { status, text } = await answerOf(cut.visitor(), endpoint, idea);
      if (status < 400) done.push(endpoint.path);
      else
        expect([endpoint.path, [503, 401, 404]]).toEqual([endpoint.path, expect.arrayContaining([status])]);
      expect(text).not.toContain('"role"');
    }
    expect(done).toEqual(byHeart.map(({ path }) => path));
  });

  test('nobody enters a room, and the process lives on and says that it cannot serve', async () => {
    const page = await listenTo(cut.url, { cookie: admin.cookie });
    expect(await page.watch(town, `idea:${idea}`)).toEqual({ ok: false });
    expect((await admin.raw('GET', '/api/health/live')).status).toBe(200);
    expect((await admin.raw('GET', '/api/health/ready')).status).toBe(503);
  });

  test('and once it is back all goes on as it was, for those who are signed in too', async () => {
    await gate.open();
    for (let tries = 0; (await admin.raw('GET', '/api/health/ready')).status !== 200 && tries < 100; tries++)
      await sleep(50);
    expect(await printOf(portal.source)).toEqual(before);
    expect((await admin.ok(identity.visit, { params })).account).not.toBeNull();
    expect((await admin.ok(ideas.support, { params: { town, id: idea } })).supports).toBe(1);
    const page = await listenTo(cut.url);
    await page.watch(town, `idea:${idea}`);
    const neighbour = await portal.person(town);
    // The line between the processes is taken up again within some seconds.
    for (let tries = 0; page.told.length === 0 && tries < 40; tries++) {
      await neighbour.comment(town, idea);
      await sleep(200);
    }
    expect(page.told.length).toBeGreaterThan(0);
  });
});
