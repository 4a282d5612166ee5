import type { TieRule } from '../../ties';

export interface CommitteeSettings {
  /** All who stand are elected where there are no more of them. */
  seats: number;
  ties: TieRule;
}
