import { parseArgs } from 'node:util';
import { Arena, startPortal } from './arena';
import { type Baseline, baselines, runBaseline } from './baselines/run';
import { createDatabase, dropDatabase, emptyDatabase } from './databases';
import { type Effort, full, quick } from './effort';
import type { Figure } from './figures';
import { fill } from './fill';
import { save, table } from './report';
import { counting } from './scenarios/counting';
import { fanOut } from './scenarios/fan-out';
import { growth } from './scenarios/growth';
import { pages } from './scenarios/pages';
import { memory, start } from './scenarios/process';
import { apiScenarios } from './scenarios/requests';
import type { LoneScenario, Scenario } from './scenarios/scenario';
import { signingIn } from './scenarios/sign-in';
import { weight } from './scenarios/weight';
import { stopServers } from './server';

const portalScenarios = [...apiScenarios, signingIn, pages, fanOut, weight, memory, start, growth];
const scenarios: (Scenario | LoneScenario)[] = [...portalScenarios, counting];
const database = 'zbor_bench';
const usage = `npm run bench -- [--quick] [--prepared] [--only ${scenarios.map(({ name }) => name).join(',')}]`;

function wanted(): { effort: Effort; prepared: boolean; chosen: (Scenario | LoneScenario)[] } {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, prepared: { type: 'boolean' }, only: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? scenarios.map(({ name }) => name);
  const unknown = names.find((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}.`);
  return {
    effort: values.quick ? quick : full,
    prepared: values.prepared ?? false,
    chosen: scenarios.filter(({ name }) => names.includes(name)),
  };
}

async function bench({ effort, prepared, chosen }: ReturnType<typeof wanted>): Promise<void> {
  const begun = performance.now();
  const say = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const figures: Figure[] = [];
  const measured = (scenario: string, found: Omit<Figure, 'scenario'>[]) =>
    figures.push(...found.map((figure) => ({ scenario, ...figure })));
  const onPortal = chosen.flatMap((each) => (each.lone ? [] : [each]));
  if (onPortal.length > 0) await onFilledPortal(onPortal, effort, prepared, say, measured);
  for (const scenario of chosen) {
    if (!scenario.lone) continue;
    say(`Measuring ${scenario.name} …`);
    measured(scenario.name, await scenario.measure());
  }
  console.log(`\n${table(figures)}\n`);
  say(`Saved in ${save(figures, { effort, prepared })}`);
}

async function onFilledPortal(
  chosen: Scenario[],
  effort: Effort,
  prepared: boolean,
  say: (line: string) => void,
  measured: (scenario: string, found: Omit<Figure, 'scenario'>[]) => void,
): Promise<void> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is missing: it names the PostgreSQL to measure on.');

  say(`Filling ${effort.ideas} ideas and ${effort.comments} comments …`);
  const first = await startPortal(await createDatabase(server, emptyDatabase));
  await first.stop();
  const url = await createDatabase(server, database, emptyDatabase);
  await fill(url, { ...effort, threads: true });
  const arena = await Arena.open({ effort, prepared, firstStart: first.startedIn }, url);
  for (const scenario of chosen) {
    say(`Measuring ${scenario.name} …`);
    measured(scenario.name, await scenario.measure(arena));
  }
  await stopServers();
  for (const name of [database, emptyDatabase]) await dropDatabase(server, name);
}

async function end(code: number): Promise<void> {
  await stopServers();
  process.exit(code);
}

const [role] = process.argv.slice(2);
if (baselines.includes(role as Baseline)) {
  runBaseline(role as Baseline);
} else {
  process.on('SIGTERM', () => end(143));
  process.on('SIGINT', () => end(130));
  try {
    await bench(wanted());
    await end(0);
  } catch (error) {
    console.error(error, `\n\n${usage}`);
    await end(1);
  }
}
