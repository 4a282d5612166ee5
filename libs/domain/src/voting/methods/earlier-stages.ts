import type { OptionIndex } from '../profile';

/** From which side earlier stages are looked through for a difference between equals. */
export type Look = 'backwards' | 'forwards';

/**
 * Of equals, those who had most (or fewest) votes at the last (or first) stage at which they differed; of these, those
 * who had at the next such stage, and so on. Several remain where they never differed.
 *
 * @param history for each stage, the votes of every option
 */
export function byEarlierStages(
  equals: readonly OptionIndex[],
  history: readonly (readonly number[])[],
  wanted: 'most' | 'fewest',
  look: Look,
): OptionIndex[] {
  let rest = [...equals];
  for (const votes of look === 'backwards' ? [...history].reverse() : history) {
    if (rest.length === 1) break;
    const counts = rest.map((option) => votes[option] ?? 0);
    const extreme = wanted === 'most' ? Math.max(...counts) : Math.min(...counts);
    rest = rest.filter((_, index) => counts[index] === extreme);
  }
  return rest;
}
