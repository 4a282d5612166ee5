import type { ApprovalBallot, PointsBallot, Profile } from '../profile';
import type { Result } from '../result';
import { mostVotes, type VotesSettings, type VotesStage } from './votes';

export interface AtLargeSettings extends VotesSettings {
  /** As many as a ballot may give in all. */
  votes: number;
  /** As many of them as it may give to one option. */
  perOption: number;
}

/**
 * Several seats, and several votes for each ballot; the options with most votes win. A ballot that gives more votes than
 * it has, more to one option than it may, or parts of a vote, is not counted; one that gives fewer is.
 */
export function pluralityAtLarge(
  profile: Profile<PointsBallot>,
  settings: AtLargeSettings,
): Result<VotesStage> {
  const { votes, perOption } = settings;
  return mostVotes(profile, settings, ({ options, points }) => {
    const whole = points.every((each) => Number.isSafeInteger(each) && each >= 0 && each <= perOption);
    if (!whole || points.reduce((sum, each) => sum + each, 0) > votes) return [];
    return options.map((option, at) => [option, points[at] ?? 0] as const).filter(([, given]) => given > 0);
  });
}

/** Block vote: as many votes as there are seats, one at most for each option. */
export function blockVote(profile: Profile<ApprovalBallot>, settings: VotesSettings): Result<VotesStage> {
  return limitedVote(profile, { ...settings, votes: settings.seats ?? 1 });
}

/** Limited vote: fewer votes than there are seats, one at most for each option. */
export function limitedVote(
  profile: Profile<ApprovalBallot>,
  settings: VotesSettings & { votes: number },
): Result<VotesStage> {
  return pluralityAtLarge(onePointEach(profile), { ...settings, perOption: 1 });
}

/** Cumulative vote: a ballot may heap its votes on one option. As many as there are seats, where nothing is said. */
export function cumulativeVote(
  profile: Profile<PointsBallot>,
  settings: VotesSettings & { votes?: number; perOption?: number },
): Result<VotesStage> {
  const votes = settings.votes ?? settings.seats ?? 1;
  return pluralityAtLarge(profile, { ...settings, votes, perOption: settings.perOption ?? votes });
}

function onePointEach(profile: Profile<ApprovalBallot>): Profile<PointsBallot> {
  const ballots = profile.ballots.map(({ weight, approved }) => ({
    weight,
    options: approved,
    points: approved.map(() => 1),
  }));
  return { ...profile, ballots };
}
