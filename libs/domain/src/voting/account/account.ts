import type { CountStage } from '../catalogue/catalogue';
import type { Option, OptionIndex } from '../profile';
import type { Result } from '../result';
import type { Line } from './line';

/** A count in sentences. */
export interface Account {
  /** Who wins, of how many ballots, and what a rule had to decide. */
  outcome: readonly Line[];
  /** Step by step. */
  steps: readonly Line[];
  /** For every option why it was chosen or not, the chosen first. */
  reasons: readonly { option: OptionIndex; lines: readonly Line[] }[];
}

export function accountOf(_options: readonly Option[], _result: Result<CountStage>): Account {
  return { outcome: [], steps: [], reasons: [] };
}
