import fc from 'fast-check';
import type { ApprovalBallot, Profile, Project } from '../profile';
import { parseRational, plus, type Rational, zero } from '../rational';
import { lettered } from './profiles';

/** An amount, as `12.50`. */
export function amount(text: string | number): Rational {
  const parsed = parseRational(String(text));
  if (!parsed) throw new Error(`${text} is no amount.`);
  return parsed;
}

/** Projects A, B, C … with these costs. */
export const priced = (costs: readonly (string | number)[]): Project[] =>
  lettered(costs.length).map((option, at) => ({ ...option, cost: amount(costs[at] ?? 0) }));

/** Ballots such as `3 AB`: three people approve of A and B. */
export const approvals = (...ballots: readonly string[]): ApprovalBallot[] =>
  ballots.map((ballot) => {
    const [weight, letters = ''] = ballot.split(' ');
    return { weight: Number(weight), approved: Array.from(letters, (letter) => letter.charCodeAt(0) - 65) };
  });

export interface Budget {
  profile: Profile<ApprovalBallot, Project>;
  budget: Rational;
}

/** A few projects, some for free and some with decimals, and a few ballots. */
export const budgets = (most = 6): fc.Arbitrary<Budget> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc.record({
      profile: fc.record({
        options: fc
          .array(fc.integer({ min: 0, max: 40 }), { minLength: count, maxLength: count })
          .map((quarters) => priced(quarters.map((each) => each / 4))),
        ballots: approvalBallots(count),
      }),
      budget: fc.integer({ min: 0, max: 100 }).map((quarters) => amount(quarters / 4)),
    }),
  );

export const approvalBallots = (count: number): fc.Arbitrary<ApprovalBallot[]> =>
  fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      approved: fc.subarray(Array.from({ length: count }, (_, index) => index)),
    }),
    { minLength: 1, maxLength: 7 },
  );

/** The same with options in this order, `order[0]` first, and ballots the other way round. */
export const reorderedApprovals = <Choice extends Project | Profile<ApprovalBallot>['options'][number]>(
  { options, ballots }: Profile<ApprovalBallot, Choice>,
  order: readonly number[],
): Profile<ApprovalBallot, Choice> => ({
  options: order.map((each) => options[each] as Choice),
  ballots: ballots
    .map(({ weight, approved }) => ({
      weight,
      approved: approved.map((each) => order.indexOf(each)).reverse(),
    }))
    .reverse(),
});

export const costOf = (options: readonly Project[], bought: readonly number[]): Rational =>
  bought.map((each) => options[each]?.cost ?? zero).reduce(plus, zero);
