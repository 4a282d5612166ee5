import { readFileSync } from 'node:fs';
import { describeReference } from '@zbor/testing';
import fc from 'fast-check';
import type { CandidateList, ListBallot, Profile } from '../../profile';
import { compareRationals, fraction, type Rational, rational, times } from '../../rational';
import type { Result } from '../../result';
import { listVotes, votesOfLists } from '../../testing/lists';
import { all, lettered, outcomes, scaled } from '../../testing/profiles';
import { ReferenceTable } from '../../testing/reference-table';
import type { TieRule } from '../../ties';
import { dHondt, modifiedSainteLague, sainteLague } from './highest-averages';
import { droop, hagenbachBischoff, hare, imperiali } from './largest-remainder';
import { type ListSettings, type ListStage, seatsPerList } from './lists';
import { electedFromLists, type Within } from './within-lists';

type Lists = Profile<ListBallot, CandidateList>;
type Method = (profile: Lists, settings: ListSettings) => Result<ListStage>;

const methods = { dHondt, sainteLague, modifiedSainteLague, hare, droop, hagenbachBischoff, imperiali };

const byOrder: TieRule = { kind: 'order' };

/** Seats of each list, with ties decided by order. */
const seatsBy = (method: Method, profile: Lists, seats: number, more: Partial<ListSettings> = {}) =>
  seatsPerList(profile, method(profile, { seats, ties: byOrder, ...more }).winners);

describe('list proportional', () => {
  it.each<[string, Method, number[], number, number[]]>([
    ["the textbook of d'Hondt", dHondt, [100, 80, 30, 20], 8, [4, 3, 1, 0]],
    ['the same by Sainte-Laguë', sainteLague, [100, 80, 30, 20], 8, [3, 3, 1, 1]],
    ['a small list by Sainte-Laguë', sainteLague, [100, 35], 2, [1, 1]],
    ['a first seat that is harder to get', modifiedSainteLague, [100, 35], 2, [2, 0]],
    ['remainders by Hare', hare, [47000, 16000, 15800, 12000, 6100, 3100], 10, [5, 2, 1, 1, 1, 0]],
    ['remainders by Droop', droop, [47000, 16000, 15800, 12000, 6100, 3100], 10, [5, 2, 2, 1, 0, 0]],
    ['Hagenbach-Bischoff, with all seats by whole quotas', hagenbachBischoff, [60, 25, 15], 3, [2, 1, 0]],
    ['the imperiali quota', imperiali, [57, 26, 17], 5, [3, 1, 1]],
    ["d'Hondt beyond the quota, rounded up", dHondt, [86, 5, 5, 4], 10, [10, 0, 0, 0]],
    ['no votes at all', dHondt, [0, 0], 3, [0, 0]],
    ['no votes at all, by a quota', hare, [0, 0], 3, [0, 0]],
  ])('gives seats out: %s', (_, method, votes, seats, expected) => {
    expect(seatsBy(method, listVotes(...votes), seats)).toEqual(expected);
  });

  it('tells which quotient won each seat', () => {
    const { stages, winners } = dHondt(listVotes(10, 6), { seats: 3, ties: all });
    expect(winners).toEqual([0, 1, 0]);
    const told = stages.map((stage) =>
      stage.kind === 'seat'
        ? [stage.list, ...stage.quotients.map(({ value }) => fraction(value))]
        : stage.kind,
    );
    expect(told).toEqual(['lists', [0, '10', '6'], [1, '5', '6'], [0, '5', '3']]);
  });

  it('tells the quota and what is left over', () => {
    const { stages } = hare(listVotes(7, 3), { seats: 4, ties: all });
    expect(stages.slice(1)).toEqual([
      {
        kind: 'quota',
        quota: rational(5, 2),
        lists: [
          { list: 0, seats: 2, remainder: rational(2) },
          { list: 1, seats: 1, remainder: rational(1, 2) },
        ],
      },
      {
        kind: 'remainder',
        list: 0,
        remainders: [
          { list: 0, value: rational(2) },
          { list: 1, value: rational(1, 2) },
        ],
      },
    ]);
  });

  it('takes an imperiali quota that gives out too many seats by one seat less', () => {
    const { stages, winners } = imperiali(listVotes(50, 50), { seats: 2, ties: all });
    expect(winners).toEqual([0, 1]);
    expect(stages[1]).toMatchObject({ kind: 'quota', quota: rational(100, 3) });
  });

  it('gives nothing to a list below the threshold, and to one that reaches it exactly', () => {
    const profile = listVotes(60, 35, 5);
    const threshold = rational(1, 20);
    expect(seatsBy(dHondt, profile, 20, { threshold })).toEqual([12, 7, 1]);
    expect(seatsBy(dHondt, listVotes(600, 351, 49), 20, { threshold })).toEqual([13, 7, 0]);
  });

  it('counts the votes of a list that withdrew for nobody', () => {
    const profile = listVotes(60, 30, 90);
    const options = profile.options.map((list, at) => ({ ...list, withdrawn: at === 2 }));
    const ballots = [...profile.ballots, { weight: 7, list: null }];
    const result = dHondt({ options, ballots }, { seats: 3, ties: all });
    expect(result).toMatchObject({ winners: [0, 0, 1], turnout: { cast: 187, counted: 90 } });
  });

  it('knows no tie between equals for all of whom there is a seat', () => {
    for (const method of [dHondt, hare]) {
      expect(method(listVotes(5, 5, 5), { seats: 4, ties: byOrder }).ties).toHaveLength(1);
      expect(method(listVotes(5, 5, 5), { seats: 6, ties: byOrder }).ties).toEqual([]);
    }
  });

  it('leaves the last seat open between equals, and shows each distribution', () => {
    const open = dHondt(listVotes(50, 50, 10), { seats: 3, ties: all });
    expect(open.outcomes).toEqual([
      [0, 0, 1],
      [0, 1, 1],
    ]);
    expect(open.winners).toEqual([0, 1]);
    const decided = dHondt(listVotes(50, 50, 10), { seats: 3, ties: byOrder });
    expect(decided).toMatchObject({ winners: [0, 1, 0], ties: [{ among: [[0], [1]], taken: [0] }] });
    expect(hare(listVotes(3, 3, 3), { seats: 4, ties: all }).outcomes).toEqual([
      [0, 0, 1, 2],
      [0, 1, 1, 2],
      [0, 1, 2, 2],
    ]);
  });
});

describe('seats within lists', () => {
  const [a, b] = [lettered(4), lettered(4).slice(0, 1)];
  const profile: Lists = {
    options: [
      { id: 'one', name: 'One', candidates: a },
      { id: 'two', name: 'Two', candidates: b },
    ],
    ballots: [
      { weight: 40, list: 0 },
      { weight: 8, list: 0, preferred: [2] },
      { weight: 8, list: 0, preferred: [1, 2] },
      { weight: 4, list: 0, preferred: [3] },
      { weight: 30, list: 1, preferred: [0, 3] },
    ],
  };
  const takers = (within: Within) =>
    electedFromLists(profile, [0, 0, 0], within)[0]?.map(({ candidate }) => candidate);

  it.each<[string, Within, number[]]>([
    ['in the order of the list', { by: 'order' }, [0, 1, 2]],
    ['by preference votes', { by: 'preference' }, [2, 1, 3]],
    [
      'by preference votes above a bar, and then in order',
      { by: 'preference', bar: rational(1, 5) },
      [2, 0, 1],
    ],
    ['by preference votes that reach the bar exactly', { by: 'preference', bar: rational(8, 60) }, [2, 1, 0]],
  ])('are taken %s', (_, within, expected) => expect(takers(within)).toEqual(expected));

  it('are told of in the last stages', () => {
    const within: Within = { by: 'preference', bar: rational(1, 5) };
    const { stages } = dHondt(profile, { seats: 3, within, ties: all });
    expect(stages.filter(({ kind }) => kind === 'elected')).toEqual([
      {
        kind: 'elected',
        list: 0,
        candidates: [
          { candidate: 2, preferences: 16, by: 'preference' },
          { candidate: 0, preferences: 0, by: 'order' },
        ],
      },
      { kind: 'elected', list: 1, candidates: [{ candidate: 0, preferences: 30, by: 'preference' }] },
    ]);
  });

  it.each([dHondt, hare])('go to other lists where a list has no more candidates', (method) => {
    expect(seatsBy(method, profile, 5)).toEqual([4, 1]);
    expect(seatsBy(method, profile, 9)).toEqual([4, 1]);
  });

  it('are not taken by candidates who withdrew', () => {
    const candidates = a.map((each, at) => ({ ...each, withdrawn: at === 0 }));
    const options = profile.options.map((list, at) => (at === 0 ? { ...list, candidates } : list));
    expect(seatsBy(dHondt, { ...profile, options }, 9)).toEqual([3, 1]);
    expect(electedFromLists({ ...profile, options }, [0], { by: 'order' })[0]).toMatchObject([
      { candidate: 1 },
    ]);
  });
});

const seatsWanted = fc.integer({ min: 0, max: 12 });

describe.each(Object.entries<Method>(methods))('%s', (_, method) => {
  it('does not mind in which order lists stand', () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, (profile, seats) => {
        const last = profile.options.length - 1;
        const other: Lists = {
          options: profile.options.toReversed(),
          ballots: profile.ballots.map(({ weight, list }) => ({ weight, list: last - (list ?? 0) })),
        };
        const expected = outcomes(profile, method(profile, { seats, ties: all }));
        expect(outcomes(other, method(other, { seats, ties: all }))).toEqual(expected);
      }),
    );
  });

  it('gives out every seat, and none to who has no votes', () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, (profile, seats) => {
        const given = seatsBy(method, profile, seats);
        const voted = profile.ballots.some(({ weight }) => weight > 0);
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(voted ? seats : 0);
        for (const [list, { weight }] of profile.ballots.entries())
          if (weight === 0) expect(given[list]).toBe(0);
      }),
    );
  });
});

const { droop: _, ...unrounded } = methods;

describe.each(Object.entries<Method>(unrounded))('%s', (_, method) => {
  it('finds the same where everybody comes several times', () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, fc.integer({ min: 2, max: 99 }), (profile, seats, by) => {
        const expected = outcomes(profile, method(profile, { seats, ties: all }));
        expect(outcomes(profile, method(scaled(profile, by), { seats, ties: all }))).toEqual(expected);
      }),
    );
  });
});

describe.each<[string, Method, (seats: number) => Rational]>([
  ['dHondt', dHondt, (seats) => rational(seats + 1)],
  ['sainteLague', sainteLague, (seats) => rational(2 * seats + 1)],
  [
    'modifiedSainteLague',
    modifiedSainteLague,
    (seats) => (seats === 0 ? rational(7, 5) : rational(2 * seats + 1)),
  ],
])('%s', (_, method, divisor) => {
  it('takes no seat from a list when there is one more to give', () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, (profile, seats) => {
        const fewer = seatsBy(method, profile, seats);
        const more = seatsBy(method, profile, seats + 1);
        for (const [list, had] of fewer.entries()) expect(more[list]).toBeGreaterThanOrEqual(had);
      }),
    );
  });

  it('gives no seat to whose quotient for it is smaller than that of a list without it', () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, (profile, seats) => {
        for (const outcome of method(profile, { seats, ties: all }).outcomes) {
          const given = seatsPerList(profile, outcome);
          const votes = profile.ballots.map(({ weight }) => rational(weight));
          for (const [one, ones] of given.entries())
            for (const [other, others] of given.entries()) {
              if (ones === 0) continue;
              // Without division: votes of one by its last divisor, against votes of the other by its next one.
              const has = times(votes[one] ?? rational(0), divisor(others));
              const wants = times(votes[other] ?? rational(0), divisor(ones - 1));
              expect(compareRationals(has, wants)).toBeGreaterThanOrEqual(0);
            }
        }
      }),
    );
  });
});

describe('quotas', () => {
  const whole = (profile: Lists, seats: number, list: number) => {
    const votes = profile.ballots.map(({ weight }) => weight);
    return ((votes[list] ?? 0) * seats) / votes.reduce((sum, each) => sum + each, 0);
  };

  it("are kept from below by d'Hondt, and from both sides by Hare", () => {
    fc.assert(
      fc.property(votesOfLists, seatsWanted, (profile, seats) => {
        fc.pre(profile.ballots.some(({ weight }) => weight > 0));
        for (const list of profile.options.keys()) {
          const least = Math.floor(whole(profile, seats, list));
          expect(seatsBy(dHondt, profile, seats)[list]).toBeGreaterThanOrEqual(least);
          expect(seatsBy(hare, profile, seats)[list]).toBeGreaterThanOrEqual(least);
          expect(seatsBy(hare, profile, seats)[list]).toBeLessThanOrEqual(
            Math.ceil(whole(profile, seats, list)),
          );
        }
      }),
    );
  });

  it('are rounded by Droop, so that twice as many people can decide what was a tie', () => {
    const settings = { seats: 6, ties: all };
    expect(droop(listVotes(2, 1), settings).outcomes).toEqual([
      [0, 0, 0, 0, 1, 1],
      [0, 0, 0, 1, 1, 1],
    ]);
    expect(droop(listVotes(4, 2), settings).outcomes).toEqual([[0, 0, 0, 0, 1, 1]]);
  });

  it('take a seat from a list when there is one more to give, as Alabama found in 1880', () => {
    expect(seatsBy(hare, listVotes(6, 6, 2), 10)).toEqual([4, 4, 2]);
    expect(seatsBy(hare, listVotes(6, 6, 2), 11)).toEqual([5, 5, 1]);
  });
});

interface ApportionmentCase {
  name: string;
  seats: number;
  votes: Record<string, number>;
  sainte_lague_order?: string[];
  dhondt_order?: string[];
  hare_largest_remainder?: Record<string, number>;
  droop_largest_remainder?: Record<string, number>;
}

describeReference('listpr/apportionment-cases.json', 'cases of apportionment', (path) => {
  const { cases }: { cases: ApportionmentCase[] } = JSON.parse(readFileSync(path, 'utf8'));
  const table = new ReferenceTable();
  afterAll(() => table.print());

  const check = (set: string, name: string, expected: unknown, find: () => unknown) => {
    if (expected === undefined) return;
    it(`${set}: ${name}`, () => {
      const found = find();
      table.count(set, JSON.stringify(found) === JSON.stringify(expected));
      expect(found).toEqual(expected);
    });
  };

  for (const { name, seats, votes, ...expected } of cases) {
    const names = Object.keys(votes);
    const profile = listVotes(...Object.values(votes));
    const settings: ListSettings = { seats, ties: all };
    const order = (method: Method) => method(profile, settings).winners.map((list) => names[list]);
    const map = (method: Method, given: Record<string, number> = {}) => {
      const found = seatsPerList(profile, method(profile, settings).winners);
      const told = names.map((list, at): [string, number] => [list, found[at] ?? 0]);
      // The references leave lists without seats out, or not.
      return Object.fromEntries(told.filter(([list, seats]) => seats > 0 || list in given));
    };
    check("d'Hondt", name, expected.dhondt_order, () => order(dHondt));
    check('Sainte-Laguë', name, expected.sainte_lague_order, () => order(sainteLague));
    check('Hare', name, expected.hare_largest_remainder, () => map(hare, expected.hare_largest_remainder));
    check('Droop', name, expected.droop_largest_remainder, () =>
      map(droop, expected.droop_largest_remainder),
    );
  }
});
