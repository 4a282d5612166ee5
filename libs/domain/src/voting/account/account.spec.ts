import fc from 'fast-check';
import type { Wishes } from '../catalogue/asked';
import { countBallots, methods } from '../catalogue/catalogue';
import type { BallotFile } from '../formats/ballot-file';
import { equalShares } from '../methods/equal-shares';
import { meekStv } from '../methods/meek-stv';
import { blockVote } from '../methods/plurality-at-large';
import { rational } from '../rational';
import { approved, lists, motion, pointsFor, projects, ranked } from '../testing/accounts';
import { approvals, priced } from '../testing/budgets';
import { casesOf } from '../testing/counts';
import { written } from '../testing/lines';
import { lettered } from '../testing/profiles';
import { accountOf } from './account';

function account(file: BallotFile, method: string, wishes: Partial<Wishes> = {}) {
  const result = countBallots(file, method, { settings: {}, ties: { kind: 'order' }, ...wishes });
  const { outcome, steps } = accountOf(file.profile.options, result);
  return { outcome: outcome.map(written), steps: steps.map(written) };
}

const all = { kind: 'all' } as const;

describe('an account of a count', () => {
  it.each([...methods.values()].map((method) => [method.name, method] as const))(
    'says of every option why it was chosen or not, the chosen first: %s',
    (_, method) => {
      fc.assert(
        fc.property(casesOf(method), ({ file, method, wishes }) => {
          const result = countBallots(file, method, wishes);
          const { options } = file.profile;
          const { reasons } = accountOf(options, result);
          expect(reasons.map(({ option }) => option).sort((a, b) => a - b)).toEqual([...options.keys()]);
          for (const { lines } of reasons) expect(lines.length).toBeGreaterThan(0);
          const chosen = [...new Set(result.winners)];
          expect(reasons.slice(0, chosen.length).map(({ option }) => option)).toEqual(chosen);
        }),
      );
    },
  );

  it('says who wins, of how many ballots', () => {
    expect(account(approved(3, '5 AB', '3 B', '2 C'), 'approval').outcome).toEqual([
      'turnout.all count=10',
      'outcome.winners options=[B]',
    ]);
    expect(account(approved(2, '3 A', '2 AB'), 'single-choice').outcome).toEqual([
      'turnout.some count=5 number=3',
      'outcome.winners options=[A]',
    ]);
    expect(account(approved(1), 'approval', { seats: 0 }).outcome).toEqual([
      'turnout.nobody',
      'outcome.nobody',
    ]);
    expect(account(lists(7, 3), 'hare', { seats: 4 }).outcome).toEqual([
      'turnout.all count=10',
      'lists.gets option=A count=3',
      'lists.gets option=B count=1',
    ]);
    const park = projects([60, 50, 40], '3 A', '2 B', '1 C');
    expect(account(park, 'greedy', { budget: rational(100) }).outcome.slice(1)).toEqual([
      'budget.bought options=[A C]',
      'budget.spent cost=100',
    ]);
    expect(account(park, 'greedy', { budget: rational(1) }).outcome.slice(1)).toEqual(['budget.nothing']);
  });

  it.each([
    ['accepted', motion('4 A', '3 B'), {}],
    ['rejected', motion('3 A', '4 B'), {}],
    ['undecided', motion('3 A'), { quorum: '0.5', entitled: '9' }],
    ['open', motion('3 A', '3 B'), { tie: 'open' }],
  ])('says that a motion is %s', (outcome, file, settings) => {
    expect(account(file, 'majority', { settings, ties: all }).outcome).toContain(`majority.${outcome}`);
  });

  it('tells every outcome that ties leave open, and which of them the steps tell of', () => {
    const { outcome } = account(approved(3, '3 A', '3 B', '3 C'), 'block', { seats: 2, ties: all });
    expect(outcome).toEqual([
      'turnout.all count=9',
      'ties.open count=3',
      'ties.outcome number=1 options=[A B]',
      'ties.outcome number=2 options=[A C]',
      'ties.outcome number=3 options=[B C]',
      'ties.win.all options=[A B C] taken=A',
      'ties.win.all options=[B C] taken=B',
    ]);
    expect(account(lists(6, 5, 5), 'dhondt', { seats: 3, ties: all }).outcome.slice(1)).toEqual([
      'lists.gets option=A count=1',
      'lists.gets option=B count=1',
      'lists.gets option=C count=1',
    ]);
    expect(account(lists(10, 5), 'dhondt', { seats: 2, ties: all }).outcome.slice(1)).toEqual([
      'lists.certain option=A count=1',
      'ties.open count=2',
      'ties.outcome number=1 options=[A: 2]',
      'ties.outcome number=2 options=[A B]',
      'ties.win.all options=[A B] taken=A',
    ]);
  });

  it('says that ties make no difference, where they make none', () => {
    const { outcome } = account(ranked(3, '5 A', '2 B', '2 C'), 'irv', { ties: all });
    expect(outcome).toEqual(['turnout.all count=9', 'outcome.winners options=[A]', 'ties.same']);
  });

  it('names a rule that had to decide, and the seed of a lot', () => {
    const tied = approved(2, '3 A', '3 B');
    expect(account(tied, 'block', { seats: 1 }).outcome.at(-1)).toBe('ties.win.order options=[A B] taken=A');
    expect(account(tied, 'block', { seats: 1, ties: { kind: 'lot', seed: 's' } }).outcome.at(-1)).toBe(
      'ties.win.lot options=[A B] taken=A seed=s',
    );
    expect(account(ranked(3, '5 A', '2 B', '2 C'), 'irv').outcome.at(-1)).toBe(
      'ties.lose.order options=[B C] taken=C',
    );
  });

  it('counts the outcomes that are too many to tell, and says where not all are known', () => {
    const profile = { options: lettered(9), ballots: [] };
    const result = blockVote(profile, { seats: 4, ties: all });
    const outcome = accountOf(profile.options, { ...result, complete: false }).outcome.map(written);
    expect(outcome.filter((each) => each.startsWith('ties.outcome'))).toHaveLength(50);
    expect(outcome).toContain('ties.open count=126');
    expect(outcome).toContain('ties.more count=76');
    expect(outcome).toContain('ties.incomplete');
  });

  it('says of who withdrew nothing else', () => {
    const options = lettered(2).map((option, at) => (at === 0 ? { ...option, withdrawn: true } : option));
    const file: BallotFile = { kind: 'approval', profile: { options, ballots: approvals('3 A', '1 B') } };
    const result = countBallots(file, 'approval', { settings: {}, ties: all });
    const reasons = accountOf(options, result).reasons.map(({ option, lines }) => [
      option,
      lines.map(written),
    ]);
    expect(reasons).toEqual([
      [1, ['votes.has option=B count=1', 'seats.enough']],
      [0, ['reason.withdrawn option=A']],
    ]);
  });
});

describe('steps of a count', () => {
  it('tell of transfers round by round', () => {
    expect(account(ranked(4, '5 AB', '3 BC', '2 C', '1 DC'), 'scottish-stv', { seats: 2 }).steps).toEqual([
      'stv.first quota=4.00000',
      'rounds.has number=1 option=A votes=5.00000',
      'rounds.has number=1 option=B votes=3.00000',
      'rounds.has number=1 option=C votes=2.00000',
      'rounds.has number=1 option=D votes=1.00000',
      'stv.elected number=1 option=A votes=5.00000 quota=4.00000',
      'stv.surplus number=2 option=A surplus=1.00000',
      'stv.elected number=2 option=B votes=4.00000 quota=4.00000',
      'stv.lost votes=0.00000',
    ]);
    expect(account(ranked(3, '4 AB', '2 B', '1 C'), 'meek-stv', { seats: 2 }).steps.slice(4)).toEqual([
      'stv.elected number=2 option=A votes=4.000000000 quota=2.333333334',
      'stv.elected number=3 option=B votes=3.666666664 quota=2.333333334',
      'stv.keep option=A keep=0.583333334',
      'stv.lost votes=0.000000000',
    ]);
  });

  it('tell of candidates so close that Meek’s method takes them for equal', () => {
    const { profile } = ranked(3, '5 A', '3 B', '2 C') as Extract<BallotFile, { kind: 'ranked' }>;
    const result = meekStv(profile, { seats: 1, ties: all });
    const stages = result.stages.map((stage) =>
      stage.kind === 'exclusion' ? { ...stage, equals: [1, 2] } : stage,
    );
    const { steps } = accountOf(profile.options, { ...result, stages });
    expect(steps.map(written)).toContain('stv.close options=[B C]');
  });

  it('tell who won against whom, and which wins count', () => {
    expect(account(ranked(3, '4 ABC', '3 BCA', '2 CAB'), 'ranked-pairs').steps).toEqual([
      'rankedPairs.affirmed option=B other=C votes=7 otherVotes=2',
      'rankedPairs.affirmed option=A other=B votes=6 otherVotes=3',
      'rankedPairs.refused option=C other=A votes=5 otherVotes=4 path=A > B > C',
    ]);
    expect(account(ranked(3, '4 ABC', '3 BAC', '2 C'), 'copeland').steps.slice(0, 4)).toEqual([
      'pairs.beats option=A other=B count=1 votes=4 otherVotes=3',
      'pairs.beats option=A other=C count=5 votes=7 otherVotes=2',
      'pairs.beats option=B other=C count=5 votes=7 otherVotes=2',
      'pairs.beatsAll option=A',
    ]);
  });

  it('tell of many options only how many others each beats', () => {
    const { steps } = account(ranked(11, '1 ABC'), 'schulze');
    expect(steps).toHaveLength(12);
    expect(steps[1]).toBe('pairs.summary option=B wins=9 of=10');
  });

  it('tell what each project cost whom, and what was left', () => {
    expect(
      account(projects([30, 40, 50], '3 A', '2 BC'), 'equal-shares', { budget: rational(100) }).steps,
    ).toEqual([
      'shares.begun count=5 share=20',
      'shares.bought option=A cost=30 count=3 price=10 left=70',
      'shares.bought option=B cost=40 count=2 price=20 left=30',
    ]);
    const settings = { completion: 'add1', increment: '10' };
    const raised = account(projects([40, 80], '2 A', '1 B'), 'equal-shares', {
      budget: rational(100),
      settings,
    });
    expect(raised.steps).toEqual([
      'shares.begun count=3 share=220/3',
      'shares.raised count=4 increment=10',
      'shares.bought option=A cost=40 count=2 price=20 left=60',
      'shares.exceeded share=250/3 options=[A B] cost=120',
    ]);
    const points = { satisfaction: 'points', completion: 'greedy' };
    const more = account(pointsFor('2 A3 B1', '1 B2'), 'equal-shares', {
      budget: rational(12),
      settings: points,
    });
    expect(more.steps.slice(1)).toEqual([
      'shares.boughtPoints option=B cost=6 count=3 price=3/2 left=6',
      'shares.rest',
      'greedy.points.passed number=1 option=A votes=6 cost=9 left=6',
    ]);
  });

  it('tell which of two results more people support more of', () => {
    const profile = { options: priced([3, 2]), ballots: approvals('3 A', '2 B') };
    const result = equalShares(profile, { budget: rational(5), compared: true, ties: all });
    const steps = accountOf(profile.options, result).steps.map(written);
    expect(steps.at(-1)).toBe('shares.sharesPreferred votes=0 otherVotes=0');
    const stages = result.stages.map((stage) =>
      stage.kind === 'compared' ? { ...stage, forGreedy: 3, greedy: [0] } : stage,
    );
    const other = accountOf(profile.options, { ...result, winners: [0], outcomes: [[0]], stages });
    expect(other.steps.map(written).at(-1)).toBe('shares.greedyPreferred votes=0 otherVotes=3');
    expect(other.reasons.map(({ lines }) => lines.map(written).at(-1))).toEqual([
      'shares.byGreedy option=A',
      'shares.notByGreedy option=B',
    ]);
  });

  it('tell of seats one by one', () => {
    expect(account(lists(7, 3), 'hare', { seats: 4 }).steps).toEqual([
      'votes.has option=A count=7',
      'votes.has option=B count=3',
      'lists.quota quota=5/2',
      'lists.whole option=A count=2 votes=2',
      'lists.whole option=B count=1 votes=1/2',
      'lists.remainder number=4 option=A votes=2',
    ]);
    expect(account(approved(3, '3 AB', '2 AC', '1 C'), 'seq-pav', { seats: 2 }).steps).toEqual([
      'elected.seat number=1 option=A gain=5',
      'elected.seat number=2 option=C gain=2',
    ]);
  });

  it('name who takes the seats of a list, by its order or by votes of preference', () => {
    const options = lettered(1).map((list) => ({ ...list, candidates: lettered(3) }));
    const file: BallotFile = {
      kind: 'list',
      profile: {
        options,
        ballots: [
          { weight: 4, list: 0, preferred: [2] },
          { weight: 6, list: 0 },
        ],
      },
    };
    const settings = { within: 'preference', bar: '0.3' };
    expect(account(file, 'dhondt', { seats: 2, settings }).steps.slice(-2)).toEqual([
      'lists.preferred option=A candidate=C count=4',
      'lists.inOrder option=A options=[A]',
    ]);
    expect(account(file, 'dhondt', { seats: 2 }).steps.at(-1)).toBe('lists.inOrder option=A options=[A B]');
  });
});
