import type { OptionIndex } from '../../profile';
import type { TieRule } from '../../ties';

export interface CommitteeSettings {
  /** All who stand are elected where there are no more of them. */
  seats: number;
  ties: TieRule;
}

export const ascending = (options: readonly OptionIndex[]): OptionIndex[] =>
  [...options].sort((a, b) => a - b);
