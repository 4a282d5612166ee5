import { type CandidateList, type OptionIndex, standing } from '../profile';
import type { Result } from '../result';
import { type Line, line } from './line';

/** Chosen in every outcome, in some of them, or in none. */
export type Fate = 'chosen' | 'open' | 'not';

/** What a family of methods has to say of a count. */
export interface Telling {
  /** Who wins, where there is more to say of it than the names. */
  winners?: readonly Line[];
  steps: readonly Line[];
  /** Why an option that stood was chosen or not. */
  reason(option: OptionIndex): readonly Line[];
  /** Options from the best on, where the result does not rank them. */
  order?: readonly OptionIndex[];
}

/** Options by name, and what came of each. */
export class Told {
  /** Those who stood, the best first where the result ranks them. */
  readonly standing: readonly OptionIndex[];
  /** Those who are chosen for certain, in the order of the result. */
  readonly chosen: readonly OptionIndex[];
  private readonly possible: ReadonlySet<OptionIndex>;
  /** Whether ties leave more than one outcome. */
  readonly open: boolean;

  constructor(
    readonly options: readonly CandidateList[],
    private readonly result: Pick<Result<unknown>, 'winners' | 'outcomes' | 'ranking' | 'ties'>,
  ) {
    this.standing = result.ranking?.flat() ?? standing({ options });
    this.chosen = [...new Set(result.winners)];
    this.possible = new Set(result.outcomes.flat());
    this.open = result.outcomes.length > 1;
  }

  name(option: OptionIndex): string {
    return this.options[option]?.name ?? '';
  }

  names(options: readonly OptionIndex[]): string[] {
    return options.map((option) => this.name(option));
  }

  fate(option: OptionIndex): Fate {
    if (this.chosen.includes(option)) return 'chosen';
    return this.possible.has(option) ? 'open' : 'not';
  }

  /** Whether a tie rule had to decide between just these. */
  tied(equals: readonly OptionIndex[]): boolean {
    return this.result.ties.some(
      ({ among }) => among.length === equals.length && among.every(([each = -1]) => equals.includes(each)),
    );
  }

  /** As many seats as there are for certain for a list. */
  seats(list: OptionIndex): number {
    return this.result.winners.filter((each) => each === list).length;
  }

  /**
   * The one to compare an option with: for who is chosen, the best of those who are not for certain; for who is not, the
   * last of those who are or may be; for whom it is open, the best of the others for whom it is.
   * @param ranked all who stand, the best first
   */
  rival(option: OptionIndex, ranked: readonly OptionIndex[]): OptionIndex | undefined {
    const others = ranked.filter((other) => other !== option);
    const fate = this.fate(option);
    if (fate === 'not') return others.filter((other) => this.fate(other) !== 'not').at(-1);
    return others.find((other) =>
      fate === 'open' ? this.fate(other) === 'open' : this.fate(other) !== 'chosen',
    );
  }

  /** Where there is nobody to compare with. */
  alone(option: OptionIndex): Line {
    return line(this.fate(option) === 'chosen' ? 'seats.enough' : 'seats.none');
  }
}
