import fc from 'fast-check';
import { compareRationals } from '../rational';
import { amount, approvals, budgets, costOf, priced, reorderedApprovals } from '../testing/budgets';
import { all, outcomes, scaled } from '../testing/profiles';
import { phragmen } from './phragmen';

describe("Phragmén's rule for budgets", () => {
  it('buys a project as soon as its supporters have its cost together', () => {
    // 3 people have 6 when all got 2; A took all of theirs. The 2 others have 8 when all got 4; 3 and 2 have 15 at 17/5.
    const profile = { options: priced([6, 8, 15]), ballots: approvals('3 AC', '2 BC') };
    const { stages } = phragmen(profile, { budget: amount(14), ties: all });
    expect(stages).toMatchObject([
      { kind: 'bought', project: 0, supporters: 3, time: amount(2), left: amount(8) },
      { kind: 'bought', project: 1, supporters: 2, time: amount(4), left: amount(0) },
      { kind: 'missed', project: 2, supporters: 5, money: amount(6) },
    ]);
  });

  it('ends where the budget does not pay for the project that comes next', () => {
    const profile = { options: priced([6, 8, 3]), ballots: approvals('3 A', '2 B', '1 C') };
    const { winners, stages } = phragmen(profile, { budget: amount(10), ties: all });
    expect(winners).toEqual([0, 2]);
    expect(stages.slice(2)).toEqual([
      { kind: 'stopped', projects: [1], time: amount(4), left: amount(1) },
      { kind: 'missed', project: 1, cost: amount(8), supporters: 2, money: amount(8) },
    ]);
  });

  it('leaves out what costs more than the budget, and what nobody supports', () => {
    const profile = { options: priced([11, 2, 1]), ballots: approvals('9 A', '1 B') };
    const { winners, stages } = phragmen(profile, { budget: amount(10), ties: all });
    expect(winners).toEqual([1]);
    expect(stages.slice(1)).toEqual([
      { kind: 'missed', project: 0, cost: amount(11), supporters: 9, money: amount(18) },
      { kind: 'missed', project: 2, cost: amount(1), supporters: 0, money: amount(0) },
    ]);
  });

  it('leaves ties open, or lets a rule decide them', () => {
    const profile = { options: priced([4, 4, 4]), ballots: approvals('1 AB', '1 BC', '1 CA') };
    expect(outcomes(profile, phragmen(profile, { budget: amount(8), ties: all }))).toEqual([
      'AB',
      'AC',
      'BC',
    ]);
    expect(phragmen(profile, { budget: amount(8), ties: { kind: 'order' } }).winners).toEqual([0, 1]);
  });

  it('keeps to the budget, and knows no order of projects or ballots and no size of the town', () => {
    const cases = budgets().chain((budget) =>
      fc.tuple(
        fc.constant(budget),
        fc.shuffledSubarray([...budget.profile.options.keys()], { minLength: budget.profile.options.length }),
      ),
    );
    fc.assert(
      fc.property(cases, ([{ profile, budget }, order]) => {
        const result = phragmen(profile, { budget, ties: all });
        for (const outcome of result.outcomes) {
          expect(compareRationals(costOf(profile.options, outcome), budget)).toBeLessThanOrEqual(0);
        }
        for (const same of [
          reorderedApprovals(profile, order),
          { ...profile, ballots: scaled(profile, 3).ballots },
        ]) {
          expect(outcomes(same, phragmen(same, { budget, ties: all }))).toEqual(outcomes(profile, result));
        }
      }),
    );
  });

  it('finds times that never fall', () => {
    fc.assert(
      fc.property(budgets(), ({ profile, budget }) => {
        const { stages } = phragmen(profile, { budget, ties: { kind: 'order' } });
        const times = stages.flatMap((stage) => ('time' in stage ? [stage.time] : []));
        for (const [at, time] of times.entries()) {
          expect(compareRationals(time, times[at - 1] ?? amount(0))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
