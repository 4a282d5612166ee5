import type { CandidateList, ListBallot, Profile } from '../../profile';
import { floor, minus, over, plus, type Rational, rational, times } from '../../rational';
import type { Result } from '../../result';
import {
  type Admitted,
  byLists,
  type Distribution,
  greatest,
  type ListSettings,
  type ListStage,
} from './lists';

type Lists = Profile<ListBallot, CandidateList>;
type Quota = (votes: Rational, seats: number) => Rational;

const parts: Quota = (votes, of) => over(votes, rational(of));
const droopQuota: Quota = (votes, of) => plus(rational(floor(parts(votes, of))), rational(1));

/** Hare's quota, also Hamilton's method: all votes by all seats. */
export function hare(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(profile, settings, largestRemainder(parts, 0));
}

/** Droop's quota (H. R. Droop, 1868): the smallest whole number that is more than votes by seats and one. */
export function droop(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(profile, settings, largestRemainder(droopQuota, 1));
}

/** The quota of Hagenbach-Bischoff: votes by seats and one, not rounded. */
export function hagenbachBischoff(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(profile, settings, largestRemainder(parts, 1));
}

/** The imperiali quota: votes by seats and two, not rounded. */
export function imperiali(profile: Lists, settings: ListSettings): Result<ListStage> {
  return byLists(profile, settings, largestRemainder(parts, 2));
}

/**
 * As many seats as a list has whole quotas; each seat left over to the list with most votes left over, less a quota for
 * each seat that it got in this way. Votes are those of all lists that are admitted. A quota by more than the seats can
 * give out more seats than there are: then it is taken by one less, as in article 77 of the Italian law of 1957.
 */
function largestRemainder(quotaOf: Quota, more: number): Distribution {
  return (lists, seats, ties, stages) => {
    if (seats === 0 || lists.length === 0) return [];
    const quota = fitting(quotaOf, more, lists, seats);
    const shares = lists.map(({ list, votes, places }) => {
      const whole = wholeQuotas(votes, quota);
      const remainder = minus(rational(votes), times(rational(whole), quota));
      return { list, places, seats: Math.min(whole, places), remainder };
    });
    stages.push({ kind: 'quota', quota, lists: shares.map(({ places: _, ...share }) => share) });
    const winners = shares.flatMap(({ list, seats }) => Array.from({ length: seats }, () => list));
    while (winners.length < seats) {
      const remainders = shares
        .filter((share) => share.seats < share.places)
        .map(({ list, remainder }) => ({ list, value: remainder }));
      const state = shares.map((share) => share.seats).join();
      const list = greatest(remainders, seats - winners.length, ties, state);
      const share = shares.find((each) => each.list === list);
      if (!share) break;
      share.seats++;
      share.remainder = minus(share.remainder, quota);
      winners.push(share.list);
      stages.push({ kind: 'remainder', list: share.list, remainders });
    }
    return winners;
  };
}

/** The quota by the most, up to `more` than the seats, that does not give out more seats than there are. */
function fitting(quotaOf: Quota, more: number, lists: readonly Admitted[], seats: number): Rational {
  const votes = rational(lists.reduce((sum, { votes }) => sum + votes, 0));
  const quota = quotaOf(votes, seats + more);
  const given = lists.reduce((sum, { votes }) => sum + wholeQuotas(votes, quota), 0);
  return given > seats && more > 0 ? fitting(quotaOf, more - 1, lists, seats) : quota;
}

const wholeQuotas = (votes: number, quota: Rational) => Number(floor(over(rational(votes), quota)));
