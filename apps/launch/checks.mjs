import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, buildCount } from './build.mjs';
import { findOffenders } from './licences.mjs';
import { home, prepare } from './prepare.mjs';
import { Refusal, root, run } from './terminal.mjs';

const tools = {
  biome: '@biomejs/biome/bin/biome',
  cruiser: 'dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'jest/bin/jest.js',
  playwright: '@playwright/test/cli.js',
  router: '@react-router/dev/bin.js',
  tsc: 'typescript/bin/tsc',
};

function use(tool, args, options) {
  return run([join(root, 'node_modules', tools[tool]), ...args], { title: tool, ...options });
}

/**
 * What `npm test` looks at, in this order. A check refuses where it fails; it answers how many tests passed,
 * failed and were left out where it has tests of its own, and counts as one where it has not.
 */
export const checks = {
  format: (stopping) => use('biome', ['check', '.'], { stopping }),
  types: checkTypes,
  architecture: (stopping) =>
    use('cruiser', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'apps', 'libs'], {
      stopping,
    }),
  licences: checkLicences,
  build: (stopping) => prepare(stopping, [build, buildCount]),
  jest: runSpecs,
  journeys: runJourneys,
};

/** Two projects at a time, and all of them before the first complaint. */
async function checkTypes(stopping) {
  await use('router', ['typegen'], { cwd: join(root, 'apps/web'), stopping });
  const projects = ['apps', 'libs']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((project) => existsSync(join(root, project, 'tsconfig.json')));
  const complaints = [];
  const worker = async () => {
    for (let project = projects.shift(); project; project = projects.shift())
      await use('tsc', ['-p', project], { stopping }).catch((error) => complaints.push(error.message));
  };
  await Promise.all([worker(), worker()]);
  if (complaints.length) throw new Refusal(complaints.join('\n'));
}

function checkLicences() {
  const offenders = findOffenders();
  if (offenders.length) throw new Refusal(`Shipped without a permissive licence:\n${offenders.join('\n')}`);
}

async function runSpecs(stopping, filters) {
  await prepare(stopping, [buildCount]);
  return collect('jest', stopping, countSpecs, (file) => ({
    args: [...filters, '--json', `--outputFile=${file}`],
  }));
}

async function runJourneys(stopping, filters) {
  await prepare(stopping, [build]);
  const config = 'apps/e2e/playwright.config.ts';
  return collect('playwright', stopping, countJourneys, (file) => ({
    args: ['test', '-c', config, '--reporter=list,json', ...filters],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  }));
}

/** What jest reports: what is skipped or still to be written has not passed. */
export function countSpecs(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    leftOut: report.numPendingTests + report.numTodoTests,
  };
}

/** What Playwright reports. */
export function countJourneys({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    leftOut: stats.skipped,
  };
}

export function inWords({ passed, failed, leftOut }) {
  return `${passed} passed, ${failed} failed${leftOut ? `, ${leftOut} left out` : ''}`;
}

/**
 * Runs a tool in the terminal and counts by the report that it leaves; without one it refuses. One has failed
 * where the tool complains of what its report does not count.
 */
async function collect(tool, stopping, count, command) {
  const file = join(home, 'reports', `${tool}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { args, env } = command(file);
  const failure = await use(tool, args, { show: true, env: { ...process.env, ...env }, stopping }).then(
    () => undefined,
    (error) => error,
  );
  stopping.throwIfAborted();
  if (failure && !existsSync(file)) throw failure;
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  return { ...counts, failed: counts.failed || (failure ? 1 : 0) };
}
