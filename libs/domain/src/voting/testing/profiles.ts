import fc from 'fast-check';
import {
  isShared,
  type Option,
  type OptionIndex,
  type Profile,
  type Rank,
  type RankedBallot,
  type Weighted,
} from '../profile';
import type { Result } from '../result';
import type { TieRule } from '../ties';

export const all: TieRule = { kind: 'all' };

/** Options that are called by letters. */
export const lettered = (count: number): Option[] =>
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'.slice(0, count), (id) => ({ id, name: id }));

/** A profile of rankings such as `8 ACDB`, with equals in parentheses: `3 A(BC)D`. Options are A, B, C and so on. */
export function rankings(options: number, ...ballots: string[]): Profile<RankedBallot> {
  const place = (letter: string) => letter.charCodeAt(0) - 65;
  return {
    options: lettered(options),
    ballots: ballots.map((ballot) => {
      const [weight, ranks = ''] = ballot.split(' ');
      const ranking = (ranks.match(/\w|\(\w+\)/g) ?? []).map((rank) =>
        rank.length === 1 ? place(rank) : Array.from(rank.slice(1, -1), place),
      );
      return { weight: Number(weight), ranking };
    }),
  };
}

/** Rankings of some or all options, with equals, of a few ballots. */
export const rankedProfiles = (most = 5): fc.Arbitrary<Profile<RankedBallot>> =>
  fc.integer({ min: 2, max: most }).chain((count) =>
    fc.record({
      options: fc.constant(lettered(count)),
      ballots: fc.array(rankedBallots(count), { maxLength: 8 }),
    }),
  );

function rankedBallots(count: number): fc.Arbitrary<RankedBallot> {
  const order = fc.shuffledSubarray(Array.from({ length: count }, (_, index) => index));
  const joined = fc.array(fc.boolean(), { minLength: count, maxLength: count });
  return fc.tuple(fc.integer({ min: 1, max: 9 }), order, joined).map(([weight, order, joined]) => {
    const ranks: OptionIndex[][] = [];
    for (const [at, option] of order.entries()) {
      if (at > 0 && joined[at] && joined[at - 1]) ranks.at(-1)?.push(option);
      else ranks.push([option]);
    }
    return { weight, ranking: ranks.map((rank): Rank => (rank.length === 1 ? (rank[0] ?? 0) : rank)) };
  });
}

/** The same profile with its options in this order, `order[0]` first, and its ballots the other way round. */
export function relabelled(
  { options, ballots }: Profile<RankedBallot>,
  order: readonly OptionIndex[],
): Profile<RankedBallot> {
  const renamed = (rank: Rank) =>
    isShared(rank) ? rank.map((each) => order.indexOf(each)).reverse() : order.indexOf(rank);
  return {
    options: order.map((each) => options[each] as Option),
    ballots: ballots.map(({ weight, ranking }) => ({ weight, ranking: ranking.map(renamed) })).reverse(),
  };
}

/** The same ballot with this option alone at the top. */
export function raised({ weight, ranking }: RankedBallot, option: number): RankedBallot {
  const others = ranking
    .map((rank) => (isShared(rank) ? rank : [rank]).filter((each) => each !== option))
    .filter((rank) => rank.length > 0);
  return { weight, ranking: [option, ...others] };
}

/** A profile and a new order of its options. */
export const reordered = <Ballot extends Weighted>(profiles: fc.Arbitrary<Profile<Ballot>>) =>
  profiles.chain((profile) =>
    fc.tuple(
      fc.constant(profile),
      fc.shuffledSubarray([...profile.options.keys()], { minLength: profile.options.length }),
    ),
  );

/** The same profile with every ballot cast by as many times more people. */
export const scaled = <Ballot extends Weighted, Choice extends Option>(
  profile: Profile<Ballot, Choice>,
  by: number,
): Profile<Ballot, Choice> => ({
  ...profile,
  ballots: profile.ballots.map((ballot) => ({ ...ballot, weight: ballot.weight * by })),
});

/** Every outcome by the names of those who win, whichever way options stand. */
export const outcomes = (
  { options }: { options: readonly Option[] },
  { outcomes }: Result<unknown>,
): string[] =>
  outcomes
    .map((outcome) =>
      outcome
        .map((each) => options[each]?.id)
        .sort()
        .join(''),
    )
    .sort();

/** A ranking by names: `A BC D`. */
export const rankingOf = (
  { options }: { options: readonly Option[] },
  { ranking = [] }: Result<unknown>,
): string =>
  ranking
    .map((equals) =>
      equals
        .map((each) => options[each]?.id)
        .sort()
        .join(''),
    )
    .join(' ');
