import type { CountStage } from '../catalogue/catalogue';
import type { CommitteeEqualSharesStage } from '../methods/committees/committee-equal-shares';
import type { ElectedStage } from '../methods/committees/thiele';
import type { CopelandStage } from '../methods/copeland';
import type { EqualSharesStage } from '../methods/equal-shares';
import type { GreedyStage } from '../methods/greedy';
import type { IrvStage } from '../methods/irv';
import type { ListStage } from '../methods/list-proportional/lists';
import type { MajorityStage } from '../methods/majority';
import type { MeekStage } from '../methods/meek-stv';
import type { MinimaxStage } from '../methods/minimax';
import type { PairwiseTable } from '../methods/pairwise';
import type { PhragmenStage } from '../methods/phragmen';
import type { RankedPairsStage } from '../methods/ranked-pairs';
import type { PathsStage } from '../methods/schulze';
import type { ScoresStage } from '../methods/score';
import type { TwoRoundStage } from '../methods/two-round';
import type { GregoryStage } from '../methods/weighted-inclusive-gregory';
import type { CandidateList, OptionIndex } from '../profile';
import type { Result, Turnout } from '../result';
import { tellGreedy, tellPhragmen } from './budgets';
import { tellBestCommittee, tellElected, tellPaid } from './committees';
import { tellTies, tiesOf } from './equals';
import { type Line, line } from './line';
import { tellLists } from './lists';
import { tellMajority } from './majority';
import { tellCopeland, tellMinimax } from './pairs';
import { tellRankedPairs, tellSchulze } from './paths';
import { tellIrv, tellTwoRound } from './runoffs';
import { tellEqualShares } from './shares';
import { tellStv } from './stv';
import { type Telling, Told } from './told';
import { tellPoints, tellSatisfaction, tellScores, tellVotes } from './values';

/** A count in sentences. */
export interface Account {
  /** Who wins, of how many ballots, and what a rule had to decide. */
  outcome: readonly Line[];
  /** Step by step; where ties leave several outcomes, on the way to one of them. */
  steps: readonly Line[];
  /** For every option why it was chosen or not, the chosen first. */
  reasons: readonly { option: OptionIndex; lines: readonly Line[] }[];
}

export function accountOf(options: readonly CandidateList[], result: Result<CountStage>): Account {
  const told = new Told(options, result);
  const { winners, steps, reason, order = told.standing } = telling(told, result.stages);
  return {
    outcome: [...turnout(result.turnout), ...(winners ?? wins(told)), ...tellTies(told, result)],
    steps,
    reasons: inOrder(told, order).map((option) => ({
      option,
      lines: options[option]?.withdrawn
        ? [line('reason.withdrawn', { option: told.name(option) })]
        : [...reason(option), ...tiesOf(told, option, result)],
    })),
  };
}

function turnout({ cast, counted }: Turnout): Line[] {
  if (cast === 0) return [line('turnout.nobody')];
  if (cast === counted) return [line('turnout.all', { count: cast })];
  return [line('turnout.some', { count: cast, number: counted })];
}

function wins(told: Told): Line[] {
  const options = told.names(told.chosen);
  if (options.length === 0) return told.open ? [] : [line('outcome.nobody')];
  return [line(told.open ? 'outcome.certain' : 'outcome.winners', { options })];
}

/** Who is chosen, in the order of the result; for whom it is open; and the others. */
function inOrder(told: Told, order: readonly OptionIndex[]): readonly OptionIndex[] {
  const all = [...new Set([...order, ...told.options.keys()])];
  const isOf = (fate: 'open' | 'not') => (option: OptionIndex) => told.fate(option) === fate;
  return [...told.chosen, ...all.filter(isOf('open')), ...all.filter(isOf('not'))];
}

/** The first stage says of which method they all are. */
function telling(told: Told, stages: readonly CountStage[]): Telling {
  const [first, second] = stages;
  switch (first?.kind) {
    case 'votes':
      return tellVotes(told, first);
    case 'points':
      return tellPoints(told, first);
    case 'satisfaction':
      return tellSatisfaction(told, first);
    case 'scores':
      return tellScores(told, first as ScoresStage);
    case 'answers':
      return tellMajority(told, first, stages as readonly MajorityStage[]);
    case 'pairwise':
      return byPairs(told, first.table, second, stages);
    case 'first':
      if ('silent' in first) return tellTwoRound(told, stages as readonly TwoRoundStage[]);
      return tellStv(told, stages as readonly (GregoryStage | MeekStage)[]);
    case 'round':
      return tellIrv(told, stages as readonly IrvStage[]);
    case 'lists':
      return tellLists(told, first, stages as readonly ListStage[]);
    case 'turn':
      return tellGreedy(told, stages as readonly GreedyStage[]);
    case 'shares':
      return tellEqualShares(told, first, stages as readonly EqualSharesStage[]);
    case 'bought':
    case 'stopped':
    case 'missed':
      return tellPhragmen(told, stages as readonly PhragmenStage[]);
    case 'committee':
      return tellBestCommittee(told, first);
    case 'elected':
      return tellElected(told, stages as readonly ElectedStage[]);
    case undefined:
      return { steps: [], reason: () => [line('seats.none')] };
    default:
      return tellPaid(told, stages as readonly CommitteeEqualSharesStage[]);
  }
}

function byPairs(
  told: Told,
  table: PairwiseTable,
  second: CountStage | undefined,
  stages: readonly CountStage[],
): Telling {
  switch (second?.kind) {
    case 'paths':
      return tellSchulze(told, table, second as PathsStage);
    case 'scores':
      return tellCopeland(told, table, stages as readonly CopelandStage[]);
    case 'worst':
      return tellMinimax(told, table, stages as readonly MinimaxStage[]);
    default:
      return tellRankedPairs(told, table, stages as readonly RankedPairsStage[]);
  }
}
