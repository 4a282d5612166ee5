import { type ApprovalBallot, type OptionIndex, type Profile, standing } from '../../profile';
import { ranked, seated } from '../../ranking';
import { compareRationals, plus, type Rational, rational, zero } from '../../rational';
import type { Result } from '../../result';
import { supportOf, supportTurnout } from '../../support';
import { counted } from '../../ties';
import type { CommitteeSettings } from './committee';

export interface SatisfactionStage {
  kind: 'satisfaction';
  scores: readonly { option: OptionIndex; score: Rational }[];
}

/**
 * Satisfaction approval voting: S. J. Brams, D. M. Kilgour, "Satisfaction Approval Voting" (2014). Each ballot is one
 * vote, in equal parts for all that it approves; who is withdrawn has no part. The highest scores win.
 */
export function satisfactionApproval(
  profile: Profile<ApprovalBallot>,
  { seats, ties: rule }: CommitteeSettings,
): Result<SatisfactionStage> {
  const options = standing(profile);
  const support = supportOf(profile, 'votes');
  const parts = profile.ballots.map(
    ({ approved }) => approved.filter((option) => options.includes(option)).length,
  );
  const scores = options.map((option) => {
    const people = new Map<number, number>();
    for (const place of support[option]?.by ?? []) {
      const among = parts[place] ?? 1;
      people.set(among, (people.get(among) ?? 0) + (profile.ballots[place]?.weight ?? 0));
    }
    const score = [...people].map(([among, weight]) => rational(weight, among)).reduce(plus, zero);
    return { option, score };
  });
  const of = new Map(scores.map(({ option, score }) => [option, score]));
  const ranking = ranked(options, (a, b) => compareRationals(of.get(b) ?? zero, of.get(a) ?? zero));
  return counted(profile.options, rule, (ties) => ({
    winners: seated(ranking, seats, ties),
    stages: [{ kind: 'satisfaction', scores }],
    turnout: supportTurnout(profile.ballots, support),
    ranking,
  }));
}
