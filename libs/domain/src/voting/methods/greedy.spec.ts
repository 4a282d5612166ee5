import fc from 'fast-check';
import { compareRationals, fraction, plus } from '../rational';
import { amount, approvals, budgets, costOf, priced, reorderedApprovals } from '../testing/budgets';
import { all, outcomes, scaled } from '../testing/profiles';
import { type GreedyOrder, greedy } from './greedy';

const orders: GreedyOrder[] = [{}, { per: 'cost' }];

describe('the greedy rule', () => {
  it('buys what most people support, passes over what is too dear, and goes on', () => {
    const profile = { options: priced([60, 50, 40, 30]), ballots: approvals('5 A', '4 B', '3 C', '2 D') };
    const { winners, stages } = greedy(profile, { budget: amount(100), ties: all });
    expect(winners).toEqual([0, 2]);
    expect(
      stages.map(({ project, score, left, bought }) => [project, score, fraction(left), bought]),
    ).toEqual([
      [0, 5, '100', true],
      [1, 4, '40', false],
      [2, 3, '40', true],
      [3, 2, '0', false],
    ]);
  });

  it('takes votes for each unit of money instead', () => {
    const profile = { options: priced([100, 30, 20]), ballots: approvals('9 A', '4 B', '2 C') };
    expect(outcomes(profile, greedy(profile, { budget: amount(100), ties: all }))).toEqual(['A']);
    expect(outcomes(profile, greedy(profile, { budget: amount(100), per: 'cost', ties: all }))).toEqual([
      'BC',
    ]);
  });

  it('counts points, and the places of ranks by Borda', () => {
    const options = priced([10, 10, 10]);
    const points = { options, ballots: [{ weight: 2, options: [0, 1, 2], points: [1, 3, 0] }] };
    const ranks = { options, ballots: [{ weight: 1, ranking: [1, [2, 0]] }] };
    const settings = { budget: amount(10), score: 'points', ties: all } as const;
    expect(greedy(points, settings).stages.map(({ project, score }) => [project, score])).toEqual([
      [1, 6],
      [0, 2],
      [2, 0],
    ]);
    expect(greedy(ranks, settings).stages.map(({ project, score }) => [project, score])).toEqual([
      [1, 2],
      [0, 0],
      [2, 0],
    ]);
  });

  it('does not count parts of a point', () => {
    const profile = { options: priced([10]), ballots: [{ weight: 1, options: [0], points: [0.5] }] };
    expect(() => greedy(profile, { budget: amount(10), score: 'points', ties: all })).toThrow(RangeError);
  });

  it('asks which of equals to buy only where not all can be bought', () => {
    const profile = { options: priced([1, 3, 2, 1]), ballots: approvals('2 ABCD') };
    expect(outcomes(profile, greedy(profile, { budget: amount(3), ties: all }))).toEqual([
      'AC',
      'AD',
      'B',
      'CD',
    ]);
    const enough = greedy(profile, { budget: amount(7), ties: { kind: 'order' } });
    expect(enough.ties).toEqual([]);
    expect(greedy(profile, { budget: amount(3), ties: { kind: 'order' } }).winners).toEqual([0, 2]);
  });

  it('buys what is free, and what nobody wants where money is left for it', () => {
    const profile = { options: priced([0, 5, 0]), ballots: approvals('1 A') };
    for (const order of orders) {
      expect(outcomes(profile, greedy(profile, { budget: amount(5), ...order, ties: all }))).toEqual(['ABC']);
    }
  });

  it('passes over what is withdrawn', () => {
    const [a, b] = priced([5, 5]);
    if (!a || !b) throw new Error();
    const profile = { options: [{ ...a, withdrawn: true }, b], ballots: approvals('3 A', '1 B') };
    const { winners, turnout } = greedy(profile, { budget: amount(5), ties: all });
    expect(winners).toEqual([1]);
    expect(turnout).toEqual({ cast: 4, counted: 1 });
  });

  it.each(orders)('keeps to the budget, and leaves nothing that it could still buy (%o)', (order) => {
    fc.assert(
      fc.property(budgets(), ({ profile, budget }) => {
        for (const outcome of greedy(profile, { budget, ...order, ties: all }).outcomes) {
          const spent = costOf(profile.options, outcome);
          expect(compareRationals(spent, budget)).toBeLessThanOrEqual(0);
          for (const [project, { cost }] of profile.options.entries()) {
            if (!outcome.includes(project))
              expect(compareRationals(plus(spent, cost), budget)).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it.each(orders)('knows no order of projects or ballots, and no size of the town (%o)', (order) => {
    const cases = budgets().chain((budget) =>
      fc.tuple(
        fc.constant(budget),
        fc.shuffledSubarray([...budget.profile.options.keys()], { minLength: budget.profile.options.length }),
      ),
    );
    fc.assert(
      fc.property(cases, ([{ profile, budget }, names]) => {
        const found = outcomes(profile, greedy(profile, { budget, ...order, ties: all }));
        for (const same of [
          reorderedApprovals(profile, names),
          { ...profile, ballots: scaled(profile, 3).ballots },
        ]) {
          expect(outcomes(same, greedy(same, { budget, ...order, ties: all }))).toEqual(found);
        }
      }),
    );
  });

  it.each(orders)(
    'never drops what is bought in every outcome for having one more supporter (%o)',
    (order) => {
      fc.assert(
        fc.property(budgets(), fc.nat(), ({ profile, budget }, chosen) => {
          const { winners } = greedy(profile, { budget, ...order, ties: all });
          const winner = winners[chosen % Math.max(winners.length, 1)];
          fc.pre(winner !== undefined);
          const more = { ...profile, ballots: [...profile.ballots, { weight: 1, approved: [winner] }] };
          expect(greedy(more, { budget, ...order, ties: all }).winners).toContain(winner);
        }),
      );
    },
  );
});
