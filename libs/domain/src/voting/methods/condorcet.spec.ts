import fc from 'fast-check';
import { type Profile, type Rank, type RankedBallot } from '../profile';
import {
  all,
  outcomes,
  raised,
  rankedProfiles,
  rankingOf,
  rankings,
  relabelled,
  reordered,
  scaled,
} from '../testing/profiles';
import { copeland } from './copeland';
import { minimax } from './minimax';
import { condorcetLoser, condorcetWinner, majorities, type PairwiseStage, pairwise } from './pairwise';
import { rankedPairs } from './ranked-pairs';
import { type PathsStage, schulze, strongestPath } from './schulze';

type Ballots = Profile<RankedBallot>;

const methods = {
  'schulze, winning votes': (profile: Ballots) => schulze(profile, { ties: all }),
  'schulze, margins': (profile: Ballots) => schulze(profile, { strength: 'margins', ties: all }),
  'ranked pairs, winning votes': (profile: Ballots) =>
    rankedPairs(profile, { strength: 'winning-votes', ties: all }),
  'ranked pairs, margins': (profile: Ballots) => rankedPairs(profile, { ties: all }),
  copeland: (profile: Ballots) => copeland(profile, { ties: all }),
  'minimax, winning votes': (profile: Ballots) => minimax(profile, { ties: all }),
  'minimax, margins': (profile: Ballots) => minimax(profile, { measure: 'margins', ties: all }),
};

describe('the pairwise table', () => {
  it('has those who want one option more than another', () => {
    // Example 1 of Schulze 2011, section 3.1.
    const profile = rankings(4, '8 ACDB', '2 BADC', '4 CDBA', '4 DBAC', '3 DCBA');
    expect(pairwise(profile).preferred).toEqual([
      [0, 8, 14, 10],
      [13, 0, 6, 2],
      [7, 15, 0, 12],
      [11, 19, 9, 0],
    ]);
  });

  it('puts options below that a ballot does not rank, or hears nothing of them', () => {
    const profile = rankings(4, '3 A(BC)', '2 B');
    expect(pairwise(profile).preferred).toEqual([
      [0, 3, 3, 3],
      [2, 0, 2, 5],
      [0, 0, 0, 3],
      [0, 0, 0, 0],
    ]);
    expect(pairwise(profile, 'silent').preferred).toEqual([
      [0, 3, 3, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('is what one finds pair by pair, with every way of saying it', () => {
    const place = ({ ranking }: RankedBallot, option: number) =>
      ranking.findIndex((rank) => [rank].flat().includes(option));
    fc.assert(
      fc.property(
        rankedProfiles(9),
        fc.constantFrom('below' as const, 'silent' as const),
        (profile, unranked) => {
          const { preferred } = pairwise(profile, unranked);
          const prefers = (ballot: RankedBallot, a: number, b: number) => {
            const [above, below] = [place(ballot, a), place(ballot, b)];
            return above >= 0 && (below < 0 ? unranked === 'below' : above < below);
          };
          for (const a of profile.options.keys())
            for (const b of profile.options.keys()) {
              const voters = profile.ballots.filter((ballot) => prefers(ballot, a, b));
              expect(preferred[a]?.[b]).toBe(voters.reduce((sum, { weight }) => sum + weight, 0));
            }
        },
      ),
    );
  });

  it('leaves out those who can no longer win, as if they had never stood', () => {
    const profile = rankings(4, '3 ABCD', '2 DCBA', '4 BDAC');
    const options = profile.options.map((option, index) => ({ ...option, withdrawn: index === 1 }));
    const { among, preferred } = pairwise({ ...profile, options });
    expect(among).toEqual([0, 2, 3]);
    expect(preferred).toEqual([
      [0, 0, 7, 3],
      [0, 0, 0, 0],
      [2, 0, 0, 3],
      [6, 0, 6, 0],
    ]);
  });

  it('orders majorities by those who are for them, then by those who are against them, or by the difference', () => {
    const table = pairwise(rankings(3, '5 AB', '3 B', '5 CA', '4 BC'));
    const pairs = (groups: ReturnType<typeof majorities>) =>
      groups.map((equals) => equals.map(({ winner, loser }) => 'ABC'.charAt(winner) + 'ABC'.charAt(loser)));
    // AB 10:7, BC 12:5, CA 9:5.
    expect(pairs(majorities(table, 'winning-votes'))).toEqual([['BC'], ['AB'], ['CA']]);
    expect(pairs(majorities(table, 'margins'))).toEqual([['BC'], ['CA'], ['AB']]);
    // AB 4:2 and CA 4:1, since some who rank C and A have left out B and A.
    const close = pairwise(rankings(3, '4 AB', '2 BA', '1 AC', '4 CA'), 'silent');
    expect(pairs(majorities(close, 'winning-votes'))).toEqual([['CA'], ['AB']]);
  });
});

describe("Schulze's method", () => {
  it.each([
    ['example 1 of the paper', 4, ['8 ACDB', '2 BADC', '4 CDBA', '4 DBAC', '3 DCBA'], 'D A C B'],
    [
      'example 3 of the paper',
      5,
      ['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC'],
      'E A C B D',
    ],
    ['example 4 of the paper, with two winners', 4, ['3 ABCD', '2 DABC', '2 DBCA', '2 CBDA'], 'BD AC'],
  ])('ranks %s', (_, options, ballots, expected) => {
    const profile = rankings(options, ...ballots);
    expect(rankingOf(profile, schulze(profile, { ties: all }))).toBe(expected);
  });

  it('leaves two winners open, or takes one by the rule', () => {
    const profile = rankings(4, '3 ABCD', '2 DABC', '2 DBCA', '2 CBDA');
    const open = schulze(profile, { ties: all });
    expect(open).toMatchObject({ winners: [], outcomes: [[1], [3]], complete: true });
    const decided = schulze(profile, { ties: { kind: 'order' } });
    expect(decided).toMatchObject({
      winners: [1],
      outcomes: [[1]],
      ties: [{ for: 'win', among: [[1], [3]], taken: [1] }],
    });
    expect(schulze(profile, { seats: 2, ties: all }).outcomes).toEqual([[1, 3]]);
    expect(schulze(profile, { seats: 3, ties: all }).outcomes).toEqual([
      [0, 1, 3],
      [1, 2, 3],
    ]);
  });

  it('elects the same where an option is joined by another that everybody likes as much or nearly as much', () => {
    fc.assert(
      fc.property(
        rankedProfiles(),
        fc.nat(),
        fc.infiniteStream(fc.constantFrom(-1, 0, 1)),
        (profile, nth, sides) => {
          const like = nth % profile.options.length;
          const clone = profile.options.length;
          const beside = (rank: Rank): Rank[] => {
            const [shared, side] = [[rank].flat(), sides.next().value];
            if (!shared.includes(like)) return [rank];
            if (side === 0 || shared.length > 1) return [[...shared, clone]];
            return side < 0 ? [clone, like] : [like, clone];
          };
          const ballots = profile.ballots.map(({ weight, ranking }) => ({
            weight,
            ranking: ranking.flatMap(beside),
          }));
          const options = [...profile.options, { id: 'clone', name: 'clone' }];
          const winners = schulze({ options, ballots }, { ties: all }).outcomes.flat();
          const told = winners.map((each) => (each === clone ? like : each));
          expect(new Set(told)).toEqual(new Set(schulze(profile, { ties: all }).outcomes.flat()));
        },
      ),
    );
  });

  it('shows paths of which each step is a majority, and the weakest of them the one that it names', () => {
    fc.assert(
      fc.property(rankedProfiles(6), (profile) => {
        const [first, second] = schulze(profile, { strength: 'margins', ties: all }).stages;
        const { preferred } = (first as PairwiseStage).table;
        const paths = second as PathsStage;
        for (const [a, row] of paths.weakest.entries()) {
          for (const [b, weakest] of row.entries()) {
            if (!weakest) continue;
            const path = strongestPath(paths, a, b);
            const margins = path
              .slice(1)
              .map((to, at) => (preferred[path[at] ?? 0]?.[to] ?? 0) - (preferred[to]?.[path[at] ?? 0] ?? 0));
            expect([path[0], path.at(-1)]).toEqual([a, b]);
            expect(Math.min(...margins)).toBe(weakest.votes - weakest.against);
            expect(Math.min(...margins)).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('shows the strongest path and what is weakest on it', () => {
    const ballots = ['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC'];
    const [, stage] = schulze(rankings(5, ...ballots), { ties: all }).stages;
    const paths = stage as PathsStage;
    // From A to B by D and C: 30, 29, 28.
    expect(strongestPath(paths, 0, 1)).toEqual([0, 3, 2, 1]);
    expect(paths.weakest[0]?.[1]).toEqual({ winner: 3, loser: 2, votes: 28, against: 17 });
    expect(paths.weakest.map((row) => row.map((majority) => majority?.votes ?? 0))).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });
});

describe('ranked pairs', () => {
  it('affirms first, of equals, the majority of the better winner over the worse loser', () => {
    // A beats B and C, B beats D, C beats D, D beats A, each by 2.
    const profile = rankings(4, ...['AB', 'AC', 'BD', 'CD', 'DA'].flatMap((pair) => byTwo(pair, 'ABCD')));
    const { ties, stages } = rankedPairs(profile, { ties: { kind: 'order' } });
    expect(ties.slice(0, 2).map(({ taken }) => taken)).toEqual([[0], [2]]);
    expect(stages[1]).toMatchObject({ kind: 'affirmed', majority: { winner: 0, loser: 2 } });
  });

  it('affirms and refuses majorities from the strongest on', () => {
    const profile = rankings(3, '40 ABC', '35 BCA', '25 CAB');
    const { stages, ranking } = rankedPairs(profile, { ties: all });
    expect(ranking).toEqual([[0], [1], [2]]);
    expect(stages.slice(1)).toEqual([
      { kind: 'affirmed', majority: { winner: 1, loser: 2, votes: 75, against: 25 } },
      { kind: 'affirmed', majority: { winner: 0, loser: 1, votes: 65, against: 35 } },
      { kind: 'refused', majority: { winner: 2, loser: 0, votes: 60, against: 40 }, path: [0, 1, 2] },
    ]);
  });

  it('finds every winner where equally strong majorities form a circle', () => {
    const profile = rankings(3, '1 ABC', '1 BCA', '1 CAB');
    expect(outcomes(profile, rankedPairs(profile, { ties: all }))).toEqual(['A', 'B', 'C']);
    const { ranking, ties } = rankedPairs(profile, { ties: { kind: 'order' } });
    expect(ranking).toEqual([[0], [1], [2]]);
    // A over B comes first, and then B over C before C over A.
    expect(ties.map(({ taken }) => taken)).toEqual([[0], [1]]);
  });

  it('asks for nothing where equally strong majorities are in no circle', () => {
    expect(rankedPairs(rankings(4, '2 ABCD'), { ties: { kind: 'order' } }).ties).toEqual([]);
  });
});

describe('Copeland and minimax', () => {
  const tennessee = rankings(4, '42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA');

  it('count wins and losses, one by one', () => {
    const { stages, ranking } = copeland(tennessee, { ties: all });
    expect(ranking).toEqual([[1], [2], [3], [0]]);
    expect(stages[1]).toEqual({
      kind: 'scores',
      scores: [
        { option: 0, wins: 0, losses: 3, equal: 0 },
        { option: 1, wins: 3, losses: 0, equal: 0 },
        { option: 2, wins: 2, losses: 1, equal: 0 },
        { option: 3, wins: 1, losses: 2, equal: 0 },
      ],
    });
  });

  it.each([
    ['winning-votes', [58, 0, 68, 83]],
    ['margins', [16, -16, 36, 66]],
    ['opposition', [58, 42, 68, 83]],
  ] as const)('measure what is worst by %s', (measure, sizes) => {
    const [, stage] = minimax(tennessee, { measure, ties: all }).stages;
    expect(stage).toMatchObject({ worst: sizes.map((size) => ({ size })) });
  });

  it('count an equal pair for nobody', () => {
    // A beats B; C is equal to both.
    const profile = rankings(3, '2 ABC', '2 CAB');
    expect(copeland(profile, { ties: all }).ranking).toEqual([[0], [2], [1]]);
    const [, stage] = minimax(profile, { ties: all }).stages;
    expect(stage).toMatchObject({ worst: [{ size: 0 }, { size: 4 }, { size: 0 }] });
  });

  it('lets a Condorcet winner lose where opposition alone is measured', () => {
    const profile = rankings(3, '4 (AC)B', '47 ACB', '43 CBA', '6 B(AC)');
    expect(condorcetWinner(pairwise(profile))).toBe(0);
    expect(minimax(profile, { measure: 'opposition', ties: all }).winners).toEqual([2]);
  });

  it('lets a Condorcet loser win by minimax, as no other of these methods does', () => {
    // Three in a strong circle, and D, who loses to each of them by little.
    const profile = rankings(4, '4 ABCD', '4 BCAD', '4 CABD', '5 DABC', '5 DBCA', '1 DCAB');
    expect(condorcetLoser(pairwise(profile))).toBe(3);
    expect(minimax(profile, { ties: all }).winners).toEqual([3]);
    expect(schulze(profile, { ties: all }).winners).not.toContain(3);
  });
});

describe.each(Object.entries(methods))('%s', (_, method) => {
  it('does not mind in which order options and ballots stand', () => {
    fc.assert(
      fc.property(reordered(rankedProfiles()), ([profile, order]) => {
        const other = relabelled(profile, order);
        expect(outcomes(other, method(other))).toEqual(outcomes(profile, method(profile)));
        expect(method(other).complete).toBe(true);
      }),
    );
  });

  it('finds the same where everybody comes several times', () => {
    fc.assert(
      fc.property(rankedProfiles(), fc.integer({ min: 2, max: 1000 }), (profile, by) => {
        expect(method(scaled(profile, by)).outcomes).toEqual(method(profile).outcomes);
      }),
    );
  });

  it('elects who beats every other, whatever ties there are besides', () => {
    fc.assert(
      fc.property(rankedProfiles(), (profile) => {
        const winner = condorcetWinner(pairwise(profile));
        fc.pre(winner !== undefined);
        expect(method(profile).outcomes).toEqual([[winner]]);
      }),
    );
  });

  it('elects whom more than half like best', () => {
    fc.assert(
      fc.property(rankedProfiles(), fc.nat(4), (profile, liked) => {
        fc.pre(liked < profile.options.length);
        const weight = 1 + profile.ballots.reduce((sum, ballot) => sum + ballot.weight, 0);
        const ballots = [...profile.ballots, { weight, ranking: [liked] }];
        expect(method({ ...profile, ballots }).outcomes).toEqual([[liked]]);
      }),
    );
  });

  it('lets nobody lose who is put higher', () => {
    fc.assert(
      fc.property(rankedProfiles(), fc.nat(), fc.nat(), (profile, one, another) => {
        const won = method(profile).outcomes.map(([winner]) => winner ?? 0);
        const winner = won[one % won.length] ?? 0;
        const at = profile.ballots.length === 0 ? 0 : another % profile.ballots.length;
        const ballots = profile.ballots.map((ballot, index) =>
          index === at ? raised(ballot, winner) : ballot,
        );
        expect(method({ ...profile, ballots }).outcomes).toContainEqual([winner]);
      }),
    );
  });
});

/** Two ballots by which the first of these is above the second, and all else is equal (D. C. McGarvey, 1953). */
function byTwo(pair: string, options: string): string[] {
  const others = Array.from(options).filter((each) => !pair.includes(each));
  return [`1 ${pair}${others.join('')}`, `1 ${others.reverse().join('')}${pair}`];
}
