import type { ApprovalBallot, OptionIndex, PointsBallot, Profile, Project } from '../profile';
import { compareRationals, minus, over, plus, type Rational, rational, times, zero } from '../rational';

/**
 * Every outcome of the Method of Equal Shares, as its definition has it and no faster: for each voter a purse, for each
 * project the price at which the purses of its supporters pay for it, and every order of equals.
 */
export function plainEqualShares(
  { options, ballots }: Profile<ApprovalBallot | PointsBallot, Project>,
  budget: Rational,
  satisfaction: 'cost' | 'cardinality' | 'points',
): OptionIndex[][] {
  const voters = ballots.flatMap((ballot) => Array.from({ length: ballot.weight }, () => ballot));
  const gain = (voter: number, project: OptionIndex): Rational => {
    const ballot = voters[voter] as ApprovalBallot | PointsBallot;
    const at = ('approved' in ballot ? ballot.approved : ballot.options).indexOf(project);
    const points = at < 0 ? 0 : 'approved' in ballot ? 1 : (ballot.points[at] ?? 0);
    if (satisfaction === 'points') return rational(points);
    const one = satisfaction === 'cost' ? (options[project]?.cost ?? zero) : rational(1);
    return points > 0 ? one : zero;
  };
  const min = (a: Rational, b: Rational) => (compareRationals(a, b) < 0 ? a : b);
  const paid = (purses: readonly Rational[], project: OptionIndex, price: Rational) =>
    purses.map((purse, voter) => min(purse, times(price, gain(voter, project))));

  /** The lowest price is one at which just one more purse is empty, or none. */
  const priceOf = (purses: readonly Rational[], project: OptionIndex): Rational | undefined => {
    const supporters = voters.flatMap((_, voter) => (gain(voter, project).n > 0n ? [voter] : []));
    const limit = (voter: number) => over(purses[voter] ?? zero, gain(voter, project));
    const sorted = supporters.sort((a, b) => compareRationals(limit(a), limit(b)));
    let rest = options[project]?.cost ?? zero;
    let gains = sorted.map((voter) => gain(voter, project)).reduce(plus, zero);
    for (const voter of sorted) {
      const price = over(rest, gains);
      if (compareRationals(price, limit(voter)) <= 0) return price;
      rest = minus(rest, purses[voter] ?? zero);
      gains = minus(gains, gain(voter, project));
    }
    return undefined;
  };

  const found = new Map<string, OptionIndex[]>();
  const go = (purses: readonly Rational[], bought: readonly OptionIndex[]): void => {
    const offers = options.flatMap((_, project) => {
      const price = bought.includes(project) ? undefined : priceOf(purses, project);
      return price ? [{ project, price }] : [];
    });
    const [least] = offers.map(({ price }) => price).sort(compareRationals);
    if (!least) {
      const outcome = [...bought].sort((a, b) => a - b);
      found.set(outcome.join(), outcome);
      return;
    }
    for (const { project, price } of offers) {
      if (compareRationals(price, least) !== 0) continue;
      const payments = paid(purses, project, price);
      go(
        purses.map((purse, voter) => minus(purse, payments[voter] ?? zero)),
        [...bought, project],
      );
    }
  };
  if (voters.length > 0)
    go(
      Array.from(voters, () => over(budget, rational(voters.length))),
      [],
    );
  else found.set('', []);
  return [...found.values()];
}
