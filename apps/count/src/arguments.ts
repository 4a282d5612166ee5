import { parseArgs } from 'node:util';
import { type BallotFormat, ballotFormats, parseRational, type Rational, type TieRule } from '@zbor/domain';
import { Refused } from './refused';

export interface Asks {
  /** `-` is standard input. */
  file: string;
  method: string;
  format?: BallotFormat;
  seats?: number;
  budget?: Rational;
  settings: Record<string, string>;
  /** Undefined where nothing is said: by order, and by the order of the file where it has one. */
  ties?: TieRule;
  json: boolean;
  lang: string;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** What is to be done: a count, or to show what there is: every method or the one that is named. */
export type Command = { lang: string } & (
  | { kind: 'count'; asks: Asks }
  | { kind: 'list'; method: string | undefined }
  | { kind: 'help' }
);

/** @throws Refused */
export function readArguments(argv: string[]): Command {
  const { values, positionals } = parsed(argv);
  const lang = values.lang ?? 'en';
  if (values.list) return { kind: 'list', lang, method: values.method };
  if (values.help) return { kind: 'help', lang };
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Refused('one_file');
  if (!values.method) throw new Refused('no_method');
  const asks: Asks = {
    file,
    method: values.method,
    settings: settings(values.option ?? []),
    json: values.json ?? false,
    lang,
  };
  if (values.format !== undefined) asks.format = format(values.format);
  if (values.seats !== undefined) asks.seats = seats(values.seats);
  if (values.budget !== undefined) asks.budget = budget(values.budget);
  if (values.ties !== undefined) asks.ties = ties(values.ties);
  return { kind: 'count', lang, asks };
}

function parsed(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        method: text,
        format: text,
        seats: text,
        budget: text,
        option: { ...text, multiple: true },
        ties: text,
        json: flag,
        lang: text,
        list: flag,
        help: flag,
      },
    });
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new Refused('argument', { option });
  }
}

function format(given: string): BallotFormat {
  if (Object.hasOwn(ballotFormats, given)) return given as BallotFormat;
  throw new Refused('format', { given, allowed: Object.keys(ballotFormats).join(', ') });
}

function seats(given: string): number {
  if (!/^[1-9]\d{0,4}$/.test(given)) throw new Refused('seats', { given });
  return Number(given);
}

function budget(given: string): Rational {
  const amount = parseRational(given);
  if (!amount || amount.n < 0n) throw new Refused('budget', { given });
  return amount;
}

function settings(given: string[]): Record<string, string> {
  const pairs = given.map((each) => {
    const [, name, value] = /^([a-z-]+)=(.+)$/s.exec(each) ?? [];
    if (!name || value === undefined) throw new Refused('setting', { given: each });
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}

function ties(given: string): TieRule {
  if (given === 'all' || given === 'order') return { kind: given };
  const [, seed] = /^lot:(.+)$/s.exec(given) ?? [];
  if (seed === undefined) throw new Refused('ties', { given });
  return { kind: 'lot', seed };
}
