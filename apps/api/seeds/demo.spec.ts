import { contracts } from '@zbor/contracts';
import { rolesOfTwoSteps } from '@zbor/domain';
import { Secrets } from '../src/platform/secrets';
import { openTestPortal, type TestPortal } from '../src/testing/portal';
import { miscounts } from '../src/testing/state';
import { seedDemo } from './demo';

let portal: TestPortal;
let secrets: Secrets;

beforeAll(async () => {
  portal = await openTestPortal({ demo: true });
  secrets = portal.portal.app.get(Secrets);
});
afterAll(() => portal.close());

test('an empty database is filled once, however many fill it at once', async () => {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const [lines, others] = await Promise.all([
    seedDemo(portal.source, secrets, say),
    seedDemo(portal.source, secrets, say),
  ]);
  expect(said).toHaveLength(1);
  expect(lines).toEqual(others);
  expect(await seedDemo(portal.source, secrets, say)).toEqual(lines);
  expect(await miscounts(portal.source)).toEqual({});
  const { items } = await portal.visitor().ok(contracts.municipalities.list, {});
  expect(items.map(({ slug }) => slug)).toEqual(['graz', 'ljubljana', 'lublin']);
});

test('everybody on the list can sign in with what it says', async () => {
  const lines = (await seedDemo(portal.source, secrets, () => undefined)) ?? [];
  const passphrase = /"(.*)"/.exec(lines[0] ?? '')?.[1] ?? '';
  const roles = lines.slice(1, -1).map((line) => line.trim().split(/\s+/));
  expect(roles.map(([role]) => role)).toEqual([
    'participant',
    'facilitator',
    'council',
    'staff',
    'admin',
    'operator',
  ]);
  for (const [role, signInName = '', page] of roles) {
    const body = { signInName, passphrase };
    const { identity } = contracts;
    const agent = portal.visitor();
    const params = { town: 'graz' };
    const operates = page === '/operator';
    const account = operates
      ? await agent.ok(identity.operatorSignIn, { body })
      : await agent.ok(identity.signIn, { params, body });
    expect(account.role).toBe(role);
    if (!rolesOfTwoSteps.includes(account.role)) continue;
    const { demo } = operates
      ? await agent.ok(identity.operatorStep, {})
      : await agent.ok(identity.step, { params });
    const proof = { code: demo?.code ?? '' };
    if (operates) await agent.ok(identity.operatorProveCode, { body: proof });
    else await agent.ok(identity.proveCode, { params, body: proof });
    const visit = operates ? agent.ok(identity.operatorVisit, {}) : agent.ok(identity.visit, { params });
    expect((await visit).account?.role).toBe(role);
  }
});

test('there is something to moderate, something hidden and something edited', async () => {
  const council = portal.visitor();
  const passphrase = 'warm bread for everyone';
  await council.ok(contracts.identity.signIn, {
    params: { town: 'graz' },
    body: { signInName: 'dragan', passphrase },
  });
  const queue = await council.ok(contracts.moderation.queue, { params: { town: 'graz' }, query: {} });
  expect(queue.items).toHaveLength(1);
  const log = await council.ok(contracts.moderation.log, { params: { town: 'graz' }, query: {} });
  expect(log.items.map(({ act }) => act)).toEqual(['hide']);
});

test('whoever helps others may make access codes at once', async () => {
  const helper = portal.visitor();
  const params = { town: 'graz' };
  await helper.ok(contracts.identity.signIn, {
    params,
    body: { signInName: 'nadja', passphrase: 'warm bread for everyone' },
  });
  const { quota } = await helper.ok(contracts['access-codes'].batches, { params });
  expect(quota).toEqual({ perYear: 100, madeThisYear: 0 });
});
