import type { Profile, RankedBallot } from '../profile';
import { all, rankings } from '../testing/profiles';
import type { TieRule } from '../ties';
import { MeekRankings, ONE } from './meek-rankings';
import { meekStv } from './meek-stv';

const order: TieRule = { kind: 'order' };

const outcomes = (profile: Profile<RankedBallot>, seats: number) =>
  meekStv(profile, { seats, ties: all }).outcomes;

const votesOf = (profile: Profile<RankedBallot>, ...keep: number[]) =>
  new MeekRankings(profile)
    .distribute(keep.map((factor) => factor * ONE))
    .map((votes) => Number(votes) / ONE);

describe('what ballots give', () => {
  it('is kept by factor, rank by rank', () => {
    expect(votesOf(rankings(3, '4 ABC', '2 AC', '1 C'), 0.5, 0.25, 1)).toEqual([3, 0.5, 3.5]);
  });

  it('passes by who keeps nothing', () => {
    expect(votesOf(rankings(3, '4 ABC', '1 BA', '2 A'), 0, 1, 1)).toEqual([0, 5, 0]);
  });

  it('is split evenly between equals who keep anything, and goes on as they leave it', () => {
    expect(votesOf(rankings(3, '4 (AB)C'), 0.5, 1, 1)).toEqual([1, 2, 1]);
    expect(votesOf(rankings(3, '4 (AB)C'), 0, 0.5, 1)).toEqual([0, 2, 2]);
    expect(votesOf(rankings(3, '4 (AB)C'), 0, 0, 1)).toEqual([0, 0, 4]);
  });

  it('is rounded up to nine places for who keeps it', () => {
    const keep = [1 / 3, 1 / 3, 1].map((factor) => Math.floor(factor * ONE));
    // 0.333333333 of one is kept, and of the 0.666666667 left 0.2222222219..., so 0.222222223.
    expect(new MeekRankings(rankings(3, '2 ABC')).distribute(keep)).toEqual([
      666666666n,
      444444446n,
      888888888n,
    ]);
  });

  it('is exact for as many people as there are', () => {
    const profile = rankings(2, '9000000001 AB', '3 B');
    expect(new MeekRankings(profile).distribute([333_333_333, ONE])).toEqual([
      9000000001n * 333_333_333n,
      9000000001n * 666_666_667n + 3n * BigInt(ONE),
    ]);
    expect(() => new MeekRankings(rankings(1, `${2 ** 38 + 1} A`))).toThrow(RangeError);
  });
});

describe("Meek's transferable votes", () => {
  it('lower the factors of who is elected until they have the quota', () => {
    const { stages, winners } = meekStv(rankings(3, '4 AB', '2 C'), { seats: 2, ties: order });
    expect(stages.map(({ kind, option, elected }) => [kind, option, elected])).toEqual([
      ['first', undefined, []],
      ['election', undefined, [0]],
      ['exclusion', 1, []],
      ['remaining', undefined, [2]],
    ]);
    expect(stages[0]?.quota).toBe('2.000000001');
    expect(stages[2]?.votes).toEqual([
      { option: 0, votes: '2.000000004', keep: '0.500000001' },
      { option: 1, votes: '1.999999996', keep: '1.000000000' },
      { option: 2, votes: '2.000000000', keep: '1.000000000' },
    ]);
    expect(winners).toEqual([0, 2]);
  });

  it('lower the quota as votes find nobody', () => {
    const { stages } = meekStv(rankings(4, '6 A', '2 B', '2 C', '1 D'), { seats: 2, ties: order });
    const quotas = stages.map(({ quota }) => Number(quota));
    expect(quotas).toEqual([...quotas].sort((a, b) => b - a));
    expect(Number(stages.at(-1)?.nonTransferable)).toBeGreaterThan(1);
  });

  it('do not know whether somebody withdrew or never stood', () => {
    const { options, ballots: cast } = rankings(4, '4 ABC', '3 BCA', '2 (AC)B', '3 DA', '2 DC', '5 D');
    const withdrawn = {
      options: options.map((each, at) => (at === 3 ? { ...each, withdrawn: true } : each)),
      ballots: cast,
    };
    const never = rankings(3, '4 ABC', '3 BCA', '2 (AC)B', '3 A', '2 C');
    const [a, b] = [withdrawn, never].map((profile) => meekStv(profile, { seats: 2, ties: all }));
    expect(a?.stages).toEqual(b?.stages);
    expect(a?.turnout).toEqual({ cast: 19, counted: 14 });
  });

  it('take for equals whom the surplus that is left could bring together', () => {
    const { stages } = meekStv(rankings(3, '3 A'), { seats: 2, ties: order });
    expect(stages[2]).toMatchObject({ kind: 'exclusion', option: 2, equals: [1, 2] });
    expect(meekStv(rankings(3, '3 A'), { seats: 2, ties: all }).outcomes).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('take no more than there are seats, where equals bring more to the quota', () => {
    // A, B and C have more than the quota together, and D, E and F would have it too.
    expect(outcomes(rankings(6, '875 (ABC)(DEF)'), 4)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 4],
      [0, 1, 2, 5],
    ]);
  });

  it('go on where equals leave somebody who is elected below the quota', () => {
    expect(outcomes(rankings(4, '832 B(ACD)'), 3)).toEqual([
      [0, 1, 2],
      [0, 1, 3],
      [1, 2, 3],
    ]);
  });

  it('find every outcome of many ties without going every way', () => {
    const { outcomes, complete } = meekStv(rankings(9, '9 AI'), { seats: 2, ties: all });
    expect(complete).toBe(true);
    expect(outcomes).toEqual([[0, 8]]);
  });

  it.each([
    ['nobody stands', rankings(0), 2, [[]]],
    ['nobody votes', rankings(2), 1, [[0], [1]]],
    ['there are seats for all', rankings(2, '3 A'), 5, [[0, 1]]],
    ['there is no seat', rankings(2, '3 A'), 0, [[]]],
  ])('come to an end where %s', (_, profile, seats, outcomes) => {
    expect(meekStv(profile, { seats, ties: all }).outcomes).toEqual(outcomes);
  });
});
