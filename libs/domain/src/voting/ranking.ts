import type { OptionIndex } from './profile';
import type { Ties } from './ties';

/** The same places, lowest first: how a set is written in one way. */
export const ascending = (places: readonly number[]): number[] => [...places].sort((a, b) => a - b);

/** From first to last, equals together. */
export type Ranking = readonly (readonly OptionIndex[])[];

/** By value: `compare` is below 0 where `a` comes before `b`. */
export function ranked(
  options: readonly OptionIndex[],
  compare: (a: OptionIndex, b: OptionIndex) => number,
): OptionIndex[][] {
  const groups: OptionIndex[][] = [];
  for (const option of [...options].sort(compare)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], option) === 0) last.push(option);
    else groups.push([option]);
  }
  return groups;
}

/** By levels: first those above whom nobody is, then those above whom nobody is among the rest, and so on. */
export function levels(
  options: readonly OptionIndex[],
  above: (a: OptionIndex, b: OptionIndex) => boolean,
): OptionIndex[][] {
  const groups: OptionIndex[][] = [];
  let rest = options;
  while (rest.length > 0) {
    const top = rest.filter((each) => !rest.some((other) => above(other, each)));
    groups.push(top);
    rest = rest.filter((each) => !top.includes(each));
  }
  return groups;
}

/** Who takes the seats, from the top: all equals where seats are left for all of them, and else those of a tie. */
export function seated(ranking: Ranking, seats: number, ties: Ties): OptionIndex[] {
  const winners: OptionIndex[] = [];
  for (const equals of ranking) {
    if (winners.length + equals.length <= seats) {
      winners.push(...equals);
      continue;
    }
    while (winners.length < seats) {
      const rest = equals.filter((each) => !winners.includes(each));
      const state = JSON.stringify([ranking, ascending(winners)]);
      winners.push(ties.pick(rest, 'win', state));
    }
    break;
  }
  return winners;
}
