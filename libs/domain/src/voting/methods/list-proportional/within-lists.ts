import type { CandidateList, ListBallot, OptionIndex, Profile } from '../../profile';
import { compareRationals, type Rational, rational, times } from '../../rational';

/**
 * Who takes the seats of a list. `order`: those who stand first in it. `preference`: those with most preference votes;
 * where there is a bar, only those whose preference votes are at least this part of the list's votes, and after them
 * the others in the order of the list. Of equals, who stands first.
 */
export type Within = { by: 'order' } | { by: 'preference'; bar?: Rational };

/** A candidate by the place in the list, from 0. */
export interface ElectedCandidate {
  candidate: number;
  preferences: number;
  by: 'preference' | 'order';
}

/** Who is elected from each list in an outcome, in which a list stands once for each seat; nobody from lists without names. */
export function electedFromLists(
  profile: Profile<ListBallot, CandidateList>,
  outcome: readonly OptionIndex[],
  within: Within,
): ElectedCandidate[][] {
  const given = preferences(profile);
  return profile.options.map((list, at) => {
    const seats = outcome.filter((each) => each === at).length;
    const { votes = 0, candidates = [] } = given[at] ?? {};
    return inOrder(list, votes, candidates, within).slice(0, seats);
  });
}

/** The votes of each list, and how many of them prefer which of its candidates. */
function preferences({ options, ballots }: Profile<ListBallot, CandidateList>) {
  const given = options.map(({ candidates = [] }) => ({ votes: 0, candidates: candidates.map(() => 0) }));
  for (const { weight, list, preferred = [] } of ballots) {
    const named = list === null ? undefined : given[list];
    if (!named) continue;
    named.votes += weight;
    for (const candidate of preferred) {
      const before = named.candidates[candidate];
      if (before !== undefined) named.candidates[candidate] = before + weight;
    }
  }
  return given;
}

function inOrder(
  list: CandidateList,
  votes: number,
  given: readonly number[],
  within: Within,
): ElectedCandidate[] {
  const standing = (list.candidates ?? []).flatMap(({ withdrawn }, candidate) =>
    withdrawn ? [] : [candidate],
  );
  const bar = within.by === 'preference' ? times(within.bar ?? rational(0), rational(votes)) : undefined;
  const all = standing.map((candidate): ElectedCandidate => {
    const preferences = given[candidate] ?? 0;
    const over = bar && compareRationals(rational(preferences), bar) >= 0;
    return { candidate, preferences, by: over ? 'preference' : 'order' };
  });
  const preferred = all.filter(({ by }) => by === 'preference');
  preferred.sort((a, b) => b.preferences - a.preferences || a.candidate - b.candidate);
  return [...preferred, ...all.filter(({ by }) => by === 'order')];
}
