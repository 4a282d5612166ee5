import type { Profile, RankedBallot } from '../profile';
import { all, rankings } from '../testing/profiles';
import type { TieRule } from '../ties';
import { scottishStv } from './scottish-stv';
import { type GregoryStage, timesOver } from './weighted-inclusive-gregory';
import { wigmStv } from './wigm-stv';

const order: TieRule = { kind: 'order' };

/** A stage in short: what happened to whom, all votes, what is lost, who is elected. */
const told = (stages: readonly GregoryStage[]) =>
  stages.map(({ kind, option, votes, nonTransferable, cutOff, elected }) =>
    [
      kind === 'first' || kind === 'remaining' ? kind : `${kind} ${option}`,
      votes.map((each) => each.votes).join(' '),
      `lost ${nonTransferable} + ${cutOff}`,
      `elected ${elected}`,
    ].join(' | '),
  );

describe('Scottish transferable votes', () => {
  it('pass a surplus on, exclude who has fewest, and give the last seat to who is left', () => {
    const { winners, stages, turnout } = scottishStv(rankings(3, '4 AB', '2 C'), { seats: 2, ties: order });
    expect(stages[0]?.quota).toBe('3.00000');
    expect(told(stages)).toEqual([
      'first | 4.00000 0.00000 2.00000 | lost 0.00000 + 0.00000 | elected 0',
      'surplus 0 | 3.00000 1.00000 2.00000 | lost 0.00000 + 0.00000 | elected ',
      'exclusion 1 | 3.00000 0.00000 2.00000 | lost 1.00000 + 0.00000 | elected ',
      'remaining | 3.00000 0.00000 2.00000 | lost 1.00000 + 0.00000 | elected 2',
    ]);
    expect(stages[1]?.surplus).toBe('1.00000');
    expect(winners).toEqual([0, 2]);
    expect(turnout).toEqual({ cast: 6, counted: 6 });
  });

  it('cut the value of a paper off at five places, each time it is passed on', () => {
    // The quota is 4. A passes seven papers on at 3/7, and B, with 4.99999 votes, passes them on at 0.42857 × 0.99999/4.99999.
    const profile = rankings(5, '7 ABC', '2 BC', '3 D', '3 E');
    const { stages } = scottishStv(profile, { seats: 3, ties: order });
    expect(told(stages.slice(0, 3))).toEqual([
      'first | 7.00000 2.00000 0.00000 3.00000 3.00000 | lost 0.00000 + 0.00000 | elected 0',
      'surplus 0 | 4.00000 4.99999 0.00000 3.00000 3.00000 | lost 0.00000 + 0.00001 | elected 1',
      'surplus 1 | 4.00000 4.00000 0.99995 3.00000 3.00000 | lost 0.00000 + 0.00005 | elected ',
    ]);
  });

  it('pass no surplus of nothing on', () => {
    const { stages } = scottishStv(rankings(4, '3 AB', '2 B', '2 C', '1 D'), { seats: 2, ties: all });
    expect(stages.map(({ kind }) => kind)).not.toContain('surplus');
    expect(stages[0]?.elected).toEqual([0]);
  });

  it('pass equal surpluses on in every order', () => {
    const profile = rankings(5, '6 AD', '6 BD', '6 CE', '1 D', '1 E');
    const { outcomes, complete, stages } = scottishStv(profile, { seats: 4, ties: all });
    expect(stages.map(({ kind }) => kind)).toEqual([
      'first',
      'surplus',
      'surplus',
      'surplus',
      'exclusion',
      'remaining',
    ]);
    expect([outcomes, complete]).toEqual([[[0, 1, 2, 3]], true]);
  });

  it('look back, stage by stage, where several have fewest votes', () => {
    const profile = rankings(5, '1 AB', '2 B', '3 C', '4 D', '5 E');
    const { stages, ties, outcomes } = scottishStv(profile, { seats: 2, ties: all });
    // B and C have 3 votes each once A is out; before, B had 2.
    expect(stages.map(({ kind, option }) => [kind, option])).toEqual([
      ['first', undefined],
      ['exclusion', 0],
      ['exclusion', 1],
      ['exclusion', 2],
      ['remaining', undefined],
    ]);
    expect(stages[2]?.equals).toEqual([1, 2]);
    expect(ties).toEqual([]);
    expect(outcomes).toEqual([[3, 4]]);
  });

  it('look back where several have the largest surplus', () => {
    // With what A leaves, B and C have 13 votes each, one more than the quota; before, C had more.
    const profile = rankings(5, '5 AB', '2 AC', '8 BD', '11 CE', '10 D', '10 E');
    const { stages, ties } = scottishStv(profile, { seats: 3, ties: all });
    expect(stages[0]?.quota).toBe('12.00000');
    expect(stages.slice(1, 3).map(({ kind, option }) => [kind, option])).toEqual([
      ['exclusion', 0],
      ['surplus', 2],
    ]);
    expect(stages[2]?.equals).toEqual([1, 2]);
    expect(ties).toEqual([]);
  });

  it('leave open what no stage tells apart, and ask nobody where all without a vote must go', () => {
    const profile = rankings(6, '5 A', '2 B', '2 C');
    const { outcomes, complete } = scottishStv(profile, { seats: 2, ties: all });
    expect(outcomes).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(complete).toBe(true);
    const { ties } = scottishStv(profile, { seats: 2, ties: order });
    expect(ties).toEqual([{ for: 'lose', among: [[1], [2]], taken: [2] }]);
  });

  it('skip who withdrew, and end a ballot where several who stand are equals', () => {
    const profile: Profile<RankedBallot> = {
      options: rankings(4).options.map((option, index) =>
        index === 1 ? { ...option, withdrawn: true } : option,
      ),
      ballots: [
        { weight: 3, ranking: [1, 0] },
        { weight: 2, ranking: [[1, 2], 3] },
        { weight: 4, ranking: [[2, 3], 0] },
        { weight: 5, ranking: [1] },
        { weight: 1, ranking: [3, [0, 2]] },
      ],
    };
    const { stages, turnout } = scottishStv(profile, { seats: 1, ties: all });
    expect(turnout).toEqual({ cast: 15, counted: 6 });
    expect(stages[0]?.votes).toEqual([
      { option: 0, votes: '3.00000' },
      { option: 2, votes: '2.00000' },
      { option: 3, votes: '1.00000' },
    ]);
  });

  it.each([
    ['nobody stands', rankings(0), 2, [[]]],
    ['nobody votes', rankings(2), 1, [[0], [1]]],
    ['there are seats for all', rankings(2, '3 A'), 5, [[0, 1]]],
    ['there is no seat', rankings(2, '3 A'), 0, [[]]],
  ])('come to an end where %s', (_, profile, seats, outcomes) => {
    expect(scottishStv(profile, { seats, ties: all }).outcomes).toEqual(
      outcomes.length > 0 ? outcomes : [[]],
    );
  });

  it('count whole nations exactly, and refuse more people than figures hold', () => {
    // The product of worth and surplus is above 2^53.
    const nation = rankings(4, '40000000001 ABC', '7 B', '9 D');
    const { stages } = scottishStv(nation, { seats: 2, ties: all });
    expect(stages[1]?.votes.map(({ votes }) => votes)).toEqual([
      '13333333340.00000',
      '26666400007.66666',
      '0.00000',
      '9.00000',
    ]);
    expect(() => scottishStv(rankings(2, '90071992548 A'), { seats: 1, ties: all })).toThrow(RangeError);
  });
});

describe('the share of a surplus', () => {
  it.each([
    [7, 3, 2, 10],
    [380164803113, 29819754833681, 389029715022, 29140245044220],
    [100_000, 900_719_925_474_099, 900_719_925_474_100, 99_999],
  ])('is cut off: %d × %d ÷ %d', (a, b, c, quotient) => {
    expect(timesOver(a, b, c)).toBe(quotient);
  });
});

describe('transferable votes by the reference rule of weighted inclusive Gregory', () => {
  it('cut products and quotients off at four places', () => {
    const { stages, winners } = wigmStv(rankings(3, '4 AB', '2 C'), { seats: 2, ties: order });
    expect(stages[0]?.quota).toBe('2.0001');
    // Each of four papers is worth 1.9999 ÷ 4 = 0.4999.
    expect(told(stages).slice(1)).toEqual([
      'surplus 0 | 2.0001 1.9996 2.0000 | lost 0.0000 + 0.0003 | elected ',
      'exclusion 1 | 2.0001 0.0000 2.0000 | lost 1.9996 + 0.0003 | elected ',
      'remaining | 2.0001 0.0000 2.0000 | lost 1.9996 + 0.0003 | elected 2',
    ]);
    expect(winners).toEqual([0, 2]);
  });

  it('do not look back between equals', () => {
    const profile = rankings(5, '1 AB', '2 B', '3 C', '4 D', '5 E');
    expect(wigmStv(profile, { seats: 2, ties: order }).ties).toEqual([
      { for: 'lose', among: [[1], [2]], taken: [2] },
    ]);
  });
});
