import type { Wishes } from '../catalogue/asked';
import { budgets } from '../catalogue/budgets';
import { committees } from '../catalogue/committees';
import { lists as byLists } from '../catalogue/lists';
import type { BallotFile } from '../formats/ballot-file';
import { rational } from '../rational';
import { approved, lists, pointsFor, projects, reasonsBy } from '../testing/accounts';

/** A method, what it counts and how, and what is said of each option, the chosen first. */
const cases: [method: string, file: BallotFile, wishes: Partial<Wishes>, reasons: string[]][] = [
  [
    'dhondt',
    lists(10, 6, 1),
    { seats: 3, settings: { threshold: '0.1' } },
    [
      'A: lists.got option=A votes=10 count=2; lists.seatWon option=A other=B votes=5 otherVotes=3',
      'B: lists.got option=B votes=6 count=1; lists.seatMissed option=B other=A votes=3 otherVotes=5',
      'C: lists.below option=C count=1 needed=2',
    ],
  ],
  [
    'dhondt',
    lists(5, 5),
    { seats: 1, ties: { kind: 'all' } },
    [
      'A: lists.got option=A votes=5 count=1; lists.seatLevel option=A other=B votes=5; ties.some option=A number=1 count=2',
      'B: lists.got option=B votes=5 count=0; lists.seatLevel option=B other=A votes=5; ties.some option=B number=1 count=2',
    ],
  ],
  [
    'sainte-lague',
    lists(10, 6, 4),
    { seats: 2 },
    [
      'A: lists.got option=A votes=10 count=1; lists.seatMissed option=A other=B votes=10/3 otherVotes=6',
      'B: lists.got option=B votes=6 count=1; lists.seatWon option=B other=C votes=6 otherVotes=4',
      'C: lists.got option=C votes=4 count=0; lists.seatMissed option=C other=B votes=4 otherVotes=6',
    ],
  ],
  [
    'modified-sainte-lague',
    lists(10, 6, 4),
    { seats: 2 },
    [
      'A: lists.got option=A votes=10 count=1; lists.seatMissed option=A other=B votes=10/3 otherVotes=30/7',
      'B: lists.got option=B votes=6 count=1; lists.seatWon option=B other=A votes=30/7 otherVotes=10/3',
      'C: lists.got option=C votes=4 count=0; lists.seatMissed option=C other=B votes=20/7 otherVotes=30/7',
    ],
  ],
  [
    'hare',
    lists(7, 3),
    { seats: 4 },
    [
      'A: lists.got option=A votes=7 count=3; lists.quota quota=5/2; lists.whole option=A count=2 votes=2; lists.remainderWon option=A other=B votes=2 otherVotes=1/2',
      'B: lists.got option=B votes=3 count=1; lists.quota quota=5/2; lists.whole option=B count=1 votes=1/2; lists.remainderMissed option=B other=A votes=1/2 otherVotes=2',
    ],
  ],
  [
    'droop',
    lists(7, 3, 2),
    { seats: 3 },
    [
      'A: lists.got option=A votes=7 count=2; lists.quota quota=4; lists.whole option=A count=1 votes=3; lists.remainderHad option=A other=B otherVotes=3',
      'B: lists.got option=B votes=3 count=1; lists.quota quota=4; lists.whole option=B count=0 votes=3; lists.remainderWon option=B other=C votes=3 otherVotes=2',
      'C: lists.got option=C votes=2 count=0; lists.quota quota=4; lists.whole option=C count=0 votes=2; lists.remainderMissed option=C other=B votes=2 otherVotes=3',
    ],
  ],
  [
    'imperiali',
    lists(7, 4, 1),
    { seats: 3 },
    [
      'A: lists.got option=A votes=7 count=2; lists.quota quota=12/5; lists.whole option=A count=2 votes=11/5',
      'B: lists.got option=B votes=4 count=1; lists.quota quota=12/5; lists.whole option=B count=1 votes=8/5',
      'C: lists.got option=C votes=1 count=0; lists.quota quota=12/5; lists.whole option=C count=0 votes=1',
    ],
  ],
  [
    'hagenbach-bischoff',
    lists(7, 4, 1),
    { seats: 3 },
    [
      'A: lists.got option=A votes=7 count=2; lists.quota quota=3; lists.whole option=A count=2 votes=1',
      'B: lists.got option=B votes=4 count=1; lists.quota quota=3; lists.whole option=B count=1 votes=1',
      'C: lists.got option=C votes=1 count=0; lists.quota quota=3; lists.whole option=C count=0 votes=1',
    ],
  ],
  [
    'greedy',
    projects([60, 50, 40], '3 A', '2 B', '1 C'),
    { budget: rational(100) },
    [
      'A: greedy.votes.bought number=1 option=A votes=3 cost=60 left=100',
      'C: greedy.votes.bought number=3 option=C votes=1 cost=40 left=40',
      'B: greedy.votes.passed number=2 option=B votes=2 cost=50 left=40; greedy.votes.before other=A otherVotes=3; greedy.after other=C cost=40',
    ],
  ],
  [
    'greedy-per-cost',
    projects([60, 40], '3 A', '1 B'),
    { budget: rational(60) },
    [
      'A: greedy.votes.bought number=1 option=A votes=3 cost=60 left=60; greedy.votes.each option=A cost=20',
      'B: greedy.votes.passed number=2 option=B votes=1 cost=40 left=0; greedy.votes.each option=B cost=40; greedy.votes.before other=A otherVotes=3',
    ],
  ],
  [
    'equal-shares',
    projects([30, 40, 50], '3 A', '2 BC'),
    { budget: rational(100) },
    [
      'A: shares.bought option=A cost=30 count=3 price=10 left=70',
      'B: shares.bought option=B cost=40 count=2 price=20 left=30',
      'C: shares.short option=C cost=50 count=2 money=0 missing=50; shares.compare other=B cost=40 count=2 price=20',
    ],
  ],
  [
    'equal-shares',
    projects([40, 80], '2 A', '1 B'),
    { budget: rational(100), settings: { completion: 'add1', increment: '10' } },
    [
      'A: shares.bought option=A cost=40 count=2 price=20 left=60',
      'B: shares.short option=B cost=80 count=1 money=220/3 missing=20/3; shares.tooMuch option=B share=250/3',
    ],
  ],
  [
    'equal-shares',
    projects([3, 2.5], '2 A', '1 AB', '1 B'),
    { budget: rational(8) },
    [
      'A: shares.bought option=A cost=3 count=3 price=1 left=5',
      'B: shares.boughtPart option=B cost=5/2 count=2 price=3/2 left=5/2 inFull=1',
    ],
  ],
  [
    'equal-shares',
    projects([0, 5], '2 A', '1 B'),
    { budget: rational(3), settings: { satisfaction: 'cardinality' } },
    ['A: shares.free option=A count=2', 'B: shares.short option=B cost=5 count=1 money=1 missing=4'],
  ],
  [
    'equal-shares',
    projects([0, 5], '2 A', '1 B'),
    { budget: rational(3) },
    ['A: shares.worthless option=A', 'B: shares.short option=B cost=5 count=1 money=1 missing=4'],
  ],
  [
    'equal-shares',
    pointsFor('2 A3 B1', '1 B2'),
    { budget: rational(12), settings: { satisfaction: 'points', completion: 'greedy' } },
    [
      'B: shares.boughtPoints option=B cost=6 count=3 price=3/2 left=6',
      'A: shares.short option=A cost=9 count=2 money=5 missing=4; shares.comparePoints other=B cost=6 count=3 price=3/2; greedy.points.passed number=1 option=A votes=6 cost=9 left=6; greedy.points.each option=A cost=3/2',
    ],
  ],
  [
    'phragmen',
    projects([6, 8, 3, 90, 1], '3 A', '2 B', '1 C', '1 D'),
    { budget: rational(10) },
    [
      'A: phragmen.bought option=A cost=6 count=3 time=2 left=4',
      'C: phragmen.bought option=C cost=3 count=1 time=3 left=1',
      'B: phragmen.tooLate option=B cost=8 count=2 left=1',
      'D: phragmen.tooDear option=D cost=90',
      'E: budget.nobody option=E',
    ],
  ],
  [
    'phragmen',
    projects([4, 4, 4], '1 AB', '1 BC', '1 CA'),
    { budget: rational(8), ties: { kind: 'all' } },
    [
      'A: phragmen.bought option=A cost=4 count=2 time=2 left=4; ties.some option=A number=2 count=3',
      'B: phragmen.bought option=B cost=4 count=2 time=3 left=0; ties.some option=B number=2 count=3',
      'C: phragmen.tooLate option=C cost=4 count=2 left=0; ties.some option=C number=2 count=3',
    ],
  ],
  [
    'sav',
    approved(3, '4 AB', '3 C'),
    { seats: 1 },
    [
      'C: parts.more option=C other=A points=3 otherPoints=2',
      'A: parts.fewer option=A other=C points=2 otherPoints=3',
      'B: parts.fewer option=B other=C points=2 otherPoints=3',
    ],
  ],
  [
    'pav',
    approved(3, '4 ABC', '3 A', '2 B'),
    { seats: 2 },
    [
      'A: committee.member option=A count=7 worth=11 otherWorth=6',
      'B: committee.member option=B count=6 worth=11 otherWorth=7',
      'C: committee.instead option=C other=B count=4 worth=11 otherWorth=9',
    ],
  ],
  [
    'pav',
    approved(3, '1 A', '1 B', '1 C'),
    { seats: 2 },
    [
      'A: committee.member option=A count=1 worth=2 otherWorth=1; ties.set.order taken=[A B]',
      'B: committee.member option=B count=1 worth=2 otherWorth=1; ties.set.order taken=[A B]',
      'C: committee.insteadEqual option=C other=A count=1 worth=2; ties.set.order taken=[A B]',
    ],
  ],
  [
    'chamberlin-courant',
    approved(3, '4 AB', '3 A', '2 C'),
    { seats: 2 },
    [
      'A: committee.member option=A count=7 worth=9 otherWorth=2',
      'C: committee.member option=C count=2 worth=9 otherWorth=7',
      'B: committee.instead option=B other=C count=4 worth=9 otherWorth=7',
    ],
  ],
  [
    'seq-pav',
    approved(3, '3 AB', '2 AC', '1 C'),
    { seats: 2 },
    [
      'A: elected.seat number=1 option=A gain=5; elected.ahead number=1 option=A other=B gain=5 otherGain=3',
      'C: elected.seat number=2 option=C gain=2; elected.ahead number=2 option=C other=B gain=2 otherGain=3/2',
      'B: elected.behind number=2 option=B other=C gain=3/2 otherGain=2',
    ],
  ],
  [
    'seq-chamberlin-courant',
    approved(3, '4 AB', '3 A', '2 C'),
    { seats: 2 },
    [
      'A: elected.seat number=1 option=A gain=7; elected.ahead number=1 option=A other=B gain=7 otherGain=4',
      'C: elected.seat number=2 option=C gain=2; elected.ahead number=2 option=C other=B gain=2 otherGain=0',
      'B: elected.behind number=2 option=B other=C gain=0 otherGain=2',
    ],
  ],
  [
    'committee-phragmen',
    approved(3, '3 A', '2 B', '1 C'),
    { seats: 2 },
    [
      'A: paid.seated option=A count=3 time=1/3',
      'B: paid.seated option=B count=2 time=1/2',
      'C: paid.later option=C count=1 time=1 other=B otherTime=1/2',
    ],
  ],
  [
    'committee-phragmen',
    approved(4, '3 A'),
    { seats: 3 },
    [
      'A: paid.seated option=A count=3 time=1/3',
      'B: paid.last option=B; ties.win.order options=[B C D] taken=B',
      'C: paid.last option=C; ties.win.order options=[C D] taken=C',
      'D: paid.nobody option=D; ties.win.order options=[C D] taken=C',
    ],
  ],
  [
    'committee-equal-shares',
    approved(3, '3 A', '2 B', '1 C'),
    { seats: 2, settings: { completion: 'approval' } },
    [
      'A: paid.bought option=A count=3 price=1/3',
      'B: paid.short option=B count=2 money=2/3; paid.approved option=B count=2',
      'C: paid.short option=C count=1 money=1/3; paid.fewer option=C count=1 other=B otherVotes=2',
    ],
  ],
  [
    'committee-equal-shares',
    approved(3, '3 A', '2 B', '1 C'),
    { seats: 2 },
    [
      'A: paid.bought option=A count=3 price=1/3',
      'B: paid.short option=B count=2 money=2/3; paid.seatedMore option=B count=2 time=1/6',
      'C: paid.short option=C count=1 money=1/3; paid.laterMore option=C count=1 time=2/3 other=B otherTime=1/6',
    ],
  ],
];

it.each(cases)('says why, by %s, case %#', (method, file, wishes, expected) => {
  expect(reasonsBy(method, file, wishes)).toEqual(expected);
});

it('is tried for every method of these', () => {
  const tried = new Set(cases.map(([method]) => method));
  expect([...byLists, ...budgets, ...committees].filter(({ name }) => !tried.has(name))).toEqual([]);
});
