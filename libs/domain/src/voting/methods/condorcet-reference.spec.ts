import { readFileSync } from 'node:fs';
import { describeReference } from '@zbor/testing';
import type { Profile, RankedBallot } from '../profile';
import type { Result } from '../result';
import { type CondorcetCase, condorcetProfile } from '../testing/condorcet-php';
import { all } from '../testing/profiles';
import { ReferenceTable } from '../testing/reference-table';
import { borda } from './borda';
import { copeland } from './copeland';
import { irv } from './irv';
import { minimax } from './minimax';
import { condorcetLoser, condorcetWinner, pairwise, type Unranked } from './pairwise';
import { rankedPairs } from './ranked-pairs';
import { schulze } from './schulze';
import { scottishStv } from './scottish-stv';
import { firstChoices, singleChoice } from './single-choice';
import { twoRound } from './two-round';

const methods: Record<string, (profile: Profile<RankedBallot>, unranked: Unranked) => Result<unknown>> = {
  'Schulze Winning': (profile, unranked) => schulze(profile, { unranked, ties: all }),
  'Ranked Pairs Winning': (profile, unranked) =>
    rankedPairs(profile, { strength: 'winning-votes', unranked, ties: all }),
  Copeland: (profile, unranked) => copeland(profile, { unranked, ties: all }),
  'Minimax Winning': (profile, unranked) => minimax(profile, { unranked, ties: all }),
  'Minimax Opposition': (profile, unranked) =>
    minimax(profile, { measure: 'opposition', unranked, ties: all }),
  'Borda Count': (profile, unranked) =>
    borda(profile, { unranked: unranked === 'below' ? 'shared' : 'nothing', ties: all }),
  InstantRunoff: (profile) => irv(profile, { ties: all }),
  'Two Rounds': (profile) => twoRound(profile, { ties: all }),
  Fptp: (profile) => singleChoice(firstChoices(profile), { ties: all }),
};

const leftOut: Record<string, string> = {
  DodgsonQuick: 'an approximation of a method that is not offered',
  'CPO STV': 'a method that is not offered',
  'InstantRunoff: result 3': 'three have as many first votes, and the reference looks at pairs then',
  'Two Rounds: result 9': 'the reference takes more than two to the second round, or has more rounds',
};

describeReference('condorcet/condorcet-php-cases.json', 'cases of Condorcet PHP', (path) => {
  const cases: CondorcetCase[] = JSON.parse(readFileSync(path, 'utf8'));
  const table = new ReferenceTable();
  afterAll(() => table.print());

  const calls = cases.flatMap((each) => each.expect.map((expected) => ({ ...expected, case: each })));
  for (const { case: each, call, method, value } of calls) {
    const name = `${each.test}, ${call}`;
    const set = method ?? call;
    const ranks = Array.isArray(value) ? value : Object.values(value).map((rank) => [rank].flat());
    const expected = method === 'STV' ? ranks.flat().sort() : ranks;
    const reason = leftOut[set] ?? leftOut[`${set}: ${each.test}`];
    if (reason) {
      table.leaveOut(set, name, reason);
      continue;
    }
    it(`${set}: ${name}`, () => {
      const found = answer(each, call, method);
      table.count(set, JSON.stringify(found) === JSON.stringify(expected));
      expect(found).toEqual(expected);
    });
  }
});

/** By names: winners, or ranks. */
function answer(each: CondorcetCase, call: string, method: string | null): unknown {
  const profile = condorcetProfile(each);
  const unranked = each.implicit_ranking ? 'below' : 'silent';
  const named = (options: readonly (number | undefined)[]) =>
    options.map((option) => each.candidates[option ?? -1]).sort();
  if (call === 'getCondorcetWinner') return named([condorcetWinner(pairwise(profile, unranked))]);
  if (call === 'getCondorcetLoser') return named([condorcetLoser(pairwise(profile, unranked))]);
  if (method === 'STV') {
    // Whom it elects, whatever the order: the reference takes another quota in some cases.
    const { winners } = scottishStv(profile, { seats: each.seats ?? 1, ties: all });
    return named(winners);
  }
  const result = methods[method ?? '']?.(profile, unranked);
  return call === 'getWinner' ? named(result?.outcomes.flat() ?? []) : result?.ranking?.map(named);
}
