import { equalShares, meekStv, rational, schulze, scottishStv } from '@zbor/domain';
import Meek from 'meeks-prf-js';
import { Schulze, utils } from 'votes';
import type { Figure } from '../figures';
import { approvals, rankings } from '../profiles';
import type { LoneScenario } from './scenario';

const ties = { kind: 'order' } as const;
const seats = 5;
/** Others are given fewer ballots: with as many as ours they would need hours. */
const fewer = 2_000;

/** Seconds that it takes. */
function seconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

/** Counts by rules, beside the packages of npm that count by the same; none of them has Scottish STV or equal shares. */
export const counting: LoneScenario = {
  name: 'counting',
  lone: true,
  measure() {
    const many = rankings(30, 100_000);
    const half = { ...many, ballots: many.ballots.slice(0, 50_000) };
    const some = { ...many, ballots: many.ballots.slice(0, fewer) };
    const meek = (profile: typeof many) => seconds(() => meekStv(profile, { seats, ties }));
    const scottish = (profile: typeof many) => seconds(() => scottishStv(profile, { seats, ties }));
    const wide = rankings(100, 100_000);
    const wideSome = { ...wide, ballots: wide.ballots.slice(0, fewer) };
    const town = approvals(100, 50_000);
    const budget = rational(town.options.length * 10_000);

    // Compiled first, as after some counts.
    for (const warm of [meek, scottish]) warm(some);
    const [meekAll, meekHalf] = [meek(many), meek(half)];
    const [scottishAll, scottishHalf] = [scottish(many), scottish(half)];
    const figures: Omit<Figure, 'scenario'>[] = [
      {
        what: 'Meek STV, 30 options, 100,000 ballots',
        unit: 's',
        ours: meekAll,
        goal: { of: 'ours', atMost: 10 },
      },
      growth('Meek STV, 100,000 ballots for 50,000', meekAll, meekHalf),
      against(`Meek STV, 30 options, ${fewer} ballots; meeks-prf-js`, meek(some), meeksPrf(some)),
      {
        what: 'Scottish STV, 30 options, 100,000 ballots',
        unit: 's',
        ours: scottishAll,
        goal: { of: 'ours', atMost: 2 },
      },
      growth('Scottish STV, 100,000 ballots for 50,000', scottishAll, scottishHalf),
      {
        what: 'Schulze, 100 options, 100,000 ballots',
        unit: 's',
        ours: seconds(() => schulze(wide, { ties })),
        goal: { of: 'ours', atMost: 2 },
      },
      against(
        `Schulze, 100 options, ${fewer} ballots; votes`,
        seconds(() => schulze(wideSome, { ties })),
        votes(wideSome),
      ),
      {
        what: 'Equal shares, add-1, 100 projects, 50,000 people',
        unit: 's',
        ours: seconds(() => equalShares(town, { budget, completion: 'add1', ties })),
        goal: { of: 'ours', atMost: 10 },
      },
    ];
    return Promise.resolve(figures);
  },
};

/** Twice as many ballots should take twice as long. */
function growth(what: string, all: number, half: number): Omit<Figure, 'scenario'> {
  return {
    what,
    unit: 's',
    ours: all,
    bare: half * 2,
    ratio: all / (half * 2),
    goal: { of: 'ratio', atMost: 1.5 },
  };
}

const against = (what: string, ours: number, theirs: number): Omit<Figure, 'scenario'> => ({
  what,
  unit: 's',
  ours,
  bare: theirs,
  ratio: ours / theirs,
});

type Rankings = ReturnType<typeof rankings>;
const places = (ranking: Rankings['ballots'][number]['ranking']) => ranking as readonly number[];

function meeksPrf({ options, ballots }: Rankings): number {
  const ids = options.map(({ id }) => id);
  const theirs = ballots.map(({ weight, ranking }) => [weight, places(ranking).map((at) => ids[at])]);
  return seconds(() => Meek.tabulate(seats, ids, theirs, ids.length, ids, [], [], {}, null));
}

function votes({ options, ballots }: Rankings): number {
  const ids = options.map(({ id }) => id);
  const theirs = ballots.map(({ weight, ranking }) => {
    const named = places(ranking).map((at) => [ids[at] ?? '']);
    const rest = ids.filter((_, at) => !places(ranking).includes(at));
    return { weight, ranking: rest.length > 0 ? [...named, rest] : named };
  });
  return seconds(() => new Schulze(utils.matrixFromBallots(theirs, ids)).ranking());
}
