import type { OptionIndex } from '../../profile';
import { ascending } from '../../ranking';
import { Senseless } from '../../senseless';
import type { Support } from '../../support';

/** How many approvals are looked at in search of the best committees: some seconds' work. */
export const MOST_APPROVALS = 20_000_000;

/** How many committees may be equally good. */
export const MOST_COMMITTEES = 20_000;

/** There are too many committees for the best of them to be found: `limit` is `MOST_APPROVALS` or `MOST_COMMITTEES`. */
export class TooManyCommittees extends Senseless {
  override readonly name = 'TooManyCommittees';

  constructor(readonly limit: number) {
    if (limit === MOST_COMMITTEES)
      super('committees_above_limit', `More than ${limit} committees are equally good.`, { limit });
    else
      super(
        'search_too_long',
        `More than ${limit} approvals would have to be looked at to find the best committee.`,
      );
  }
}

/**
 * Every committee that is worth most. One member after another is added, and a beginning is given up when it would be worth
 * less than the best committee so far even if all its next members were worth what they are worth now: since each further
 * member is worth less to those who have one, they cannot be worth more (A. H. Land, A. G. Doig, "An Automatic Method of
 * Solving Discrete Programming Problems", 1960).
 *
 * @param next the worth of one more member to a person who has so many: as many as there are seats, none above the former
 * @throws TooManyCommittees
 */
export function bestCommittees(
  options: readonly OptionIndex[],
  support: readonly Support[],
  weights: readonly number[],
  next: readonly bigint[],
): { worth: bigint; committees: OptionIndex[][] } {
  const seats = next.length;
  const has = new Int32Array(weights.length);
  let best = -1n;
  let committees: OptionIndex[][] = [];
  let looked = 0;

  const gainOf = (option: OptionIndex): bigint => {
    const { by = [] } = support[option] ?? {};
    looked += by.length + seats;
    if (looked > MOST_APPROVALS) throw new TooManyCommittees(MOST_APPROVALS);
    const people = new Array<number>(seats).fill(0);
    for (const place of by) people[has[place] ?? 0] = (people[has[place] ?? 0] ?? 0) + (weights[place] ?? 0);
    return people.reduce((sum, weight, members) => sum + BigInt(weight) * (next[members] ?? 0n), 0n);
  };
  const add = (option: OptionIndex, more: 1 | -1) => {
    for (const place of support[option]?.by ?? []) has[place] = (has[place] ?? 0) + more;
  };

  const search = (members: readonly OptionIndex[], rest: readonly OptionIndex[], worth: bigint): void => {
    const missing = seats - members.length;
    if (missing === 0) {
      if (worth > best) committees = [];
      best = worth;
      // One more than there may be: only better ones are of interest then.
      if (committees.length <= MOST_COMMITTEES) committees.push(ascending(members));
      return;
    }
    const able = rest.map((option) => ({ option, gain: gainOf(option) }));
    able.sort((a, b) => (a.gain > b.gain ? -1 : a.gain < b.gain ? 1 : 0));
    for (let first = 0; first + missing <= able.length; first++) {
      const most = able.slice(first, first + missing).reduce((sum, { gain }) => sum + gain, worth);
      if (most < best || (most === best && committees.length > MOST_COMMITTEES)) return;
      const { option, gain } = able[first] as (typeof able)[number];
      add(option, 1);
      search(
        [...members, option],
        able.slice(first + 1).map((each) => each.option),
        worth + gain,
      );
      add(option, -1);
    }
  };
  search([], options, 0n);
  if (committees.length > MOST_COMMITTEES) throw new TooManyCommittees(MOST_COMMITTEES);
  return { worth: best, committees };
}
