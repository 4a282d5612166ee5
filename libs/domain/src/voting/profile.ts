import type { Rational } from './rational';

/** An option by its place in the list of its profile, from 0. */
export type OptionIndex = number;

/** What stands for choice: a person, a list, a project, an answer. */
export interface Option {
  /** As files and results name it: the name of a candidate in a BLT file, the id of a project in a `.pb` file. */
  id: string;
  name: string;
  /** Stood for choice when ballots were printed, and no longer: it can win nothing. */
  withdrawn?: boolean;
}

/** What a budget may pay for. */
export interface Project extends Option {
  cost: Rational;
}

/** Ballots that say the same are one of this weight: how many people cast it. A whole number, 0 or more. */
export interface Weighted {
  weight: number;
}

/** One option, or several that are liked equally well. */
export type Rank = OptionIndex | readonly OptionIndex[];

/** Most wanted first. Each option stands at most once; those that do not stand there are not ranked. */
export interface RankedBallot extends Weighted {
  ranking: readonly Rank[];
}

/** Each option stands at most once. */
export interface ApprovalBallot extends Weighted {
  approved: readonly OptionIndex[];
}

/** `points[i]` are given to `options[i]`: 0 or more. Each option stands at most once. */
export interface PointsBallot extends Weighted {
  options: readonly OptionIndex[];
  points: readonly number[];
}

/** Candidates who stand together, in their order. */
export interface CandidateList extends Option {
  candidates?: readonly Option[];
}

/** A list, or none where the ballot is blank; and those of its candidates whom it prefers, by their places in the list. */
export interface ListBallot extends Weighted {
  list: OptionIndex | null;
  /** Each candidate stands at most once. */
  preferred?: readonly number[];
}

/** All that a count looks at. */
export interface Profile<Ballot extends Weighted, Choice extends Option = Option> {
  title?: string;
  options: readonly Choice[];
  ballots: readonly Ballot[];
}

export function totalWeight(ballots: readonly Weighted[]): number {
  return ballots.reduce((sum, { weight }) => sum + weight, 0);
}

/** The places of the options that can still win. */
export function standing({ options }: Pick<Profile<Weighted>, 'options'>): OptionIndex[] {
  return options.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index]));
}

export const isShared = (rank: Rank): rank is readonly OptionIndex[] => typeof rank !== 'number';
