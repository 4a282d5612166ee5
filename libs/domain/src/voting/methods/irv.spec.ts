import fc from 'fast-check';
import { rational } from '../rational';
import { all, outcomes, raised, rankingOf, rankings } from '../testing/profiles';
import { irv } from './irv';

describe('an instant run-off', () => {
  it('excludes who has fewest votes, round by round, and ranks all', () => {
    // Nashville is nearest for most of Tennessee, and Knoxville wins: the textbook example, of 100 people.
    const profile = rankings(4, '42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA');
    const result = irv(profile, { ties: all });
    expect(result.stages.map(({ excluded, majority }) => [excluded, majority])).toEqual([
      [[2], undefined],
      [[1], undefined],
      [[0], 3],
      [[], 3],
    ]);
    expect(result.stages[1]?.votes).toEqual([
      { option: 0, votes: rational(42) },
      { option: 1, votes: rational(26) },
      { option: 3, votes: rational(32) },
    ]);
    expect(rankingOf(profile, result)).toBe('D A B C');
    expect(result.turnout).toEqual({ cast: 100, counted: 100 });
  });

  it('tells whose ballots name nobody further', () => {
    const { stages, turnout } = irv(rankings(3, '4 A', '3 B', '2 C', '1 '), { ties: all });
    expect(stages.map(({ silent }) => silent)).toEqual([1, 3, 6]);
    expect(turnout).toEqual({ cast: 10, counted: 9 });
  });

  it('splits the vote of a ballot between those it likes equally, among those still there', () => {
    const { stages, winners } = irv(rankings(4, '4 (ABC)', '2 A', '3 B', '3 D', '1 C'), { ties: all });
    expect(stages[0]?.votes.map(({ votes }) => votes)).toEqual([
      rational(10, 3),
      rational(13, 3),
      rational(7, 3),
      rational(3),
    ]);
    expect(stages[1]?.votes.map(({ votes }) => votes)).toEqual([rational(4), rational(5), rational(3)]);
    expect(winners).toEqual([1]);
  });

  it('finds every outcome of a tie for the fewest votes', () => {
    // Without A, C wins; without B or C, A does.
    const profile = rankings(3, '2 ACB', '2 BAC', '2 CAB');
    expect(outcomes(profile, irv(profile, { ties: all }))).toEqual(['A', 'C']);
    expect(irv(profile, { ties: { kind: 'order' } }).stages[0]).toMatchObject({
      excluded: [2],
      equals: [0, 1, 2],
    });
  });

  it('calls two who are left with equal votes equals, and lets the rule say who wins', () => {
    const profile = rankings(2, '3 A', '3 B');
    expect(rankingOf(profile, irv(profile, { ties: all }))).toBe('AB');
    expect(irv(profile, { ties: all }).outcomes).toEqual([[0], [1]]);
    expect(irv(profile, { ties: { kind: 'order' } }).winners).toEqual([0]);
  });

  it('lets all without a vote go at once, so that twenty of them are no tie', () => {
    const profile = rankings(22, '3 AC', '2 B');
    const { stages, complete, outcomes } = irv(profile, { ties: all });
    expect(stages[0]?.excluded).toHaveLength(20);
    expect([complete, outcomes]).toEqual([true, [[0]]]);
  });

  it('ends where nobody stands, and where nobody votes', () => {
    expect(irv(rankings(0), { ties: all }).outcomes).toEqual([[]]);
    expect(irv(rankings(3), { ties: all }).outcomes).toEqual([[0], [1], [2]]);
  });

  it('can make who wins lose by being liked more', () => {
    const before = rankings(3, '39 ABC', '35 BCA', '26 CAB');
    // Ten of those who like B best now like A best.
    const after = {
      ...before,
      ballots: before.ballots.flatMap((ballot) =>
        ballot.weight === 35 ? [{ ...ballot, weight: 25 }, raised({ ...ballot, weight: 10 }, 0)] : [ballot],
      ),
    };
    expect(outcomes(before, irv(before, { ties: all }))).toEqual(['A']);
    expect(outcomes(after, irv(after, { ties: all }))).toEqual(['C']);
  });

  it('lets chance find such a case', () => {
    const rankingsOf3 = ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA'];
    const monotone = fc.property(
      fc.tuple(...rankingsOf3.map((ranking) => fc.nat(20).map((weight) => `${weight} ${ranking}`))),
      fc.nat(5),
      (ballots, at) => {
        const before = rankings(3, ...ballots);
        const [winner, ...tied] = irv(before, { ties: all }).outcomes.flat();
        if (winner === undefined || tied.length > 0) return true;
        const liked = before.ballots.map((ballot, place) => (place === at ? raised(ballot, winner) : ballot));
        return irv({ ...before, ballots: liked }, { ties: all })
          .outcomes.flat()
          .includes(winner);
      },
    );
    expect(fc.check(monotone, { numRuns: 20_000, seed: 1 }).failed).toBe(true);
  });

  it('looks at earlier rounds for a difference between equals, where it is told to', () => {
    // E goes first, D next; then B and C have 10 each. In the first round B had more, in the second C.
    const profile = rankings(5, '20 A', '8 B', '6 C', '2 DB', '1 DC', '2 D', '3 EC', '1 E');
    const excluded = (look?: 'backwards' | 'forwards') =>
      irv(profile, { ties: all, look }).stages.map((stage) => stage.excluded);
    expect(excluded('backwards').slice(0, 3)).toEqual([[4], [3], [1]]);
    expect(excluded('forwards').slice(0, 3)).toEqual([[4], [3], [2]]);
    expect(excluded().slice(0, 3)).toEqual([[4], [3], [2]]);
    expect(irv(profile, { ties: { kind: 'order', among: [2, 1] } }).stages[2]?.excluded).toEqual([1]);
  });
});
