import { checks, inWords } from './checks.mjs';
import { install } from './install.mjs';
import { prepare } from './prepare.mjs';
import { launch, Refusal, say } from './terminal.mjs';

// npm test: every check, or those that are named (`npm test -- types jest`). Other words after them choose
// among the specs and journeys (`npm test -- jest ideas`).
launch(async (stopping) => {
  const words = process.argv.slice(2);
  const named = words.filter((word) => word in checks);
  const filters = words.filter((word) => !(word in checks));
  if (filters.length && !named.length)
    throw new Refusal(`Name a check first: ${Object.keys(checks).join(', ')}.`);
  await prepare(stopping, [install]);

  const total = { passed: 0, failed: 0, leftOut: 0 };
  for (const name of named.length ? named : Object.keys(checks)) {
    const counts = await look(name, stopping, filters);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
  say(`\n${inWords(total)}`);
  return total.failed ? 1 : 0;
});

async function look(name, stopping, filters) {
  const started = Date.now();
  say(`\n== ${name}`);
  const end = (text) => say(`== ${name}: ${text} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  try {
    const counts = await checks[name](stopping, filters);
    if (counts?.passed === undefined) {
      end('passed');
      return { passed: 1, failed: 0, leftOut: 0 };
    }
    end(inWords(counts));
    return counts;
  } catch (error) {
    stopping.throwIfAborted();
    say(error instanceof Refusal ? error.message : error.stack);
    end('failed');
    return { passed: 0, failed: 1, leftOut: 0 };
  }
}
