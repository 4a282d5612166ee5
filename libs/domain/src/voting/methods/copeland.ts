import type { OptionIndex, Profile, RankedBallot } from '../profile';
import { ranked, seated } from '../ranking';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';
import { margin, type PairwiseSettings, type PairwiseStage, pairwise, rankedTurnout } from './pairwise';

export interface CopelandSettings extends PairwiseSettings {
  ties: TieRule;
}

export interface CopelandScore {
  option: OptionIndex;
  wins: number;
  losses: number;
  equal: number;
}

export type CopelandStage = PairwiseStage | { kind: 'scores'; scores: readonly CopelandScore[] };

/**
 * Copeland's method (A. H. Copeland, "A reasonable social welfare function", 1951): first is who beats the most others
 * one by one, less those by whom it is beaten. Half a point for each equal pair gives the same order.
 */
export function copeland(profile: Profile<RankedBallot>, settings: CopelandSettings): Result<CopelandStage> {
  return counted(profile.options, settings.ties, (ties) => {
    const table = pairwise(profile, settings.unranked);
    const scores = table.among.map((option): CopelandScore => {
      const margins = table.among.filter((other) => other !== option).map((b) => margin(table, option, b));
      const wins = margins.filter((each) => each > 0).length;
      const losses = margins.filter((each) => each < 0).length;
      return { option, wins, losses, equal: margins.length - wins - losses };
    });
    const net = new Map(scores.map(({ option, wins, losses }) => [option, wins - losses]));
    const ranking = ranked(table.among, (a, b) => (net.get(b) ?? 0) - (net.get(a) ?? 0));
    return {
      winners: seated(ranking, settings.seats ?? 1, ties),
      stages: [
        { kind: 'pairwise', table },
        { kind: 'scores', scores },
      ],
      turnout: rankedTurnout(profile),
      ranking,
    };
  });
}
