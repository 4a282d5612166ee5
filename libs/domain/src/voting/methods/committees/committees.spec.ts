import fc from 'fast-check';
import type { ApprovalBallot, Profile } from '../../profile';
import { compareRationals, fraction, plus, rational, zero } from '../../rational';
import type { Result } from '../../result';
import { approvalBallots, approvals, reorderedApprovals } from '../../testing/budgets';
import { all, lettered, outcomes, reordered, scaled } from '../../testing/profiles';
import type { CommitteeSettings } from './committee';
import { committeeEqualShares } from './committee-equal-shares';
import { committeePhragmen } from './committee-phragmen';
import { satisfactionApproval } from './satisfaction-approval';
import {
  chamberlinCourant,
  proportionalApproval,
  sequentialChamberlinCourant,
  sequentialProportionalApproval,
} from './thiele';
import { bestCommittees, MOST_APPROVALS, MOST_COMMITTEES, TooManyCommittees } from './thiele-optimum';

type Method = (profile: Profile<ApprovalBallot>, settings: CommitteeSettings) => Result<unknown>;

const methods: [string, Method][] = [
  ['satisfaction approval', satisfactionApproval],
  ['proportional approval', proportionalApproval],
  ['sequential proportional approval', sequentialProportionalApproval],
  ['Chamberlin and Courant', chamberlinCourant],
  ['sequential Chamberlin and Courant', sequentialChamberlinCourant],
  ['Phragmén', committeePhragmen],
  ['equal shares', committeeEqualShares],
  [
    'equal shares, completed by approvals',
    (profile, settings) => committeeEqualShares(profile, { ...settings, completion: 'approval' }),
  ],
];

const profiles = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.record({ options: fc.constant(lettered(count)), ballots: approvalBallots(count) }));

const elected = (count: number, seats: number, method: Method, ...ballots: string[]) => {
  const profile = { options: lettered(count), ballots: approvals(...ballots) };
  return outcomes(profile, method(profile, { seats, ties: all }));
};

/** Three parties with 60, 30 and 10 of 100 voters, and three candidates each. */
const parties = ['60 ABC', '30 DEF', '10 GHI'];

describe('committees by approvals', () => {
  it.each(methods.slice(1, 3).concat(methods.slice(5, 7)))(
    'give parties their share, as d’Hondt does (%s)',
    (_, method) => {
      const seats = elected(9, 3, method, ...parties).map((outcome) =>
        outcome.replace(/[ABC]/g, 'a').replace(/[DEF]/g, 'd'),
      );
      expect(new Set(seats)).toEqual(new Set(['aad']));
    },
  );

  it('hear as many people as they can, by Chamberlin and Courant', () => {
    const [first] = elected(9, 3, chamberlinCourant, ...parties);
    expect(first).toMatch(/^[ABC][DEF][GHI]$/);
    // Whom most approve of takes a seat in turn, though two others would do.
    expect(elected(3, 2, chamberlinCourant, '3 AB', '3 AC', '2 B', '2 C')).toEqual(['BC']);
    expect(elected(3, 2, sequentialChamberlinCourant, '3 AB', '3 AC', '2 B', '2 C')).toEqual(['AB', 'AC']);
  });

  it('elect another committee when Thiele’s is sought one by one', () => {
    const ballots = ['3 AB', '3 AC', '2 B', '2 C'];
    expect(elected(3, 2, proportionalApproval, ...ballots)).toEqual(['BC']);
    expect(elected(3, 2, sequentialProportionalApproval, ...ballots)).toEqual(['AB', 'AC']);
  });

  it('are worth to people what is told', () => {
    const profile = { options: lettered(3), ballots: approvals('4 ABC', '3 A', '2 ') };
    const { stages } = proportionalApproval(profile, { seats: 2, ties: { kind: 'order' } });
    expect(stages).toEqual([
      {
        kind: 'committee',
        members: [0, 1],
        worth: rational(9),
        approving: [2, 3, 4],
        without: [
          { member: 0, supporters: 7, worth: rational(4) },
          { member: 1, supporters: 4, worth: rational(7) },
        ],
        instead: [{ option: 2, supporters: 4, of: 1, worth: rational(9) }],
      },
    ]);
    const { stages: turns } = sequentialProportionalApproval(profile, { seats: 2, ties: { kind: 'order' } });
    expect(turns.map(({ option, gains }) => [option, ...gains.map(({ gain }) => fraction(gain))])).toEqual([
      [0, '7', '4', '4'],
      [1, '2', '2'],
    ]);
  });

  it('give each ballot one vote in equal parts, by satisfaction', () => {
    const profile = { options: lettered(3), ballots: approvals('4 AB', '3 C') };
    const { stages, ranking } = satisfactionApproval(profile, { seats: 1, ties: all });
    expect(stages[0]?.scores.map(({ score }) => fraction(score))).toEqual(['2', '2', '3']);
    expect(ranking).toEqual([[2], [0, 1]]);
  });

  it('are paid for in time, by Phragmén', () => {
    // Phragmén’s own example: 1034 ABC, 519 PQR, 90 ABQ, 47 APQ.
    const profile = { options: lettered(6), ballots: approvals('1034 ABC', '519 DEF', '90 ABE', '47 ADE') };
    const { winners, stages } = committeePhragmen(profile, { seats: 3, ties: all });
    expect(winners).toEqual([0, 4, 1]);
    expect(stages).toMatchObject([
      { kind: 'seated', option: 0, supporters: 1171, time: rational(1, 1171) },
      { kind: 'seated', option: 4, supporters: 656 },
      { kind: 'seated', option: 1, supporters: 1124 },
      { kind: 'unseated', option: 2, supporters: 1034 },
      { kind: 'unseated', option: 3, supporters: 566 },
      { kind: 'unseated', option: 5, supporters: 519 },
    ]);
  });

  it('fill seats with anybody when nobody else is approved', () => {
    expect(elected(4, 2, committeePhragmen, '5 A')).toEqual(['AB', 'AC', 'AD']);
    expect(elected(2, 2, committeePhragmen, '5 A')).toEqual(['AB']);
    expect(elected(4, 2, committeeEqualShares, '5 A')).toEqual(['AB', 'AC', 'AD']);
  });

  it('leave seats empty that nobody can pay for, where they are told to', () => {
    const profile = { options: lettered(4), ballots: approvals('3 A', '1 B', '1 C', '1 D') };
    const result = committeeEqualShares(profile, { seats: 2, completion: 'none', ties: all });
    expect(result.winners).toEqual([0]);
    expect(result.stages).toEqual([
      { kind: 'paid', option: 0, supporters: 3, price: rational(1, 3), inFull: 3 },
      { kind: 'short', option: 1, supporters: 1, money: rational(1, 3) },
      { kind: 'short', option: 2, supporters: 1, money: rational(1, 3) },
      { kind: 'short', option: 3, supporters: 1, money: rational(1, 3) },
    ]);
  });

  it('are not sought where too many would have to be looked at, or are equally good', () => {
    const people = Array.from({ length: 40 }, (_, place) => place);
    const all = people.map(() => ({ by: people, points: [], score: 40 }));
    const weights = people.map((place) => 100 + ((place * 37) % 11));
    const limit = (support: typeof all, next: bigint[]) => {
      try {
        return bestCommittees(people, support, weights, next);
      } catch (thrown) {
        return thrown instanceof TooManyCommittees ? thrown.limit : thrown;
      }
    };
    expect(limit(all, [1n, 0n, 0n, 0n])).toBe(MOST_COMMITTEES);
    const few = people.map((at) => ({ by: [at, at % 3, 3 + (at % 5)], points: [], score: 3 }));
    const harmonic = people.slice(0, 12).map((at) => 27720n / BigInt(at + 1));
    expect(limit(few, harmonic)).toBe(MOST_APPROVALS);
  });

  it.each(methods)('have as many members as there are seats, or as stand (%s)', (_, method) => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 0, max: 7 }), (profile, seats) => {
        const { outcomes } = method(profile, { seats, ties: all });
        for (const outcome of outcomes) expect(outcome).toHaveLength(Math.min(seats, profile.options.length));
      }),
    );
  });

  it.each(methods)('know no order of candidates or ballots, and no size of the town (%s)', (_, method) => {
    fc.assert(
      fc.property(reordered(profiles), fc.integer({ min: 1, max: 4 }), ([profile, order], seats) => {
        const found = outcomes(profile, method(profile, { seats, ties: all }));
        for (const same of [reorderedApprovals(profile, order), scaled(profile, 3)]) {
          expect(outcomes(same, method(same, { seats, ties: all }))).toEqual(found);
        }
      }),
    );
  });

  it.each(methods)('leave out who is withdrawn (%s)', (_, method) => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 4 }), (profile, seats) => {
        const [first, ...others] = profile.options;
        const options = first ? [{ ...first, withdrawn: true }, ...others] : [];
        for (const outcome of method({ ...profile, options }, { seats, ties: all }).outcomes) {
          expect(outcome).not.toContain(0);
        }
      }),
    );
  });

  it.each([
    ['proportional approval', proportionalApproval, (has: number) => harmonic(has)],
    ['Chamberlin and Courant', chamberlinCourant, (has: number) => rational(Math.min(has, 1))],
  ] as const)('are the best of all there are (%s)', (_, method, worth) => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 4 }), (profile, seats) => {
        const size = Math.min(seats, profile.options.length);
        const sets = subsets(profile.options.length).filter((set) => set.length === size);
        const worths = sets.map((set) =>
          profile.ballots
            .flatMap(({ weight, approved }) =>
              Array.from({ length: weight }, () =>
                worth(approved.filter((each) => set.includes(each)).length),
              ),
            )
            .reduce(plus, zero),
        );
        const [most = zero] = [...worths].sort((a, b) => compareRationals(b, a));
        const best = sets.filter((_, at) => compareRationals(worths[at] ?? zero, most) === 0);
        const result = method(profile, { seats, ties: all });
        expect(outcomes(profile, result)).toEqual(outcomes(profile, { ...result, outcomes: best }));
      }),
    );
  });

  it.each([
    ['proportional approval', proportionalApproval],
    ['equal shares', committeeEqualShares],
  ] as const)('represent every group that agrees as its size deserves (%s)', (_, method) => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 4 }), (profile, seats) => {
        const people = profile.ballots.reduce((sum, { weight }) => sum + weight, 0);
        for (const outcome of method(profile, { seats, ties: all }).outcomes) {
          for (const common of subsets(profile.options.length).slice(1)) {
            const neglected = profile.ballots
              .filter(({ approved }) => common.every((each) => approved.includes(each)))
              .filter(
                ({ approved }) => approved.filter((each) => outcome.includes(each)).length < common.length,
              )
              .reduce((sum, { weight }) => sum + weight, 0);
            if (common.length <= seats) expect(neglected * seats).toBeLessThan(common.length * people);
          }
        }
      }),
    );
  });
});

const harmonic = (has: number) =>
  Array.from({ length: has }, (_, at) => rational(1, at + 1)).reduce(plus, zero);

const subsets = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => bits & (1 << at)),
  );
