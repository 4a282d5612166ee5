import type { CandidateList, ListBallot, Profile } from '../../profile';
import { over, type Rational, rational } from '../../rational';
import type { Result } from '../../result';
import { byLists, type Distribution, greatest, type ListSettings, type ListStage } from './lists';

type Lists = Profile<ListBallot, CandidateList>;

/** D'Hondt's method (V. D'Hondt, 1882), also Jefferson's: votes are divided by 1, 2, 3 and so on. */
export function dHondt(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(
    profile,
    settings,
    highestAverages((seats) => rational(seats + 1)),
  );
}

/** Sainte-Laguë's method (A. Sainte-Laguë, 1910), also Webster's: votes are divided by 1, 3, 5 and so on. */
export function sainteLague(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(
    profile,
    settings,
    highestAverages((seats) => rational(2 * seats + 1)),
  );
}

/** Sainte-Laguë's method with a first seat that is harder to get: the first divisor is 7/5 where nothing is said. */
export function modifiedSainteLague(
  profile: Lists,
  { first = rational(7, 5), ...settings }: ListSettings & { first?: Rational },
): Result<ListStage> {
  const divisor = (seats: number) => (seats === 0 ? first : rational(2 * seats + 1));
  return byLists(profile, settings, highestAverages(divisor));
}

/** Seat by seat to the list whose votes, divided by the divisor for as many seats as it has, are the most. */
function highestAverages(divisor: (seats: number) => Rational): Distribution {
  return (lists, seats, ties, stages) => {
    const given = new Map(lists.map(({ list }) => [list, 0]));
    const winners: number[] = [];
    while (winners.length < seats) {
      const quotients = lists
        .map(({ list, votes, places }) => ({ list, votes, places, has: given.get(list) ?? 0 }))
        .filter(({ has, places }) => has < places)
        .map(({ list, votes, has }) => ({ list, value: over(rational(votes), divisor(has)) }));
      const list = greatest(quotients, seats - winners.length, ties, [...given.values()].join());
      if (list === undefined) break;
      given.set(list, (given.get(list) ?? 0) + 1);
      winners.push(list);
      stages.push({ kind: 'seat', list, quotients });
    }
    return winners;
  };
}
