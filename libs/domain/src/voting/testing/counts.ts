import fc from 'fast-check';
import type { Wishes } from '../catalogue/asked';
import { methods } from '../catalogue/catalogue';
import type { Method } from '../catalogue/method';
import {
  BallotBox,
  type BallotFile,
  type BallotKind,
  type FileBallot,
  type FileOption,
} from '../formats/ballot-file';
import { rational } from '../rational';
import { lettered } from './profiles';

/** Ballots, and how they are to be counted. */
export interface Case {
  file: BallotFile;
  method: string;
  wishes: Wishes;
}

/** Small counts by every method, with every setting and every rule for ties. */
export const cases: fc.Arbitrary<Case> = fc.constantFrom(...methods.values()).chain(casesOf);

export function casesOf(method: Method & { name: string }): fc.Arbitrary<Case> {
  return fc.constantFrom(...method.ballots).chain((kind) =>
    optionsFor(method.name).chain((options) =>
      fc
        .tuple(fc.array(ballots(kind, options), { maxLength: 8 }), wishesFor(method))
        .map(([ballots, wishes]): Case => {
          const box = new BallotBox();
          for (const ballot of ballots) box.put(ballot, fail);
          const file = box.file(kind, { options });
          const people = ballots.reduce((sum, { weight }) => sum + weight, 0);
          return { file, method: method.name, wishes: withPeople(wishes, people) };
        }),
    ),
  );
}

const fail = (code: string): never => {
  throw new Error(code);
};

/** No fewer are present than cast a ballot, and no fewer may vote than are present. */
function withPeople(wishes: Wishes, people: number): Wishes {
  const { present, entitled, ...settings } = wishes.settings;
  const more = (given: string | undefined, name: string, least: number) =>
    given === undefined ? {} : { [name]: String(least + Number(given)) };
  return {
    ...wishes,
    settings: {
      ...settings,
      ...more(present, 'present', people),
      ...more(entitled, 'entitled', people + 10),
    },
  };
}

function optionsFor(method: string): fc.Arbitrary<FileOption[]> {
  if (method === 'majority') {
    const answers = ['yes', 'no', 'abstain', 'perhaps'].map((id) => ({ id, name: `“${id}”` }));
    return fc.integer({ min: 2, max: 4 }).map((count) => answers.slice(0, count));
  }
  return fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.tuple(
      ...lettered(count).map(({ id }) =>
        fc.record({ cost: fc.nat(40), withdrawn: fc.nat(9), candidates: fc.nat(4) }).map(
          ({ cost, withdrawn, candidates }): FileOption => ({
            id,
            name: `Option ${id}`,
            cost: rational(cost, 4),
            ...(withdrawn === 0 && { withdrawn: true }),
            ...(candidates > 0 && {
              candidates: Array.from({ length: candidates }, (_, at) => ({
                id: `${id}${at}`,
                name: `Candidate ${id}${at}`,
              })),
            }),
          }),
        ),
      ),
    ),
  );
}

function ballots(kind: BallotKind, options: readonly FileOption[]): fc.Arbitrary<FileBallot> {
  const weight = fc.integer({ min: 1, max: 6 });
  const places = [...options.keys()];
  switch (kind) {
    case 'ranked':
      return fc
        .record({ weight, ranking: fc.shuffledSubarray(places), equal: fc.nat(5) })
        .map(({ weight, ranking, equal }) => ({
          weight,
          ranking: equal > 0 || ranking.length < 2 ? ranking : [ranking.slice(0, 2), ...ranking.slice(2)],
        }));
    case 'approval':
      return fc.record({ weight, approved: fc.oneof(fc.subarray(places), one(places)) });
    case 'points':
      return fc
        .record({ weight, options: fc.subarray(places) })
        .chain((ballot) =>
          fc
            .array(fc.nat(4), { minLength: ballot.options.length, maxLength: ballot.options.length })
            .map((points) => ({ ...ballot, points })),
        );
    case 'list':
      return fc.record({
        weight,
        list: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...places) }, fc.constant(null)),
        preferred: fc.subarray([0, 1, 2]),
      });
  }
}

const one = (places: readonly number[]) => fc.constantFrom(...places).map((place) => [place]);

function wishesFor({ needs, settings }: Method): fc.Arbitrary<Wishes> {
  const given = Object.entries(settings).map(([name, setting]) =>
    fc.option(typeof setting === 'string' ? numbers[setting] : fc.constantFrom(...setting)).map((value) => {
      // A quorum or a consent is a part of all who may vote: then one must know how many.
      const always = name === 'entitled' ? '1' : undefined;
      return [name, value ?? always] as const;
    }),
  );
  return fc
    .record({
      seats: fc.integer({ min: 1, max: 4 }),
      budget: fc.nat(80).map((quarters) => rational(quarters, 4)),
      settings: fc.tuple(...given),
      ties: fc.constantFrom(
        { kind: 'order' } as const,
        { kind: 'lot', seed: 'seed' } as const,
        { kind: 'all' } as const,
      ),
    })
    .map(({ seats, budget, settings, ties }) => ({
      ...(needs !== 'budget' && { seats }),
      ...(needs === 'budget' && { budget }),
      ties,
      settings: Object.fromEntries(settings.flatMap(([name, value]) => (value ? [[name, value]] : []))),
    }));
}

const numbers = {
  'whole number': fc.integer({ min: 1, max: 4 }).map(String),
  number: fc.constantFrom('1/20', '0.25', '1/2', '1'),
};
