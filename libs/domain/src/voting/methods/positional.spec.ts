import fc from 'fast-check';
import type { ApprovalBallot, PointsBallot, Profile } from '../profile';
import { fraction, plus, rational, zero } from '../rational';
import type { Result } from '../result';
import {
  all,
  lettered,
  outcomes,
  raised,
  rankedProfiles,
  rankings,
  relabelled,
  reordered,
  scaled,
} from '../testing/profiles';
import { approval } from './approval';
import { type BordaSettings, borda, type PointsStage } from './borda';
import { blockVote, cumulativeVote, limitedVote, pluralityAtLarge } from './plurality-at-large';
import { score } from './score';
import { firstChoices, singleChoice } from './single-choice';
import type { VotesStage } from './votes';

/** Ballots such as `3 AB`. */
const approvals = (options: number, ...ballots: string[]): Profile<ApprovalBallot> => ({
  options: lettered(options),
  ballots: ballots.map((ballot) => {
    const [weight, letters = ''] = ballot.split(' ');
    return { weight: Number(weight), approved: Array.from(letters, (letter) => letter.charCodeAt(0) - 65) };
  }),
});

/** Ballots such as `3 A2 B5`. */
const points = (options: number, ...ballots: string[]): Profile<PointsBallot> => ({
  options: lettered(options),
  ballots: ballots.map((ballot) => {
    const [weight, ...given] = ballot.split(' ');
    return {
      weight: Number(weight),
      options: given.map((each) => each.charCodeAt(0) - 65),
      points: given.map((each) => Number(each.slice(1))),
    };
  }),
});

const votes = ({ stages: [stage] }: Result<VotesStage>) => stage?.votes.map((each) => each.votes);
const pointsOf = ({ stages: [stage] }: Result<PointsStage>) =>
  stage?.points.map((each) => fraction(each.points));

describe("Borda's count", () => {
  it.each<[string, Omit<BordaSettings, 'ties'>, string[]]>([
    ['shares the points of shared places, and of the last ones', {}, ['12', '15/2', '15/2', '3']],
    ['gives nothing to who is not ranked', { unranked: 'nothing' }, ['12', '15/2', '15/2', '0']],
    ['counts only those who are ranked', { variant: 'modified' }, ['9', '9/2', '9/2', '0']],
    ['gives whole, half and third points', { variant: 'dowdall' }, ['3', '5/4', '5/4', '3/4']],
  ])('%s', (_, settings, expected) => {
    expect(pointsOf(borda(rankings(4, '3 A(BC)'), { ...settings, ties: all }))).toEqual(expected);
  });

  it('does not elect whom more than half like best, as Condorcet said of it', () => {
    const { stages, outcomes } = borda(rankings(3, '3 ABC', '2 BCA'), { ties: all });
    expect(stages).toEqual([
      {
        kind: 'points',
        points: [
          { option: 0, points: rational(11) },
          { option: 1, points: rational(12) },
          { option: 2, points: rational(7) },
        ],
      },
    ]);
    expect(outcomes).toEqual([[1]]);
  });

  it('tells apart what floating point would not, and not what is equal', () => {
    // Each has 1 + 1/2 + 1/3 from Dowdall's points, added in another order.
    const profile = rankings(3, '1 ABC', '1 BCA', '1 CAB');
    expect(borda(profile, { variant: 'dowdall', ties: all }).ranking).toEqual([[0, 1, 2]]);
  });

  it('lets those move up who stand after one that can no longer win', () => {
    const profile = rankings(3, '1 ABC');
    const options = profile.options.map((option, index) => ({ ...option, withdrawn: index === 0 }));
    const { stages } = borda({ ...profile, options }, { ties: all });
    expect(stages[0]?.points.map(({ option, points }) => [option, fraction(points)])).toEqual([
      [1, '2'],
      [2, '1'],
    ]);
  });

  it('gives out the same number of points for every ballot', () => {
    fc.assert(
      fc.property(rankedProfiles(), (profile) => {
        const { stages, turnout } = borda(profile, { ties: all });
        const sum = stages[0]?.points.reduce((sum, { points }) => plus(sum, points), zero);
        const n = profile.options.length;
        expect(sum).toEqual(rational((turnout.counted * n * (n + 1)) / 2));
      }),
    );
  });

  it.each(['classic', 'modified', 'dowdall'] as const)('is %s for everybody alike', (variant) => {
    const settings = { variant, ties: all };
    fc.assert(
      fc.property(reordered(rankedProfiles()), fc.integer({ min: 2, max: 99 }), ([profile, order], by) => {
        const expected = outcomes(profile, borda(profile, settings));
        const other = relabelled(profile, order);
        expect(outcomes(other, borda(other, settings))).toEqual(expected);
        expect(outcomes(profile, borda(scaled(profile, by), settings))).toEqual(expected);
      }),
    );
  });

  it('lets nobody lose who is put higher', () => {
    fc.assert(
      fc.property(rankedProfiles(), (profile) => {
        const [[winner = 0] = []] = borda(profile, { ties: all }).outcomes;
        for (const [at, ballot] of profile.ballots.entries()) {
          const ballots = profile.ballots.with(at, raised(ballot, winner));
          expect(borda({ ...profile, ballots }, { ties: all }).outcomes).toContainEqual([winner]);
        }
      }),
    );
  });
});

describe('approval', () => {
  it('elects those with most votes', () => {
    const profile = approvals(4, '5 AB', '4 BC', '3 D', '2 C');
    const result = approval(profile, { seats: 2, ties: all });
    expect(votes(result)).toEqual([5, 9, 6, 3]);
    expect(result).toMatchObject({ winners: [1, 2], turnout: { cast: 14, counted: 14 } });
  });

  it('leaves the last seat open between equals, and no other', () => {
    const { winners, outcomes } = approval(approvals(4, '5 AB', '5 BC', '1 D'), { seats: 2, ties: all });
    expect(winners).toEqual([1]);
    expect(outcomes).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('counts no ballot for those alone who can no longer win', () => {
    const profile = approvals(2, '5 A', '1 B');
    const options = profile.options.map((option, index) => ({ ...option, withdrawn: index === 0 }));
    expect(approval({ ...profile, options }, { ties: all })).toMatchObject({
      winners: [1],
      turnout: { cast: 6, counted: 1 },
    });
  });
});

describe('single choice', () => {
  it('counts no ballot that names several', () => {
    const result = singleChoice(approvals(2, '5 A', '9 AB', '6 B', '2 '), { ties: all });
    expect(votes(result)).toEqual([5, 6]);
    expect(result.turnout).toEqual({ cast: 22, counted: 11 });
  });

  it('takes what people rank first', () => {
    const profile = rankings(3, '5 ABC', '4 BCA', '2 (BC)A');
    expect(votes(singleChoice(firstChoices(profile), { ties: all }))).toEqual([5, 4, 0]);
  });
});

describe('several votes for several seats', () => {
  const clubs = approvals(4, '6 AB', '5 CD', '1 ABC');

  it('lets a majority have every seat of a block vote', () => {
    const result = blockVote(clubs, { seats: 2, ties: all });
    expect(result).toMatchObject({ winners: [0, 1], turnout: { cast: 12, counted: 11 } });
  });

  it('lets a minority have one where votes are limited', () => {
    const profile = approvals(4, '4 A', '3 B', '5 C', '1 AB');
    const result = limitedVote(profile, { seats: 2, votes: 1, ties: all });
    expect(result).toMatchObject({ winners: [2, 0], turnout: { cast: 13, counted: 12 } });
  });

  it('lets a minority heap its votes on one', () => {
    const profile = points(3, '6 A1 B1', '4 C2');
    expect(votes(cumulativeVote(profile, { seats: 2, ties: all }))).toEqual([6, 6, 8]);
  });

  it.each([
    ['more votes than it has', 'A2 B2'],
    ['more to one than it may', 'A3'],
    ['less than nothing', 'A2 B-1'],
    ['half a vote', 'A0.5'],
    ['none', 'A0'],
  ])('counts no ballot that gives %s', (_, ballot) => {
    const profile = points(2, `1 ${ballot}`);
    const settings = { seats: 2, votes: 3, perOption: 2, ties: all };
    expect(pluralityAtLarge(profile, settings).turnout).toEqual({ cast: 1, counted: 0 });
  });
});

describe('score', () => {
  const profile = points(3, '2 A5 B4', '1 A0 C5', '1 B4');

  it('adds up the points, or takes their mean', () => {
    expect(score(profile, { ties: all })).toMatchObject({
      ranking: [[1], [0], [2]],
      stages: [{ scores: [{ people: 3, sum: rational(10) }, { sum: rational(12) }, { sum: rational(5) }] }],
    });
    const mean = score(profile, { unscored: 'silent', ties: all });
    expect(mean.ranking).toEqual([[2], [1], [0]]);
    expect(mean.stages[0]?.scores.map((each) => fraction(each.score))).toEqual(['10/3', '4', '5']);
  });

  it('finds thirds equal to thirds', () => {
    const thirds = points(2, '1 A1 B2', '1 A0 B0', '1 A0 B0', '3 B0', '0 A7');
    expect(score(thirds, { unscored: 'silent', ties: all }).ranking).toEqual([[0, 1]]);
  });

  it('counts no ballot with more points than it may give', () => {
    const { turnout } = score(profile, { most: 4, ties: all });
    expect(turnout).toEqual({ cast: 4, counted: 1 });
  });

  it('is exact far beyond the whole numbers of floating point', () => {
    const large = points(2, `${2 ** 50} A${2 ** 50}`, `${2 ** 50} B${2 ** 50}`, '1 B1');
    expect(score(large, { ties: all }).winners).toEqual([1]);
  });
});
