import { type ApprovalBallot, isShared, type Profile, type RankedBallot } from '../profile';
import type { Result } from '../result';
import { mostVotes, type VotesSettings, type VotesStage } from './votes';

/** Plurality: each ballot gives one vote to one option. A ballot that names several is not counted. */
export function singleChoice(profile: Profile<ApprovalBallot>, settings: VotesSettings): Result<VotesStage> {
  return mostVotes(profile, settings, ({ approved: [only, ...more] }) =>
    only === undefined || more.length > 0 ? [] : [[only, 1]],
  );
}

/** What each ballot likes best, for a choice between options that people ranked. */
export function firstChoices(profile: Profile<RankedBallot>): Profile<ApprovalBallot> {
  const ballots = profile.ballots.map(({ weight, ranking: [first = []] }) => ({
    weight,
    approved: isShared(first) ? first : [first],
  }));
  return { ...profile, ballots };
}
