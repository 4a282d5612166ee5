import type { Profile, RankedBallot } from '../profile';
import type { Result } from '../result';
import {
  type GregoryStage,
  type StvSettings,
  timesOver,
  weightedInclusiveGregory,
} from './weighted-inclusive-gregory';

/**
 * The single transferable vote of Scottish councils: Scottish Local Government Elections Order 2007 (SSI 2007/42) and
 * 2011 (SSI 2011/399), schedule 1, rules 45 to 52. Figures are decimals with five places, cut off.
 *
 * The quota is the whole part of the valid papers divided by one more than the seats, plus 1 (rule 46). A surplus is
 * passed on with all papers of the elected, each at its value times the surplus divided by the votes (48), the largest
 * first (49); then who has fewest votes is excluded (50). Equals are told apart by the last stage at which they differed
 * (49, 51), and then by the tie rule, where the law draws a lot. Those who are left take the last seats (52). Papers of
 * the last one excluded are still passed on, as counting programs do, which changes nobody's election.
 *
 * What a ballot says is told at `weightedInclusiveGregory`, and what it throws.
 */
export function scottishStv(profile: Profile<RankedBallot>, settings: StvSettings): Result<GregoryStage> {
  return weightedInclusiveGregory(profile, settings, {
    places: 5,
    quota: (papers, seats) => (timesOver(papers, 1, seats + 1) + 1) * 100_000,
    share: timesOver,
    look: 'backwards',
    endsWithLastSeat: true,
  });
}
