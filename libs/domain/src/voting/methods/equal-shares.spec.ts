import fc from 'fast-check';
import type { ApprovalBallot, PointsBallot, Profile, Project } from '../profile';
import { compareRationals, fraction, plus, rational, times } from '../rational';
import type { Result } from '../result';
import { amount, approvals, budgets, costOf, priced, reorderedApprovals } from '../testing/budgets';
import { plainEqualShares } from '../testing/plain-equal-shares';
import { all, outcomes, scaled } from '../testing/profiles';
import { type Completion, type EqualSharesStage, equalShares, type Satisfaction } from './equal-shares';

const satisfactions: Satisfaction[] = ['cost', 'cardinality', 'points'];
const completions: Completion[] = ['none', 'greedy', 'add1', 'add1u'];

const of = <Kind extends EqualSharesStage['kind']>({ stages }: Result<EqualSharesStage>, kind: Kind) =>
  stages.filter((stage): stage is Extract<EqualSharesStage, { kind: Kind }> => stage.kind === kind);

/** 10 people share 1,000: 100 for each. */
const town = {
  options: priced([300, 400, 400, 150]),
  ballots: approvals('4 AB', '1 B', '3 C', '2 CD'),
};

describe('the Method of Equal Shares', () => {
  it('tells what each supporter paid, and what the others lacked', () => {
    const result = equalShares(town, { budget: amount(1000), ties: all });
    // C and B have 5 supporters each: 80 a head. B's four had paid 0 before; A's four have 20 each then.
    expect(of(result, 'shares')).toEqual([
      {
        kind: 'shares',
        satisfaction: 'cost',
        people: 10,
        share: amount(100),
        raises: 0,
        increment: amount(1),
      },
    ]);
    expect(of(result, 'bought')).toEqual([
      {
        kind: 'bought',
        project: 1,
        cost: amount(400),
        supporters: 5,
        price: amount(80),
        inFull: 5,
        left: amount(600),
      },
      {
        kind: 'bought',
        project: 2,
        cost: amount(400),
        supporters: 5,
        price: amount(80),
        inFull: 5,
        left: amount(200),
      },
    ]);
    expect(of(result, 'short')).toEqual([
      { kind: 'short', project: 0, cost: amount(300), supporters: 4, money: amount(80) },
      { kind: 'short', project: 3, cost: amount(150), supporters: 2, money: amount(40) },
    ]);
    expect(result.winners).toEqual([1, 2]);
  });

  it('lets those pay all they have who have less than the price', () => {
    // A takes 60 of its 2 supporters' 100; of B's 3, they have 40 each, and the third pays what is left.
    const profile = { options: priced([120, 160]), ballots: approvals('2 AB', '1 B', '1 ') };
    const result = equalShares(profile, { budget: amount(400), satisfaction: 'cardinality', ties: all });
    expect(
      of(result, 'bought').map(({ project, price, inFull }) => [project, fraction(price), inFull]),
    ).toEqual([[1, '160/3', 3]]);
    const later = equalShares(
      { options: priced([60, 150]), ballots: approvals('2 AB', '1 B', '1 ') },
      { budget: amount(400), satisfaction: 'cardinality', ties: all },
    );
    expect(
      of(later, 'bought').map(({ project, price, inFull }) => [project, fraction(price), inFull]),
    ).toEqual([
      [0, '30', 2],
      [1, '50', 3],
    ]);
    const poor = equalShares(
      { options: priced([160, 120]), ballots: approvals('3 A', '2 AB', '1 B') },
      { budget: amount(300), satisfaction: 'cardinality', ties: all },
    );
    // After A, at 32 a head, two of B's supporters have 18 each; the third has 50, which is not enough.
    expect(of(poor, 'short')).toMatchObject([{ project: 1, money: amount(86) }]);
  });

  it('takes a large project for as much more worth as it costs, or every project for the same', () => {
    const profile = { options: priced([90, 30]), ballots: approvals('3 A', '1 AB', '1 B') };
    const winners = (satisfaction: Satisfaction) =>
      of(equalShares(profile, { budget: amount(150), satisfaction, ties: all }), 'bought').map(
        ({ project, price }) => [project, fraction(price)],
      );
    expect(winners('cost')).toEqual([
      [0, '45/2'],
      [1, '45/2'],
    ]);
    expect(winners('cardinality')).toEqual([
      [1, '15'],
      [0, '25'],
    ]);
  });

  it('lets people pay by their points', () => {
    const profile: Profile<PointsBallot, Project> = {
      options: priced([80]),
      ballots: [
        { weight: 1, options: [0], points: [3] },
        { weight: 1, options: [0], points: [1] },
      ],
    };
    const result = equalShares(profile, { budget: amount(120), satisfaction: 'points', ties: all });
    expect(of(result, 'bought')).toMatchObject([{ price: amount(20), inFull: 2 }]);
  });

  it('raises shares until the budget would be exceeded', () => {
    const result = equalShares(town, {
      budget: amount(1000),
      completion: 'add1',
      increment: amount(15),
      ties: all,
    });
    // B and C take 80 of each of their supporters. D's two need 75 each: 55 more; A's four too. Raised by 45 they lack some,
    // raised by 60 they have both: 1,250.
    expect(of(result, 'shares')).toMatchObject([{ share: amount(145), raises: 3 }]);
    expect(of(result, 'exceeded')).toEqual([
      { kind: 'exceeded', share: amount(160), projects: [1, 2, 0, 3], cost: amount(1250) },
    ]);
    expect(result.winners).toEqual([1, 2]);
    const filled = equalShares(town, { budget: amount(1000), completion: 'add1u', ties: all });
    expect(filled.winners).toEqual([1, 2, 3]);
    expect(of(filled, 'turn').map(({ project, bought }) => [project, bought])).toEqual([
      [0, false],
      [3, true],
    ]);
  });

  it('does not raise shares where the budget pays for everything, unless it is told to exhaust it', () => {
    const settings = { budget: amount(1250), completion: 'add1', ties: all } as const;
    expect(of(equalShares(town, settings), 'shares')).toMatchObject([{ raises: 0 }]);
    expect(equalShares(town, settings).winners).toEqual([1, 2]);
    expect(equalShares(town, { ...settings, exhaustive: true }).winners).toHaveLength(4);
  });

  it('stops raising when nothing else can be paid for, and begins with whole shares, where it is told to', () => {
    const profile = { options: priced([5, 4, 5]), ballots: approvals('2 A', '1 B', '3 C') };
    const settings = { budget: amount(10), completion: 'add1', increment: amount('0.5'), ties: all } as const;
    const [plain] = of(equalShares(profile, settings), 'shares');
    const [exhaustive] = of(equalShares(profile, { ...settings, exhaustive: true }), 'shares');
    const [integral] = of(equalShares(profile, { ...settings, integral: true }), 'shares');
    expect([plain, exhaustive, integral].map((each) => each && fraction(each.share))).toEqual([
      '11/3',
      '8/3',
      '7/2',
    ]);
  });

  it('wants an increment above 0', () => {
    const settings = { budget: amount(10), completion: 'add1', increment: amount(0), ties: all } as const;
    expect(() => equalShares(town, settings)).toThrow(RangeError);
  });

  it('buys a free project for those to whom it is worth something', () => {
    const profile = { options: priced([0, 5, 0]), ballots: approvals('2 A', '1 B') };
    const winners = (satisfaction: Satisfaction) =>
      equalShares(profile, { budget: amount(5), satisfaction, ties: all }).winners;
    expect(satisfactions.map(winners)).toEqual([[], [0], [0]]);
  });

  it.each(completions)('counts nothing where nobody votes (%s)', (completion) => {
    const result = equalShares(
      { options: priced([1, 1]), ballots: [] },
      { budget: amount(1), completion, ties: all },
    );
    expect(result.winners).toEqual([]);
    expect(result.turnout).toEqual({ cast: 0, counted: 0 });
  });

  it('leaves ties open, or lets a rule decide them', () => {
    const profile = { options: priced([6, 6, 6]), ballots: approvals('1 AB', '1 BC', '1 CA') };
    expect(outcomes(profile, equalShares(profile, { budget: amount(9), ties: all }))).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(equalShares(profile, { budget: amount(9), ties: { kind: 'order' } }).winners).toEqual([0]);
  });

  it('finds what its definition finds, with every tie', () => {
    fc.assert(
      fc.property(budgets(5), fc.constantFrom('cost', 'cardinality'), ({ profile, budget }, satisfaction) => {
        const priced = profile.options.map((each) => ({ ...each, cost: plus(each.cost, amount('0.25')) }));
        const same = { ...profile, options: priced };
        const result = equalShares(same, { budget, satisfaction, ties: all });
        const plain = plainEqualShares(same, budget, satisfaction);
        expect(result.complete).toBe(true);
        expect(outcomes(same, result)).toEqual(outcomes(same, { ...result, outcomes: plain }));
      }),
      { numRuns: 500 },
    );
  });

  it('finds what its definition finds for points, however large they are', () => {
    const points = (most: number) =>
      fc.array(
        fc.record({
          weight: fc.integer({ min: 1, max: 3 }),
          options: fc.constant([0, 1, 2]),
          points: fc.array(fc.nat(most), { minLength: 3, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 5 },
      );
    const cases = fc.record({
      ballots: fc.constantFrom(3, 1_000_000_000).chain(points),
      costs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }),
      budget: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(cases, ({ ballots, costs, budget }) => {
        const profile = { options: priced(costs), ballots };
        const result = equalShares(profile, { budget: amount(budget), satisfaction: 'points', ties: all });
        const plain = plainEqualShares(profile, amount(budget), 'points');
        expect(outcomes(profile, result)).toEqual(outcomes(profile, { ...result, outcomes: plain }));
      }),
      { numRuns: 500 },
    );
  });

  it.each(completions)('keeps to the budget; sums of what is told add up (%s)', (completion) => {
    fc.assert(
      fc.property(budgets(), fc.constantFrom(...satisfactions), ({ profile, budget }, satisfaction) => {
        const result = equalShares(profile, { budget, satisfaction, completion, ties: all });
        for (const outcome of result.outcomes) {
          expect(compareRationals(costOf(profile.options, outcome), budget)).toBeLessThanOrEqual(0);
        }
        for (const { cost, supporters, price, inFull } of of(result, 'bought')) {
          expect(compareRationals(times(price, rational(inFull)), cost)).toBeLessThanOrEqual(0);
          expect(compareRationals(times(price, rational(supporters)), cost)).toBeGreaterThanOrEqual(0);
        }
        for (const { cost, money } of of(result, 'short'))
          expect(compareRationals(money, cost)).toBeLessThan(0);
      }),
    );
  });

  it.each(completions)(
    'knows no order of projects or ballots, and no size of the town (%s)',
    (completion) => {
      const cases = budgets().chain((budget) =>
        fc.tuple(
          fc.constant(budget),
          fc.shuffledSubarray([...budget.profile.options.keys()], {
            minLength: budget.profile.options.length,
          }),
        ),
      );
      fc.assert(
        fc.property(
          cases,
          fc.constantFrom(...satisfactions),
          ([{ profile, budget }, order], satisfaction) => {
            const found = (same: typeof profile, increment = rational(1)) =>
              outcomes(same, equalShares(same, { budget, satisfaction, completion, increment, ties: all }));
            expect(found(reorderedApprovals(profile, order))).toEqual(found(profile));
            const larger = { ...profile, ballots: scaled(profile, 3).ballots };
            expect(found(larger, rational(1, 3))).toEqual(found(profile));
          },
        ),
      );
    },
  );

  it('leaves nothing that could still be bought, when completed greedily', () => {
    fc.assert(
      fc.property(budgets(), fc.constantFrom('greedy', 'add1u'), ({ profile, budget }, completion) => {
        for (const outcome of equalShares(profile, { budget, completion, ties: all }).outcomes) {
          const spent = costOf(profile.options, outcome);
          for (const [project, { cost }] of profile.options.entries()) {
            if (!outcome.includes(project))
              expect(compareRationals(plus(spent, cost), budget)).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('never drops what it buys in every outcome because somebody else supports it too', () => {
    fc.assert(
      fc.property(budgets(), fc.nat(), fc.nat(), ({ profile, budget }, project, ballot) => {
        const settings = { budget, satisfaction: 'cardinality', ties: all } as const;
        const { winners } = equalShares(profile, settings);
        const winner = winners[project % Math.max(winners.length, 1)];
        const at = ballot % profile.ballots.length;
        fc.pre(winner !== undefined && !profile.ballots[at]?.approved.includes(winner));
        expect(equalShares(supportedBy(profile, at, winner), settings).winners).toContain(winner);
      }),
    );
  });

  it('can drop it when shares are raised: with one more supporter A leaves money for B, and both exceed the budget', () => {
    const profile = { options: priced([7, 1]), ballots: approvals('1 ', '2 AB', '1 A', '1 ') };
    const found = (profile: Profile<ApprovalBallot, Project>) =>
      outcomes(profile, equalShares(profile, { budget: amount(7), completion: 'add1', ties: all }));
    expect(found(profile)).toEqual(['A']);
    expect(found(supportedBy(profile, 0, 0))).toEqual(['B']);
  });

  it('gives every group that agrees on projects its share of them (extended justified representation)', () => {
    const cases = fc.integer({ min: 1, max: 5 }).chain((count) =>
      fc.record({
        seats: fc.integer({ min: 1, max: 4 }),
        options: fc.constant(priced(Array.from({ length: count }, () => 1))),
        ballots: fc.array(fc.subarray(Array.from({ length: count }, (_, at) => at)), {
          minLength: 1,
          maxLength: 8,
        }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ seats, options, ballots }) => {
        const profile = { options, ballots: ballots.map((approved) => ({ weight: 1, approved })) };
        const settings = { budget: amount(seats), satisfaction: 'cardinality', ties: all } as const;
        for (const outcome of equalShares(profile, settings).outcomes) {
          for (const common of subsets(options.length)) {
            const deserved = common.length;
            const neglected = ballots.filter(
              (approved) =>
                common.every((each) => approved.includes(each)) &&
                approved.filter((each) => outcome.includes(each)).length < deserved,
            );
            if (deserved > 0) expect(neglected.length * seats).toBeLessThan(deserved * ballots.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

const subsets = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => bits & (1 << at)),
  );

function supportedBy(
  profile: Profile<ApprovalBallot, Project>,
  place: number,
  project: number,
): Profile<ApprovalBallot, Project> {
  const ballots = profile.ballots.map((ballot, at) =>
    at === place ? { ...ballot, approved: [...ballot.approved, project] } : ballot,
  );
  return { ...profile, ballots };
}
