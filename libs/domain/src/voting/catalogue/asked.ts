import type { BallotFile, BallotKind } from '../formats/ballot-file';
import { firstChoices } from '../methods/single-choice';
import {
  type ApprovalBallot,
  type CandidateList,
  type ListBallot,
  type PointsBallot,
  type Profile,
  type Project,
  type RankedBallot,
} from '../profile';
import { over, parseRational, type Rational, rational } from '../rational';
import type { BudgetBallot } from '../support';
import type { TieRule } from '../ties';

export type RefusalCode =
  | 'method_unknown'
  | 'setting_unknown'
  | 'settings_none'
  | 'setting_value'
  | 'seats_missing'
  | 'budget_missing'
  | 'ballots_differ'
  | 'cost_missing';

/** Why a count cannot be begun. */
export class CountRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super([code, ...Object.values(params)].join(' '));
  }
}

/**
 * What can be given for a setting: one of these words, of which the first is meant where nothing is said; a whole number
 * from 1 on; or a part or amount (`5`, `0.05`, `1/20`).
 */
export type Setting = readonly string[] | 'whole number' | 'number';

export interface Wishes {
  /** In place of what the file says. */
  seats?: number;
  budget?: Rational;
  settings: Readonly<Record<string, string>>;
  ties: TieRule;
}

/** What somebody wants counted, as a method asks for it. Each question throws CountRefused where there is no answer. */
export class Asked {
  readonly ties: TieRule;

  constructor(
    private readonly file: BallotFile,
    private readonly wishes: Wishes,
  ) {
    this.ties = wishes.ties;
  }

  seats(): number {
    const seats = this.wishes.seats ?? this.file.seats;
    if (seats === undefined) throw new CountRefused('seats_missing');
    return seats;
  }

  /** One where neither file nor wish says otherwise. */
  seatsOrOne(): number {
    return this.wishes.seats ?? this.file.seats ?? 1;
  }

  budget(): Rational {
    const budget = this.wishes.budget ?? this.file.budget;
    if (budget === undefined) throw new CountRefused('budget_missing');
    return budget;
  }

  ranked(): Profile<RankedBallot> {
    const { file } = this;
    if (file.kind === 'ranked') return file.profile;
    throw differ(file.kind, ['ranked']);
  }

  /** Of rankings, what each likes best. */
  choices(): Profile<ApprovalBallot> {
    const { file } = this;
    if (file.kind === 'ranked') return firstChoices(file.profile);
    if (file.kind === 'approval') return file.profile;
    throw differ(file.kind, ['approval', 'ranked']);
  }

  approvals(): Profile<ApprovalBallot> {
    const { file } = this;
    if (file.kind === 'approval') return file.profile;
    throw differ(file.kind, ['approval']);
  }

  points(): Profile<PointsBallot> {
    const { file } = this;
    if (file.kind === 'points') return file.profile;
    throw differ(file.kind, ['points']);
  }

  /** Whoever names or ranks options, and no lists, votes for the list that comes first. */
  lists(): Profile<ListBallot, CandidateList> {
    const { file } = this;
    if (file.kind === 'list') return file.profile;
    const ballots = this.choices().ballots.map(({ weight, approved: [only, ...more] }) => ({
      weight,
      list: only === undefined || more.length > 0 ? null : only,
    }));
    return { ...file.profile, ballots };
  }

  budgetBallots(): Profile<BudgetBallot, Project> {
    const { file } = this;
    if (file.kind === 'list') throw differ(file.kind, ['approval', 'points', 'ranked']);
    const options = file.profile.options.map(({ cost, ...option }) => {
      if (!cost) throw new CountRefused('cost_missing', { option: option.id });
      return { ...option, cost };
    });
    return { ...file.profile, options, ballots: file.profile.ballots };
  }

  /** One of a setting's words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const given = this.wishes.settings[name];
    if (given === undefined) return undefined;
    const word = words.find((each) => each === given);
    if (word === undefined)
      throw new CountRefused('setting_value', { name, given, allowed: words.join(', ') });
    return word;
  }

  whole(name: string): number | undefined {
    const given = this.wishes.settings[name];
    if (given === undefined) return undefined;
    if (!/^[1-9]\d{0,14}$/.test(given))
      throw new CountRefused('setting_value', { name, given, allowed: '1, 2, 3 …' });
    return Number(given);
  }

  number(name: string): Rational | undefined {
    const given = this.wishes.settings[name];
    if (given === undefined) return undefined;
    const [upper, lower = rational(1)] = given.split('/', 2).map(parseRational);
    if (!upper || upper.n < 0n || lower.n <= 0n) {
      throw new CountRefused('setting_value', { name, given, allowed: '5, 0.05, 1/20' });
    }
    return over(upper, lower);
  }
}

function differ(has: BallotKind, wants: readonly BallotKind[]): CountRefused {
  return new CountRefused('ballots_differ', { has, wants: wants.join(', ') });
}
