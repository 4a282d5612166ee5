import { totalWeight, type Weighted } from './profile';
import type { Turnout } from './result';

/** Whose ballots were cast, and whose of them say something that counts. */
export function turnout<Ballot extends Weighted>(
  ballots: readonly Ballot[],
  counts: (ballot: Ballot) => boolean,
): Turnout {
  return { cast: totalWeight(ballots), counted: totalWeight(ballots.filter(counts)) };
}
