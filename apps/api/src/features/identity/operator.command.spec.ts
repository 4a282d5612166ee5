import { contracts } from '@zbor/contracts';
import { StartRefused } from '../../platform/config/config';
import { Agent } from '../../testing/agent';
import { openTestPortal, type TestPortal } from '../../testing/portal';
import { auditCommand } from '../audit/audit.command';
import { missingOperator, operatorCommand } from './operator.command';

const { audit, identity } = contracts;

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

async function run(...argv: string[]): Promise<{ code: number; passphrase: string }> {
  let said = '';
  const code = await operatorCommand(argv, portal.source, { write: (text) => (said += text) });
  return { code, passphrase: /passphrase {2}(\S+)/.exec(said)?.[1] ?? '' };
}

async function signedIn(signInName: string, passphrase: string): Promise<Agent> {
  const agent = new Agent(portal.url);
  await agent.ok(identity.operatorSignIn, { body: { signInName, passphrase } });
  return agent;
}

test('an empty installation says how it gets an operator, who signs in, opens towns, and comes back after a loss', async () => {
  expect(await missingOperator(portal.source)).toContain('npm run operator');
  const { code, passphrase } = await run('Majda');
  expect(code).toBe(0);
  expect(await missingOperator(portal.source)).toBeNull();

  const before = await signedIn('majda', passphrase);
  expect(await before.ok(identity.operatorStep, {})).toMatchObject({ required: true, factors: [] });
  await before.setUpTotp(null);
  expect(await before.ok(identity.operatorTowns, {})).toEqual({ items: [] });

  const again = await run('MAJDA');
  expect((await before.ok(identity.operatorVisit, {})).account).toBeNull();
  await expect(signedIn('Majda', passphrase)).rejects.toThrow();
  const after = await signedIn('Majda', again.passphrase);
  expect(await after.ok(identity.operatorStep, {})).toMatchObject({ factors: [] });
  await after.setUpTotp(null);

  const { items } = await after.ok(audit.operatorLog, { query: {} });
  expect(items.map(({ act, by }) => [act, by])).toEqual(Array(2).fill(['operator_let_in', null]));
  expect(await auditCommand(portal.source, { write: () => true })).toBe(0);
});

test.each([[[]], [['ab']], [['two words']], [['one', 'two']], [['<b>majda</b>']], [['x'.repeat(41)]]])(
  'no name that one can sign in with: %j',
  async (argv) => {
    await expect(run(...argv)).rejects.toThrow(StartRefused);
  },
);
