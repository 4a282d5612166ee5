import type { Profile, RankedBallot } from '../profile';
import type { Result } from '../result';
import {
  type GregoryStage,
  type StvSettings,
  timesOver,
  weightedInclusiveGregory,
} from './weighted-inclusive-gregory';

const ONE = 10_000;

/**
 * The reference rule of the Proportional Representation Foundation for the Weighted Inclusive Gregory Method, with one
 * exclusion at a time. Figures are decimals with four places; every product and every quotient is cut off.
 *
 * The quota is the papers divided by one more than the seats, plus 0.0001. The largest surplus is passed on first, with
 * all papers of the elected; where there is none, who has fewest votes is excluded. Between equals the tie rule decides
 * at once. Whether the seats are filled is asked at the beginning of a round, as the published program has it: a last
 * surplus may be passed on to no effect.
 *
 * What a ballot says is told at `weightedInclusiveGregory`, and what it throws.
 */
export function wigmStv(profile: Profile<RankedBallot>, settings: StvSettings): Result<GregoryStage> {
  return weightedInclusiveGregory(profile, settings, {
    places: 4,
    quota: (papers, seats) => timesOver(papers, ONE, seats + 1) + 1,
    share: (worth, surplus, votes) => timesOver(timesOver(worth, surplus, ONE), ONE, votes),
    endsWithLastSeat: false,
  });
}
