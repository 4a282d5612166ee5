import type { CandidateList, ListBallot, OptionIndex, Profile } from '../../profile';
import { compareRationals, floor, minus, type Rational, rational, times, zero } from '../../rational';
import type { Result } from '../../result';
import { counted, type TieRule, type Ties } from '../../ties';
import { type ElectedCandidate, electedFromLists, type Within } from './within-lists';

export interface ListSettings {
  seats: number;
  /** A list with a smaller part than this of all valid votes gets no seat. */
  threshold?: Rational;
  /** By the order of lists where nothing is said. */
  within?: Within;
  ties: TieRule;
}

/** A list that may get seats. */
export interface Admitted {
  list: OptionIndex;
  votes: number;
  /** No more seats than it has candidates; Infinity where they are not known. */
  places: number;
}

export interface ListValue {
  list: OptionIndex;
  value: Rational;
}

/**
 * `lists`: the votes. `seat`: who gets the next seat, since its quotient is the greatest. `quota`: for how many seats
 * votes are enough, and which are left over. `remainder`: who gets the next seat, since of its votes most are left over.
 * `elected`: who takes the seats of a list.
 */
export type ListStage =
  | {
      kind: 'lists';
      valid: number;
      /** With as many votes, or more, a list is admitted. */
      needed: number;
      lists: readonly { list: OptionIndex; votes: number; admitted: boolean }[];
    }
  | { kind: 'seat'; list: OptionIndex; quotients: readonly ListValue[] }
  | {
      kind: 'quota';
      quota: Rational;
      lists: readonly { list: OptionIndex; seats: number; remainder: Rational }[];
    }
  | { kind: 'remainder'; list: OptionIndex; remainders: readonly ListValue[] }
  | { kind: 'elected'; list: OptionIndex; candidates: readonly ElectedCandidate[] };

/** Gives out seats among lists: a list once for each seat, in the order in which they are given. */
export type Distribution = (
  lists: readonly Admitted[],
  seats: number,
  ties: Ties,
  stages: ListStage[],
) => OptionIndex[];

/**
 * Counts the votes of lists, leaves out those below the threshold, gives out the seats, and the seats of each list to
 * its candidates. Winners are lists: each stands there, and in `outcomes`, once for each of its seats. Who is elected is
 * told of the outcome that the stages tell of; `electedFromLists` tells it of any other.
 */
export function byLists(
  profile: Profile<ListBallot, CandidateList>,
  settings: ListSettings,
  distribute: Distribution,
): Result<ListStage> {
  const { seats, threshold, within = { by: 'order' } } = settings;
  return counted(profile.options, settings.ties, (ties) => {
    const votes = votesOf(profile);
    const cast = profile.ballots.reduce((sum, { weight }) => sum + weight, 0);
    const valid = votes.reduce((sum, { votes }) => sum + votes, 0);
    const needed = Math.max(1, threshold ? wholeAbove(times(threshold, rational(valid))) : 1);
    const lists = votes.map((each) => ({ ...each, admitted: each.votes >= needed }));
    const stages: ListStage[] = [{ kind: 'lists', valid, needed, lists }];
    const admitted = lists.flatMap(({ list, votes, admitted }) =>
      admitted ? [{ list, votes, places: placesOf(profile.options[list]) }] : [],
    );
    const winners = distribute(admitted, seats, ties, stages);
    for (const [list, candidates] of electedFromLists(profile, winners, within).entries())
      if (candidates.length > 0) stages.push({ kind: 'elected', list, candidates });
    return { winners, stages, turnout: { cast, counted: valid } };
  });
}

/** How many seats each list has in an outcome, in the order of the profile. */
export function seatsPerList(
  { options }: { options: readonly unknown[] },
  winners: readonly OptionIndex[],
): number[] {
  return options.map((_, list) => winners.filter((each) => each === list).length);
}

/** The list of the greatest value. Equals are tied only where fewer seats are left than there are equals. */
export function greatest(
  values: readonly ListValue[],
  left: number,
  ties: Ties,
  state: string,
): OptionIndex | undefined {
  const [most, ...others] = values;
  if (!most) return undefined;
  const best = others.reduce(
    (best, each) => (compareRationals(each.value, best.value) > 0 ? each : best),
    most,
  );
  const equals = values.filter(({ value }) => compareRationals(value, best.value) === 0);
  return equals.length <= left
    ? best.list
    : ties.pick(
        equals.map(({ list }) => list),
        'win',
        state,
      );
}

function votesOf({ options, ballots }: Profile<ListBallot, CandidateList>) {
  const votes = options.map((option, list) => ({ list, votes: 0, withdrawn: option.withdrawn }));
  for (const { list, weight } of ballots) {
    const named = list === null ? undefined : votes[list];
    if (named) named.votes += weight;
  }
  return votes.flatMap(({ withdrawn, ...each }) => (withdrawn ? [] : [each]));
}

/** The whole number at or above it. */
const wholeAbove = (amount: Rational) => Number(-floor(minus(zero, amount)));

function placesOf(list: CandidateList | undefined): number {
  return list?.candidates?.filter(({ withdrawn }) => !withdrawn).length ?? Number.POSITIVE_INFINITY;
}
