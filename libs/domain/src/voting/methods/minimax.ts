import type { OptionIndex, Profile, RankedBallot } from '../profile';
import { ranked, seated } from '../ranking';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';
import {
  margin,
  type PairwiseSettings,
  type PairwiseStage,
  type PairwiseTable,
  pairwise,
  rankedTurnout,
  votesFor,
} from './pairwise';

/**
 * How bad it is to stand against another. `winning-votes`: as many as want the other more, where they are the majority,
 * and else nothing. `margins`: by how many they are more than those who want it less, below 0 where they are fewer.
 * `opposition`: as many as want the other more, be they the majority or not; a Condorcet winner can lose by it.
 */
export type MinimaxMeasure = 'winning-votes' | 'margins' | 'opposition';

export interface MinimaxSettings extends PairwiseSettings {
  /** `winning-votes` where nothing is said. */
  measure?: MinimaxMeasure;
  ties: TieRule;
}

/** What is worst for an option, and against whom; `against` is null where it stands alone. */
export interface WorstPair {
  option: OptionIndex;
  against: OptionIndex | null;
  size: number;
}

export type MinimaxStage = PairwiseStage | { kind: 'worst'; worst: readonly WorstPair[] };

/** Minimax (P. B. Simpson, 1969; G. H. Kramer, 1977): first is the option for which the worst is least bad. */
export function minimax(profile: Profile<RankedBallot>, settings: MinimaxSettings): Result<MinimaxStage> {
  return counted(profile.options, settings.ties, (ties) => {
    const table = pairwise(profile, settings.unranked);
    const worst = table.among.map((option) => worstOf(option, table, settings.measure ?? 'winning-votes'));
    const sizes = new Map(worst.map(({ option, size }) => [option, size]));
    const ranking = ranked(table.among, (a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
    return {
      winners: seated(ranking, settings.seats ?? 1, ties),
      stages: [
        { kind: 'pairwise', table },
        { kind: 'worst', worst },
      ],
      turnout: rankedTurnout(profile),
      ranking,
    };
  });
}

function worstOf(option: OptionIndex, table: PairwiseTable, measure: MinimaxMeasure): WorstPair {
  const sizes = table.among
    .filter((other) => other !== option)
    .map((against): WorstPair => ({ option, against, size: sizeOf(table, against, option, measure) }));
  return sizes.sort((a, b) => b.size - a.size)[0] ?? { option, against: null, size: 0 };
}

function sizeOf(table: PairwiseTable, a: OptionIndex, b: OptionIndex, measure: MinimaxMeasure): number {
  if (measure === 'margins') return margin(table, a, b);
  return measure === 'opposition' || margin(table, a, b) > 0 ? votesFor(table, a, b) : 0;
}
