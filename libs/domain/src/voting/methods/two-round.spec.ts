import { rational } from '../rational';
import { all, outcomes, rankingOf, rankings } from '../testing/profiles';
import { twoRound } from './two-round';

describe('two rounds', () => {
  it('end with the first where somebody has more than half', () => {
    const profile = rankings(4, '51 ABCD', '24 BCDA', '25 CDBA');
    const result = twoRound(profile, { ties: all });
    expect(result.winners).toEqual([0]);
    expect(result.stages).toHaveLength(1);
    expect(result.stages[0]).toMatchObject({ kind: 'first', majority: 0, silent: 0 });
    expect(rankingOf(profile, result)).toBe('A C B D');
  });

  it('let the two with most votes meet where nobody has', () => {
    const profile = rankings(4, '42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA', '1 ');
    const result = twoRound(profile, { ties: all });
    expect(result.stages[1]).toEqual({
      kind: 'second',
      votes: [
        { option: 0, votes: rational(42) },
        { option: 1, votes: rational(58) },
      ],
      silent: 1,
      majority: 1,
    });
    expect(rankingOf(profile, result)).toBe('B A D C');
    expect(result.turnout).toEqual({ cast: 101, counted: 100 });
  });

  it('take exactly half for no majority', () => {
    const profile = rankings(3, '50 AC', '30 BC', '20 CB');
    expect(twoRound(profile, { ties: all }).stages).toHaveLength(2);
  });

  it('leave open who meets whom, and who wins, where votes are equal', () => {
    const profile = rankings(3, '4 ABC', '3 BCA', '3 CBA');
    expect(outcomes(profile, twoRound(profile, { ties: all }))).toEqual(['B', 'C']);
    const equal = rankings(2, '5 A', '5 B');
    expect(rankingOf(equal, twoRound(equal, { ties: all }))).toBe('AB');
    expect(outcomes(equal, twoRound(equal, { ties: all }))).toEqual(['A', 'B']);
    expect(twoRound(equal, { ties: { kind: 'order' } }).ties).toEqual([
      { for: 'win', among: [[0], [1]], taken: [0] },
    ]);
  });

  it('split the vote of a ballot between those it likes equally', () => {
    const profile = rankings(3, '1 ABC', '1 (AC)B');
    const result = twoRound(profile, { ties: all });
    expect(result.stages[0]?.votes.map(({ votes }) => votes)).toEqual([
      rational(3, 2),
      rational(0),
      rational(1, 2),
    ]);
    expect(rankingOf(profile, result)).toBe('A C B');
  });

  it('need somebody who stands', () => {
    expect(twoRound(rankings(0), { ties: all }).outcomes).toEqual([[]]);
    expect(twoRound(rankings(1), { ties: all }).outcomes).toEqual([[0]]);
    expect(twoRound(rankings(2), { ties: all }).outcomes).toEqual([[0], [1]]);
  });
});
