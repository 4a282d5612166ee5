import type { Wishes } from '../catalogue/asked';
import { elections } from '../catalogue/elections';
import type { BallotFile } from '../formats/ballot-file';
import { approved, motion, pointsFor, ranked, reasonsBy } from '../testing/accounts';

/** A method, what it counts and how, and what is said of each option, the chosen first. */
const cases: [method: string, file: BallotFile, wishes: Partial<Wishes>, reasons: string[]][] = [
  [
    'approval',
    approved(3, '5 AB', '3 B', '2 C'),
    {},
    [
      'B: votes.more option=B other=A votes=8 otherVotes=5 count=3',
      'A: votes.fewer option=A other=B votes=5 otherVotes=8 count=3',
      'C: votes.fewer option=C other=B votes=2 otherVotes=8 count=6',
    ],
  ],
  [
    'block',
    approved(3, '3 A', '3 B', '3 C', '4 '),
    { seats: 2 },
    [
      'A: votes.equal option=A other=C count=3; ties.win.order options=[A B C] taken=A',
      'B: votes.equal option=B other=C count=3; ties.win.order options=[B C] taken=B',
      'C: votes.equal option=C other=B count=3; ties.win.order options=[B C] taken=B',
    ],
  ],
  [
    'block',
    approved(2, '3 A', '3 B'),
    { seats: 1, ties: { kind: 'lot', seed: 's' } },
    [
      'A: votes.equal option=A other=B count=3; ties.win.lot options=[A B] taken=A seed=s',
      'B: votes.equal option=B other=A count=3; ties.win.lot options=[A B] taken=A seed=s',
    ],
  ],
  [
    'block',
    approved(3, '3 A', '3 B', '1 C'),
    { seats: 1, ties: { kind: 'all' } },
    [
      'A: votes.equal option=A other=B count=3; ties.some option=A number=1 count=2',
      'B: votes.equal option=B other=A count=3; ties.some option=B number=1 count=2',
      'C: votes.fewer option=C other=B votes=1 otherVotes=3 count=2',
    ],
  ],
  [
    'limited',
    approved(3, '5 A', '3 B', '2 C', '4 AB'),
    { seats: 2 },
    [
      'A: votes.more option=A other=C votes=5 otherVotes=2 count=3',
      'B: votes.more option=B other=C votes=3 otherVotes=2 count=1',
      'C: votes.fewer option=C other=B votes=2 otherVotes=3 count=1',
    ],
  ],
  [
    'cumulative',
    pointsFor('2 A2', '1 B1', '1 B5'),
    { seats: 1, settings: { votes: '2' } },
    [
      'A: votes.more option=A other=B votes=4 otherVotes=1 count=3',
      'B: votes.fewer option=B other=A votes=1 otherVotes=4 count=3',
    ],
  ],
  [
    'single-choice',
    approved(2, '3 A'),
    { seats: 2 },
    ['A: votes.has option=A count=3; seats.enough', 'B: votes.has option=B count=0; seats.enough'],
  ],
  [
    'borda',
    ranked(3, '3 ABC', '2 BCA'),
    {},
    [
      'B: points.more option=B other=A points=12 otherPoints=11',
      'A: points.fewer option=A other=B points=11 otherPoints=12',
      'C: points.fewer option=C other=B points=7 otherPoints=12',
    ],
  ],
  [
    'score',
    pointsFor('2 A5 B3', '1 B4'),
    {},
    [
      'A: points.equal option=A other=B points=10; ties.win.order options=[A B] taken=A',
      'B: points.equal option=B other=A points=10; ties.win.order options=[A B] taken=A',
    ],
  ],
  [
    'score',
    pointsFor('2 A3 B4', '1 B4'),
    { settings: { unscored: 'silent' } },
    [
      'B: mean.more option=B other=A points=4 otherPoints=3',
      'A: mean.fewer option=A other=B points=3 otherPoints=4',
    ],
  ],
  [
    'majority',
    motion('30 A', '28 B', '6 C', '2 AB'),
    { settings: { quorum: '0.4', entitled: '150', of: 'present' } },
    [
      'no: majority.no count=28; majority.quorum.held votes=66 of=150 needed=61; majority.majority.missed votes=30 of=66 needed=34',
      'yes: majority.yes count=30; majority.quorum.held votes=66 of=150 needed=61; majority.majority.missed votes=30 of=66 needed=34',
      'abstain: majority.abstained count=6',
    ],
  ],
  [
    'majority',
    motion('3 A', '3 B'),
    { settings: { tie: 'open' } },
    [
      'yes: majority.yes count=3; majority.majority.missed votes=3 of=6 needed=4; ties.win.order options=[yes no] taken=yes',
      'no: majority.no count=3; majority.majority.missed votes=3 of=6 needed=4; ties.win.order options=[yes no] taken=yes',
      'abstain: majority.abstained count=0',
    ],
  ],
  [
    'schulze',
    ranked(3, '4 ABC', '3 BCA', '2 CAB'),
    {},
    [
      'A: pairs.beats option=A other=B count=3 votes=6 otherVotes=3; schulze.stronger option=A other=B path=A > B votes=6 otherVotes=3 backVotes=5 backOtherVotes=4',
      'B: pairs.beats option=A other=B count=3 votes=6 otherVotes=3; schulze.stronger option=A other=B path=A > B votes=6 otherVotes=3 backVotes=5 backOtherVotes=4',
      'C: pairs.beats option=C other=A count=1 votes=5 otherVotes=4; schulze.stronger option=A other=C path=A > B > C votes=6 otherVotes=3 backVotes=5 backOtherVotes=4',
    ],
  ],
  [
    'schulze',
    ranked(3, '1 ABC', '1 BAC'),
    {},
    [
      'A: pairs.equal option=A other=B count=1; schulze.equal option=A other=B; ties.win.order options=[A B] taken=A',
      'B: pairs.equal option=B other=A count=1; schulze.equal option=B other=A; ties.win.order options=[A B] taken=A',
      'C: pairs.beats option=A other=C count=2 votes=2 otherVotes=0; schulze.oneWay option=A other=C path=A > C votes=2 otherVotes=0',
    ],
  ],
  [
    'ranked-pairs',
    ranked(3, '4 ABC', '3 BCA', '2 CAB'),
    {},
    [
      'A: rankedPairs.top option=A; pairs.beats option=A other=B count=3 votes=6 otherVotes=3',
      'B: rankedPairs.below option=A other=B votes=6 otherVotes=3',
      'C: rankedPairs.below option=B other=C votes=7 otherVotes=2; rankedPairs.refused option=C other=A votes=5 otherVotes=4 path=A > B > C',
    ],
  ],
  [
    'copeland',
    ranked(3, '4 ABC', '3 BAC', '2 C'),
    {},
    [
      'A: copeland.has option=A wins=2 losses=0 equal=0; copeland.better other=B otherWins=1 otherLosses=1; pairs.beats option=A other=B count=1 votes=4 otherVotes=3',
      'B: copeland.has option=B wins=1 losses=1 equal=0; copeland.worse other=A otherWins=2 otherLosses=0; pairs.beats option=A other=B count=1 votes=4 otherVotes=3',
      'C: copeland.has option=C wins=0 losses=2 equal=0; copeland.worse other=A otherWins=2 otherLosses=0; pairs.beats option=A other=C count=5 votes=7 otherVotes=2',
    ],
  ],
  [
    'minimax',
    ranked(3, '4 ABC', '3 BCA', '2 CAB'),
    {},
    [
      'A: minimax.worst option=A other=C votes=4 otherVotes=5 size=5; minimax.less other=B size=5 otherSize=6',
      'B: minimax.worst option=B other=A votes=3 otherVotes=6 size=6; minimax.more other=A size=6 otherSize=5',
      'C: minimax.worst option=C other=B votes=2 otherVotes=7 size=7; minimax.more other=A size=7 otherSize=5',
    ],
  ],
  [
    'scottish-stv',
    ranked(4, '5 AB', '3 BC', '2 C', '1 DC'),
    { seats: 2 },
    [
      'A: stv.elected number=1 option=A votes=5.00000 quota=4.00000',
      'B: stv.elected number=2 option=B votes=4.00000 quota=4.00000',
      'C: stv.left number=2 option=C votes=2.00000 quota=4.00000',
      'D: stv.left number=2 option=D votes=1.00000 quota=4.00000',
    ],
  ],
  [
    'scottish-stv',
    ranked(4, '4 A', '3 B', '2 CB', '1 DC'),
    { seats: 1 },
    [
      'B: stv.remaining number=5 option=B votes=5.00000',
      'A: rounds.excluded number=4 option=A votes=4.00000; rounds.next other=B otherVotes=5.00000',
      'C: rounds.excluded number=3 option=C votes=3.00000; rounds.next other=B otherVotes=3.00000; rounds.earlier options=[B C]',
      'D: rounds.excluded number=2 option=D votes=1.00000; rounds.next other=C otherVotes=2.00000',
    ],
  ],
  [
    'wigm-stv',
    ranked(3, '4 A', '3 B', '2 CB'),
    { seats: 1 },
    [
      'B: stv.elected number=2 option=B votes=5.0000 quota=4.5001',
      'A: stv.left number=3 option=A votes=4.0000 quota=4.5001',
      'C: rounds.excluded number=2 option=C votes=2.0000; rounds.next other=B otherVotes=3.0000',
    ],
  ],
  [
    'meek-stv',
    ranked(3, '4 AB', '2 B', '1 C'),
    { seats: 2 },
    [
      'A: stv.elected number=2 option=A votes=4.000000000 quota=2.333333334',
      'B: stv.elected number=3 option=B votes=3.666666664 quota=2.333333334',
      'C: stv.left number=3 option=C votes=1.000000000 quota=2.333333334',
    ],
  ],
  [
    'irv',
    ranked(3, '4 A', '3 B', '2 CB'),
    {},
    [
      'B: rounds.majority number=2 option=B votes=5; rounds.more number=2 option=B other=A votes=5 otherVotes=4',
      'A: rounds.excluded number=2 option=A votes=4; rounds.next other=B otherVotes=5',
      'C: rounds.excluded number=1 option=C votes=2; rounds.next other=B otherVotes=3',
    ],
  ],
  [
    'irv',
    ranked(4, '5 A', '3 B', '2 C', '1 DC'),
    { settings: { look: 'backwards' } },
    [
      'A: rounds.majority number=3 option=A votes=5; rounds.more number=3 option=A other=B votes=5 otherVotes=3',
      'B: rounds.excluded number=3 option=B votes=3; rounds.next other=A otherVotes=5',
      'C: rounds.excluded number=2 option=C votes=3; rounds.next other=B otherVotes=3; rounds.earlier options=[B C]',
      'D: rounds.excluded number=1 option=D votes=1; rounds.next other=C otherVotes=2',
    ],
  ],
  [
    'two-round',
    ranked(3, '4 A', '3 B', '2 CB'),
    {},
    [
      'B: rounds.majority number=2 option=B votes=5; rounds.more number=2 option=B other=A votes=5 otherVotes=4',
      'A: rounds.fewer number=2 option=A other=B votes=4 otherVotes=5',
      'C: rounds.notSecond option=C; rounds.fewer number=1 option=C other=B votes=2 otherVotes=3',
    ],
  ],
];

it.each(cases)('says why, by %s, case %#', (method, file, wishes, expected) => {
  expect(reasonsBy(method, file, wishes)).toEqual(expected);
});

it('is tried for every method of these', () => {
  const tried = new Set(cases.map(([method]) => method));
  expect(elections.filter(({ name }) => !tried.has(name))).toEqual([]);
});
