import { parseArgs } from 'node:util';
import { Arena, startPortal } from './arena';
import { type Baseline, baselines, runBaseline } from './baselines/run';
import { createDatabase, dropDatabase, emptyDatabase } from './databases';
import { type Effort, full, quick } from './effort';
import type { Figure } from './figures';
import { fill } from './fill';
import { save, table } from './report';
import { fanOut } from './scenarios/fan-out';
import { growth } from './scenarios/growth';
import { pages } from './scenarios/pages';
import { memory, start } from './scenarios/process';
import { apiScenarios } from './scenarios/requests';
import type { Scenario } from './scenarios/scenario';
import { signingIn } from './scenarios/sign-in';
import { weight } from './scenarios/weight';
import { stopServers } from './server';

const scenarios: Scenario[] = [...apiScenarios, signingIn, pages, fanOut, weight, memory, start, growth];
const database = 'zbor_bench';
const usage = `npm run bench -- [--quick] [--prepared] [--only ${scenarios.map(({ name }) => name).join(',')}]`;

function wanted(): { effort: Effort; prepared: boolean; chosen: Scenario[] } {
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
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is missing: it names the PostgreSQL to measure on.');

  const begun = performance.now();
  const say = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  say(`Filling ${effort.ideas} ideas and ${effort.comments} comments …`);
  const first = await startPortal(await createDatabase(server, emptyDatabase));
  await first.stop();
  const url = await createDatabase(server, database, emptyDatabase);
  await fill(url, { ...effort, threads: true });
  const figures: Figure[] = [];
  const arena = await Arena.open({ effort, prepared, firstStart: first.startedIn }, url);
  for (const scenario of chosen) {
    say(`Measuring ${scenario.name} …`);
    for (const figure of await scenario.measure(arena)) figures.push({ scenario: scenario.name, ...figure });
  }
  await stopServers();
  for (const name of [database, emptyDatabase]) await dropDatabase(server, name);
  console.log(`\n${table(figures)}\n`);
  say(`Saved in ${save(figures, { effort, prepared })}`);
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
