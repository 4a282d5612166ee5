import fc from 'fast-check';
import { type OptionIndex, type Profile, type RankedBallot, standing, totalWeight } from '../profile';
import type { Result } from '../result';
import { all, outcomes, rankedProfiles, relabelled, reordered, scaled } from '../testing/profiles';
import type { TieRule } from '../ties';
import { irv } from './irv';
import { meekStv } from './meek-stv';
import { scottishStv } from './scottish-stv';
import { twoRound } from './two-round';
import { wigmStv } from './wigm-stv';

type Count<Stage = unknown> = (
  profile: Profile<RankedBallot>,
  seats: number,
  ties?: TieRule,
) => Result<Stage>;

const transferable: [string, Count<{ quota: string }>][] = [
  ['Scottish STV', (profile, seats, ties = all) => scottishStv(profile, { seats, ties })],
  ['WIGM', (profile, seats, ties = all) => wigmStv(profile, { seats, ties })],
  ['Meek STV', (profile, seats, ties = all) => meekStv(profile, { seats, ties })],
];

const single: [string, Count][] = [
  ['an instant run-off', (profile, _, ties = all) => irv(profile, { ties })],
  ['two rounds', (profile, _, ties = all) => twoRound(profile, { ties })],
];

const seats = fc.integer({ min: 1, max: 4 });

/** Some of them withdrew. */
const profiles = fc
  .tuple(rankedProfiles(), fc.func(fc.integer({ min: 0, max: 4 })))
  .map(([{ options, ballots }, drawn]) => ({
    options: options.map((option) => (drawn(option.id) === 0 ? { ...option, withdrawn: true } : option)),
    ballots,
  }));

/** Rankings without equals. */
const strict = profiles.map(({ options, ballots }) => ({
  options,
  ballots: ballots.map(({ weight, ranking }) => ({ weight, ranking: ranking.flat() as OptionIndex[] })),
}));

describe.each([...transferable, ...single])('%s', (_, count) => {
  it('fills all seats, and no more, with people who stand', () => {
    fc.assert(
      fc.property(profiles, seats, (profile, seats) => {
        const stand = standing(profile);
        const places = Math.min(single.some((each) => each[1] === count) ? 1 : seats, stand.length);
        for (const outcome of count(profile, seats).outcomes) {
          expect(new Set(outcome).size).toBe(places);
          for (const option of outcome) expect(stand).toContain(option);
        }
      }),
    );
  });

  it('does not know names, nor the order of ballots', () => {
    fc.assert(
      fc.property(reordered(profiles), seats, ([profile, order], seats) => {
        const other = relabelled(profile, order);
        expect(outcomes(other, count(other, seats))).toEqual(outcomes(profile, count(profile, seats)));
      }),
    );
  });

  it('finds whatever an order of the options would decide among the outcomes', () => {
    fc.assert(
      fc.property(reordered(profiles), seats, ([profile, order], seats) => {
        const other = relabelled(profile, order);
        const [decided] = outcomes(other, count(other, seats, { kind: 'order' }));
        expect(outcomes(profile, count(profile, seats))).toContain(decided);
      }),
    );
  });

  it('counts ballots that are added up as it counts them one by one', () => {
    fc.assert(
      fc.property(profiles, seats, (profile, seats) => {
        const ballots = profile.ballots.flatMap(({ weight, ranking }) =>
          Array.from({ length: weight }, () => ({ weight: 1, ranking })),
        );
        const [whole, single] = [count(profile, seats), count({ ...profile, ballots }, seats)];
        expect(single.outcomes).toEqual(whole.outcomes);
        expect(single.stages).toEqual(whole.stages);
        expect(single.turnout).toEqual(whole.turnout);
      }),
    );
  });
});

describe.each(single)('%s', (_, count) => {
  it('finds the same where there are as many times more of every ballot', () => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 2, max: 1_000_000 }), (profile, by) => {
        expect(count(scaled(profile, by), 1).outcomes).toEqual(count(profile, 1).outcomes);
      }),
    );
  });

  it('elects whom more than half like best', () => {
    fc.assert(
      fc.property(strict, fc.nat(), (profile, drawn) => {
        const stand = standing(profile);
        const favourite = stand[drawn % Math.max(stand.length, 1)];
        fc.pre(favourite !== undefined);
        const more = { weight: totalWeight(profile.ballots) + 1, ranking: [favourite as OptionIndex] };
        expect(count({ ...profile, ballots: [...profile.ballots, more] }, 1).outcomes).toEqual([[favourite]]);
      }),
    );
  });

  it('does not elect who would lose to every other alone', () => {
    fc.assert(
      fc.property(strict, (profile) => {
        const stand = standing(profile);
        const losers = stand.filter((loser) =>
          stand.every((other) => other === loser || lead(profile, other, loser) > 0),
        );
        fc.pre(stand.length > 1 && losers.length > 0);
        for (const outcome of count(profile, 1).outcomes) expect(outcome).not.toContain(losers[0]);
      }),
    );
  });
});

/** By how many people's ballots one stands before the other. */
function lead({ ballots }: Profile<RankedBallot>, one: OptionIndex, other: OptionIndex): number {
  return ballots.reduce((sum, { weight, ranking }) => {
    const [a, b] = [ranking.indexOf(one), ranking.indexOf(other)];
    if (a === b) return sum;
    return sum + (a >= 0 && (b < 0 || a < b) ? weight : -weight);
  }, 0);
}

describe.each(transferable)('%s', (name, count) => {
  it('gives a group that stands together the seats of as many quotas as it has', () => {
    fc.assert(
      fc.property(strict, seats, (profile, seats) => {
        const stand = standing(profile);
        const ballots = profile.ballots.map(({ weight, ranking }) => ({
          weight,
          ranking: ranking.filter((option) => stand.includes(option)),
        }));
        const { outcomes: found, stages } = count(profile, seats);
        const quota = Number(stages[0]?.quota);
        for (const group of subsets(stand)) {
          const together = ballots.filter(({ ranking }) =>
            group.every((option) => beginning(ranking, group).includes(option)),
          );
          const due = Math.min(Math.floor(totalWeight(together) / quota), group.length, seats);
          for (const outcome of found)
            expect(outcome.filter((option) => group.includes(option)).length).toBeGreaterThanOrEqual(due);
        }
      }),
    );
  });

  it('elects one as an instant run-off does, but for what looking back decides', () => {
    fc.assert(
      fc.property(strict, (profile) => {
        const runOff = outcomes(profile, irv(profile, { ties: all }));
        const found = outcomes(profile, count(profile, 1));
        if (name === 'Scottish STV') expect(runOff).toEqual(expect.arrayContaining(found));
        else expect(found).toEqual(runOff);
      }),
    );
  });
});

/** As many of the first as the group has. */
const beginning = (ranking: readonly OptionIndex[], group: readonly OptionIndex[]) =>
  ranking.slice(0, group.length);

/** Every set of some of them. */
const subsets = (options: readonly OptionIndex[]): OptionIndex[][] =>
  Array.from({ length: 2 ** options.length }, (_, bits) => options.filter((_, at) => bits & (1 << at)));
