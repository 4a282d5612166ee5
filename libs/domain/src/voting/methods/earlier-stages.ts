import type { OptionIndex } from '../profile';

/** From which side earlier stages are looked through for a difference between equals. */
export type Look = 'backwards' | 'forwards';

/**
 * Of equals, those who had most (or fewest) votes at the last (or first) stage at which they differed; of these, those
 * who had at the next such stage, and so on. Several remain where they never differed.
 *
 * @param history for each stage, how many votes an option had
 * @param compare as `Array.sort` wants it
 */
export function byEarlierStages<Votes>(
  equals: readonly OptionIndex[],
  history: readonly ((option: OptionIndex) => Votes)[],
  wanted: 'most' | 'fewest',
  look: Look,
  compare: (a: Votes, b: Votes) => number,
): OptionIndex[] {
  const sign = wanted === 'most' ? 1 : -1;
  let rest = [...equals];
  for (const votes of look === 'backwards' ? [...history].reverse() : history) {
    if (rest.length === 1) break;
    const isExtreme = (option: OptionIndex) =>
      rest.every((other) => sign * compare(votes(option), votes(other)) >= 0);
    rest = rest.filter(isExtreme);
  }
  return rest;
}
