import {
  accountOf,
  type Ballots,
  CountRefused,
  countBallots,
  FormatError,
  type Line,
  methods,
  Senseless,
} from '@zbor/domain';
import { type Asks, readArguments } from './arguments';
import { readBallots } from './ballots';
import { listMethods } from './list';
import { printAccount } from './print';
import { Refused } from './refused';
import { exact, resultAsJson } from './results';
import { Words } from './words';

/** Where the command writes. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/**
 * `count FILE --method METHOD [--seats N] [--budget N] [--option NAME=VALUE …] [--ties order|lot:SEED|all] [--json]
 * [--lang LANGUAGE] [--format FORMAT]` counts ballots and says who wins and why; `--list` says which methods there are
 * and what can be set, and with `--method METHOD` only of that one.
 * @returns the exit code: 2, with a sentence on standard error, where something that was given is not right.
 */
export async function countCommand(argv: string[], terminal: Terminal): Promise<number> {
  // What is wrong with the arguments is said in their language as well, as far as it can be seen.
  let words = new Words(argv[argv.indexOf('--lang') + 1] ?? 'en');
  try {
    const command = readArguments(argv);
    words = new Words(command.lang);
    if (command.kind === 'count') await run(command.asks, words, terminal);
    else if (command.kind === 'list') listMethods(words, terminal, command.method);
    else terminal.out(`${words.say('usage')}\n`);
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error, words);
    if (sentence === undefined) throw error;
    terminal.error(`${sentence}\n`);
    return 2;
  }
}

async function run(asks: Asks, words: Words, terminal: Terminal): Promise<void> {
  if (!methods.has(asks.method)) throw new CountRefused('method_unknown', { name: asks.method });
  const ballots = await readBallots(asks.file, asks.format);
  const { seats, budget, settings, ties = tiesOf(ballots) } = asks;
  const result = countBallots(ballots, asks.method, {
    ...(seats !== undefined && { seats }),
    ...(budget !== undefined && { budget }),
    settings,
    ties,
  });
  const { options } = ballots.profile;
  if (asks.json) {
    terminal.out(`${JSON.stringify(resultAsJson(asks.method, options, result), exact, 1)}\n`);
  } else {
    printAccount(ballots.profile, asks.method, accountOf(options, result), words, terminal);
  }
}

/** In a file's own order, whoever stands first is the first to go. */
const tiesOf = ({ tieOrder }: Ballots) =>
  tieOrder ? ({ kind: 'order', among: [...tieOrder].reverse() } as const) : ({ kind: 'order' } as const);

/** What is said of an error that whoever gave the command can mend; undefined for any other. */
function sentenceOf(error: unknown, words: Words): string | undefined {
  if (error instanceof Refused) return words.say(`refused.${error.code}`, error.params);
  if (error instanceof CountRefused) return words.say(`refused.${error.code}`, refusalIn(words, error));
  if (error instanceof Senseless) return words.say(`refused.${error.code}`, error.params);
  if (error instanceof FormatError) {
    const { code, line, column, params } = error;
    const what = words.say(`format.${code}`, params);
    return words.say('format.at', { line: String(line), column: String(column), what });
  }
  return undefined;
}

/** Kinds of ballots are said in words. */
function refusalIn(words: Words, { code, params: { has, wants, ...params } }: CountRefused): Line['values'] {
  const kinds = (codes = '') => codes.split(', ').map((kind) => words.say(`kinds.${kind}`));
  return code === 'ballots_differ' ? { has: kinds(has), wants: kinds(wants) } : params;
}
