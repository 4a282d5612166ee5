import type { OptionIndex } from './profile';
import type { Tie, TieRule } from './ties';

/** How many people's ballots there were, and how many of them said something that this method could count. */
export interface Turnout {
  cast: number;
  counted: number;
}

/** What one run of a method finds; `counted` in `ties.ts` makes a result of it. */
export interface Finding<Stage> {
  /** In the order in which they won, where the method has one; a list once for each of its seats. */
  winners: readonly OptionIndex[];
  /** Everything that a person needs to follow the count, step by step. */
  stages: readonly Stage[];
  turnout: Turnout;
  /** From first to last, equals together, where the method ranks all options. */
  ranking?: readonly (readonly OptionIndex[])[];
}

/** A count: who wins, by which steps, and what chance or a rule had to decide. */
export interface Result<Stage> extends Finding<Stage> {
  /** Where ties were left open (`all`) and more than one outcome is possible: those who win in each of them. */
  winners: readonly OptionIndex[];
  /** Every set of winners that the method leaves open, each in ascending order; one set where a rule decided. */
  outcomes: readonly (readonly OptionIndex[])[];
  /** Whether `outcomes` are all there are; there can be more than anybody wants to read. */
  complete: boolean;
  tieRule: TieRule;
  /** Ties that were met on the way that `stages` tell of, and what came of each. */
  ties: readonly Tie[];
}
