import {
  type ApprovalBallot,
  isShared,
  type OptionIndex,
  type PointsBallot,
  type Profile,
  type RankedBallot,
  totalWeight,
} from './profile';
import type { Turnout } from './result';
import { Senseless } from './senseless';

/** Who votes on a budget may approve, rank or give points; each rule for budgets counts any of these. */
export type BudgetBallot = ApprovalBallot | PointsBallot | RankedBallot;

/** `votes`: each supporter counts as one. `points`: as much as he gives. */
export type Measure = 'votes' | 'points';

/** Who supports an option: places in the list of ballots, and what one person with that ballot gives. */
export interface Support {
  by: readonly number[];
  points: readonly number[];
  /** What all people give together. */
  score: number;
}

/**
 * Who supports which option. By points, an approval gives 1, and a rank as many as options are ranked below it on the
 * same ballot (Borda), so that the last has none. By votes, everybody gives 1 who approves of an option, ranks it, or
 * gives points to it. Nobody supports what is withdrawn.
 *
 * @throws Senseless for points that are no whole numbers, and for more than 2^53 of them in all
 */
export function supportOf({ options, ballots }: Profile<BudgetBallot>, measure: Measure): Support[] {
  const support = options.map(() => ({ by: [] as number[], points: [] as number[], score: 0 }));
  for (const [place, ballot] of ballots.entries()) {
    for (const [option, points] of givenBy(ballot, measure)) {
      const of = options[option]?.withdrawn ? undefined : support[option];
      if (!of || points === 0 || ballot.weight === 0) continue;
      of.by.push(place);
      of.points.push(points);
      of.score += ballot.weight * points;
      if (!Number.isSafeInteger(of.score) || points < 0)
        throw new Senseless('points_not_whole', 'Points must be whole numbers.');
    }
  }
  return support;
}

function givenBy(ballot: BudgetBallot, measure: Measure): (readonly [OptionIndex, number])[] {
  if ('approved' in ballot) return ballot.approved.map((option) => [option, 1]);
  const given = 'ranking' in ballot ? byRanks(ballot) : ballot.options.map(pointsOn(ballot));
  if (measure === 'points') return given;
  return given.map(([option, points]) => [option, 'ranking' in ballot || points > 0 ? 1 : 0]);
}

const pointsOn =
  ({ points }: PointsBallot) =>
  (option: OptionIndex, at: number) =>
    [option, points[at] ?? 0] as const;

function byRanks({ ranking }: RankedBallot): (readonly [OptionIndex, number])[] {
  const ranks = ranking.map((rank) => (isShared(rank) ? rank : [rank]));
  let below = ranks.reduce((sum, rank) => sum + rank.length, 0);
  return ranks.flatMap((rank) => {
    below -= rank.length;
    const points = below;
    return rank.map((option) => [option, points] as const);
  });
}

/** Those ballots count that support anything. */
export function supportTurnout(ballots: readonly BudgetBallot[], support: readonly Support[]): Turnout {
  const heard = new Set(support.flatMap(({ by }) => by));
  return { cast: totalWeight(ballots), counted: totalWeight(ballots.filter((_, place) => heard.has(place))) };
}

/**
 * Of these options one whose supporters support none of the others, so that it makes no difference for the others when
 * it is taken.
 */
export function apart(options: readonly OptionIndex[], support: readonly Support[]): OptionIndex | undefined {
  const claims = new Map<number, number>();
  const places = (option: OptionIndex) => support[option]?.by ?? [];
  for (const option of options) {
    for (const place of places(option)) claims.set(place, (claims.get(place) ?? 0) + 1);
  }
  return options.find((option) => places(option).every((place) => claims.get(place) === 1));
}
