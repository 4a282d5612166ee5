import type { ApprovalBallot, Profile } from '../profile';
import type { Result } from '../result';
import { mostVotes, type VotesSettings, type VotesStage } from './votes';

/**
 * Approval voting (S. J. Brams, P. C. Fishburn, "Approval voting", 1978), for one seat or several: each ballot gives one
 * vote to every option that it approves.
 */
export function approval(profile: Profile<ApprovalBallot>, settings: VotesSettings): Result<VotesStage> {
  return mostVotes(profile, settings, ({ approved }) => approved.map((option) => [option, 1]));
}
