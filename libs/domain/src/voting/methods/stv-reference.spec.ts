import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeReference } from '@zbor/testing';
import { type Blt, readBlt } from '../formats/blt';
import type { Profile, RankedBallot } from '../profile';
import type { Result } from '../result';
import { relabelled } from '../testing/profiles';
import { ReferenceTable } from '../testing/reference-table';
import { type MeekStage, meekStv } from './meek-stv';
import { scottishStv } from './scottish-stv';
import type { GregoryStage } from './weighted-inclusive-gregory';
import { wigmStv } from './wigm-stv';

interface Figures {
  votes: Record<string, string | null>;
  non_transferable: string;
}

interface Expected {
  valid_ballots: number;
  initial_quota: string;
  elected_in_order_observed: string[];
  defeated_in_order_observed: string[];
  tie_messages: string[];
  final: Figures & { quota: string };
  stages?: (Figures & { elected: string[] })[];
}

const ties = { kind: 'order' } as const;

/** Names as both sides have them. */
const tidy = (name: string) => name.replace(/\s+/g, ' ').trim();
const tidied = (votes: Record<string, string | null>) =>
  Object.fromEntries(
    // Null is for those who withdrew.
    Object.entries(votes).flatMap(([name, each]) => (each === null ? [] : [[tidy(name), each]])),
  );

/** These programs let the first of equals go where our rule `order` lets the last: their list is turned round. */
function turned({ profile, tieOrder }: Blt): Profile<RankedBallot> {
  return relabelled(profile, [...(tieOrder ?? profile.options.keys())].reverse());
}

/** What a count and its reference both tell, the one and the other. */
function compared(
  profile: Profile<RankedBallot>,
  result: Result<GregoryStage | MeekStage>,
  expected: Expected,
  drawn: boolean,
) {
  const nameOf = (option: number | undefined) => profile.options[option ?? -1]?.id ?? '';
  const names = (options: readonly number[]) => options.map(nameOf);
  // Whose turned list makes another order of those who are elected together has the same sets.
  const listed = (list: string[]) => (drawn ? list.map(tidy).sort() : list.map(tidy));
  const excluded = result.stages.flatMap(({ kind, option }) =>
    kind === 'exclusion' ? [nameOf(option)] : [],
  );
  const last = result.stages.at(-1);
  const winners = new Set(names(result.winners));
  const kept = (votes: [string, string][]) => Object.fromEntries(votes.filter(([name]) => winners.has(name)));
  return [
    {
      papers: result.turnout.counted,
      quotas: [result.stages[0]?.quota, last?.quota],
      elected: listed(names(result.winners)),
      excluded: excluded.map(tidy),
      votes: kept((last?.votes ?? []).map(({ option, votes }) => [nameOf(option), votes])),
    },
    {
      papers: expected.valid_ballots,
      quotas: [expected.initial_quota, expected.final.quota],
      elected: listed(expected.elected_in_order_observed),
      excluded: expected.defeated_in_order_observed.slice(0, excluded.length).map(tidy),
      votes: kept(Object.entries(tidied(expected.final.votes))),
    },
  ] as const;
}

/** Every stage of ours, as the reference tells it: who was elected before, and all figures after it. */
function stagesOf(profile: Profile<RankedBallot>, { stages }: Result<GregoryStage>) {
  const nameOf = (option: number) => profile.options[option]?.id ?? '';
  const transfers = stages.filter(({ kind }) => kind !== 'remaining');
  return transfers.map(({ votes, nonTransferable }, at) => ({
    votes: Object.fromEntries(votes.map((each) => [nameOf(each.option), each.votes])),
    nonTransferable,
    elected: transfers
      .slice(0, at)
      .flatMap(({ elected }) => elected.map(nameOf))
      .sort(),
  }));
}

const table = new ReferenceTable();
afterAll(() => table.print());

function equal(set: string, found: unknown, expected: unknown) {
  table.count(set, isDeepStrictEqual(found, expected));
  expect(found).toEqual(expected);
}

describeReference('stv/expected-droop.json', 'transferable votes as counted by Droop', (path) => {
  const cases: Record<
    string,
    Record<'scotland' | 'wigm-prf' | 'meek-prf', Expected | undefined>
  > = JSON.parse(readFileSync(path, 'utf8'));
  const files = Object.keys(cases);
  const read = (file: string) => readBlt([readFileSync(join(path, '..', 'blt', file), 'utf8')]);

  /** The reference lost all names of these files: it has the figures of the candidate who stands last, under ''. */
  const isNameless = ({ final }: Expected) => Object.keys(final.votes).join() === '';

  it.each(files)('Scottish STV, every stage: %s', async (file) => {
    const expected = cases[file]?.scotland as Expected;
    const blt = await read(file);
    const drawn = expected.tie_messages.some((message) => message.includes('by lot'));
    const profile = drawn ? turned(blt) : blt.profile;
    const result = scottishStv(profile, { seats: blt.seats, ties });
    // The last of theirs repeats the one before, with those who take the last seats.
    const theirs = expected.stages?.slice(0, -1) ?? [];
    const stages = stagesOf(profile, result);
    if (isNameless(expected)) {
      table.leaveOut(
        'Scottish STV, every stage',
        file,
        'the reference has no names: figures of its last candidate',
      );
      const last = profile.options.at(-1)?.id ?? '';
      equal(
        'Scottish STV, last candidate',
        stages.map((stage) => [stage.votes[last], stage.nonTransferable, stage.elected.length]),
        theirs.map((stage) => [stage.votes[''], stage.non_transferable, stage.elected.length]),
      );
      return;
    }
    const [found, wanted] = compared(profile, result, expected, drawn);
    const figures = stages.map(({ votes, ...stage }) => ({ ...stage, votes: Object.entries(votes).sort() }));
    equal(
      'Scottish STV, every stage',
      { ...found, stages: figures },
      {
        ...wanted,
        stages: theirs.map((stage) => ({
          nonTransferable: stage.non_transferable,
          elected: stage.elected.map(tidy).sort(),
          votes: Object.entries(tidied(stage.votes)).sort(),
        })),
      },
    );
  });

  it.each(files.filter((file) => cases[file]?.['wigm-prf']))('WIGM: %s', async (file) => {
    const expected = cases[file]?.['wigm-prf'] as Expected;
    const blt = await read(file);
    const drawn = expected.tie_messages.length > 0;
    const profile = drawn ? turned(blt) : blt.profile;
    const result = wigmStv(profile, { seats: blt.seats, ties });
    const [found, wanted] = compared(profile, result, expected, drawn);
    const lost = result.stages.at(-1)?.nonTransferable;
    equal('WIGM', { ...found, lost }, { ...wanted, lost: expected.final.non_transferable });
  });

  it.each(files)('Meek STV: %s', async (file) => {
    const expected = cases[file]?.['meek-prf'] as Expected;
    const blt = await read(file);
    const drawn = expected.tie_messages.length > 0;
    const profile = drawn ? turned(blt) : blt.profile;
    const result = meekStv(profile, { seats: blt.seats, ties });
    if (isNameless(expected)) {
      table.leaveOut('Meek STV', file, 'the reference has no names: quotas');
      const quotas = [result.stages[0]?.quota, result.stages.at(-1)?.quota];
      equal('Meek STV, quotas', quotas, [expected.initial_quota, expected.final.quota]);
      return;
    }
    equal('Meek STV', ...compared(profile, result, expected, drawn));
  });
});

/** An action of a log, and the figures below it. */
interface Action {
  action: string;
  votes: Record<string, string>;
  quota: string;
}

function actionsOf(log: string): Action[] {
  return log
    .split('Action: ')
    .slice(1)
    .map((text) => {
      const [action = ''] = text.split('\n');
      const votes = Array.from(text.matchAll(/(?:Elected|Hopeful|Defeated): +(\w+) \(([\d.]+)\)/g));
      return {
        action,
        votes: Object.fromEntries(votes.map(([, name, figure]) => [name, figure])),
        quota: /Quota: ([\d.]+)/.exec(text)?.[1] ?? '',
      };
    });
}

/** The rule of these logs rounds other figures down: nine places agree to the sixth or so. */
const near = (a: string, b: string) => Math.abs(Number(a) - Number(b)) < 0.000001;

describeReference('stv/stv-rs', 'Meek STV as counted by STV-rs', (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.blt'));

  it.each(files)('%s', async (file) => {
    const blt = await readBlt([readFileSync(join(folder, file), 'utf8')]);
    const actions = actionsOf(readFileSync(join(folder, file.replace('.blt', '.meek-fixed9.log')), 'utf8'));
    const profile = turned(blt);
    const result = meekStv(profile, { seats: blt.seats, ties });
    const nameOf = (option: number | undefined) => profile.options[option ?? -1]?.id ?? '';

    const found = result.stages.flatMap(({ kind, option, elected }) =>
      kind === 'exclusion'
        ? [`out ${nameOf(option)}`]
        : elected.length > 0
          ? [`in ${elected.map(nameOf).sort()}`]
          : [],
    );
    // A rank of which all are out ends a ballot there, by a fault that its source tells of.
    const faulty = file.startsWith('random');
    const events = faulty ? inAnyRound : (list: string[]) => list;
    equal('Meek STV of STV-rs, who is in and out when', events(found), events(eventsOf(actions)));
    if (faulty)
      table.leaveOut('Meek STV of STV-rs, figures', file, 'ballots end there at a rank of which all are out');
    const stages = faulty ? result.stages.slice(0, 9) : result.stages;
    const differing = stages.flatMap(({ kind, option, elected, quota, votes }) => {
      const name = nameOf(option ?? elected[0]);
      const action = actions.find(({ action }) =>
        kind === 'first'
          ? action === 'Begin Count'
          : /^(Elect|Defeat)/.test(action) && action.endsWith(` ${name}`),
      );
      const figures = votes.map((each) => [each.votes, action?.votes[nameOf(each.option)]] as const);
      // A log leaves out who has nothing.
      return [[quota, action?.quota] as const, ...figures].filter(([a, b = '0']) => !near(a, b));
    });
    equal('Meek STV of STV-rs, figures', differing, []);
  });
});

/** The same, without saying who was elected together. */
const inAnyRound = (events: readonly string[]) => [
  ...events.filter((event) => event.startsWith('out')),
  ...events.flatMap((event) => (event.startsWith('in ') ? event.slice(3).split(',') : [])).sort(),
];

/** Who is elected together and who is excluded, up to those who are left at the end without a seat. */
function eventsOf(actions: readonly Action[]): string[] {
  const events: string[] = [];
  let together: string[] = [];
  for (const { action } of actions) {
    const [, kind, name = ''] = /^(Elect|Elect remaining|Defeat \(.*\)): (\w+)$/.exec(action) ?? [];
    if (kind === 'Elect') together.push(name);
    else if (together.length > 0) {
      events.push(`in ${together.sort()}`);
      together = [];
    }
    if (kind === 'Elect remaining') events.push(`in ${name}`);
    else if (kind?.startsWith('Defeat')) events.push(`out ${name}`);
  }
  return events;
}
