import { type OptionIndex, type Profile, type RankedBallot, standing, totalWeight } from '../profile';
import { ascending } from '../ranking';
import { decimal, rational } from '../rational';
import type { Result } from '../result';
import { Senseless } from '../senseless';
import { counted, type TieRule, type Ties } from '../ties';
import { byEarlierStages, type Look } from './earlier-stages';
import { type Paper, Piles, papersOf } from './papers';

export interface StvSettings {
  seats: number;
  /** In place of how the rule looks at earlier stages to tell equals apart. */
  look?: Look | 'none';
  ties: TieRule;
}

/** In what counts by the Weighted Inclusive Gregory Method differ. Votes are in units of the last decimal place. */
export interface GregoryRule {
  places: number;
  /** The votes that elect, from the number of valid papers. */
  quota(papers: number, seats: number): number;
  /** What a paper is worth further on: of its worth, the share that the surplus has in the votes. */
  share(worth: number, surplus: number, votes: number): number;
  /** Earlier stages decide between equals, before anything else does. */
  look?: Look;
  /** With the last seat the count is over. Otherwise a surplus or an exclusion comes first, and then it is asked. */
  endsWithLastSeat: boolean;
}

/** One step of the count. Votes are exact decimals, with the places of the rule. */
export interface GregoryStage {
  /**
   * `first`: first preferences. `surplus`: what `option` has above the quota is passed on. `exclusion`: `option` has
   * fewest votes and its papers are passed on. `remaining`: as many stand as seats are left, and take them.
   */
  kind: 'first' | 'surplus' | 'exclusion' | 'remaining';
  option?: OptionIndex;
  /** Where several had as many votes as `option`, and votes at earlier stages told them apart. */
  equals?: readonly OptionIndex[];
  surplus?: string;
  quota: string;
  /** After this step, of all who did not withdraw. */
  votes: readonly { option: OptionIndex; votes: string }[];
  /** Votes on papers that name nobody further who stands. */
  nonTransferable: string;
  /** Votes lost where the worth of papers was cut off. */
  cutOff: string;
  /** Elected now: by the quota, most votes first, or as the remaining ones. */
  elected: readonly OptionIndex[];
}

/**
 * Elects `min(seats, standing)` by the Weighted Inclusive Gregory Method. A ballot counts up to the place where several
 * who stand are equals; ballots without first preference are not counted.
 *
 * @throws Senseless where so many vote that their votes with all decimal places are above 2^53
 */
export function weightedInclusiveGregory(
  profile: Profile<RankedBallot>,
  { seats, look, ties: tieRule }: StvSettings,
  itsRule: GregoryRule,
): Result<GregoryStage> {
  const rule = look === undefined ? itsRule : { ...itsRule, look: look === 'none' ? undefined : look };
  const papers = papersOf(profile);
  const turnout = {
    cast: totalWeight(profile.ballots),
    counted: papers.reduce((sum, { people }) => sum + people, 0),
  };
  if (!Number.isSafeInteger(turnout.counted * 10 ** rule.places))
    throw new Senseless('people_above_limit', 'More people voted than this rule can count.');
  return counted(profile.options, tieRule, (ties) => {
    const count = new GregoryCount(profile, papers, turnout.counted, seats, rule, ties);
    count.run();
    return { winners: count.elected, stages: count.stages, turnout };
  });
}

class GregoryCount {
  readonly elected: OptionIndex[] = [];
  readonly stages: GregoryStage[] = [];
  private hopeful: OptionIndex[];
  /** Elected with a surplus that is not passed on yet. */
  private pending: OptionIndex[] = [];
  private readonly piles: Piles;
  private readonly quota: number;
  private readonly one: number;
  /** The votes after each stage. */
  private readonly history: number[][] = [];
  /** Who was excluded, in one part until somebody is elected or a surplus passed on: within it no order matters. */
  private readonly journal: OptionIndex[][] = [[]];

  constructor(
    private readonly profile: Profile<RankedBallot>,
    papers: readonly Paper[],
    private readonly people: number,
    private readonly seats: number,
    private readonly rule: GregoryRule,
    private readonly ties: Ties,
  ) {
    this.one = 10 ** rule.places;
    this.hopeful = standing(profile);
    this.quota = rule.quota(people, seats);
    this.piles = new Piles(papers, profile.options.length, this.one);
  }

  run(): void {
    this.note({ kind: 'first' });
    if (this.rule.endsWithLastSeat) this.elect();
    while (!this.isComplete()) {
      if (!this.rule.endsWithLastSeat) this.elect();
      if (this.pending.length > 0) this.passSurplus();
      else if (this.hopeful.length > 0) this.exclude();
      if (this.rule.endsWithLastSeat && !this.isComplete()) this.elect();
    }
    if (this.left <= 0 || this.hopeful.length === 0) return;
    this.note({ kind: 'remaining' }, this.hopeful);
    this.elected.push(...this.hopeful);
  }

  private isComplete(): boolean {
    return this.left <= 0 || this.hopeful.length <= this.left;
  }

  private get left(): number {
    return this.seats - this.elected.length;
  }

  private votesOf(option: OptionIndex): number {
    return this.piles.votes[option] ?? 0;
  }

  /** Whom the last step brought to the quota. */
  private elect(): void {
    const reached = this.hopeful.filter((option) => this.votesOf(option) >= this.quota);
    if (reached.length === 0) return;
    reached.sort((a, b) => this.votesOf(b) - this.votesOf(a));
    for (const option of reached) this.piles.close(option);
    this.hopeful = this.hopeful.filter((option) => !reached.includes(option));
    this.pending.push(...reached.filter((option) => this.votesOf(option) > this.quota));
    this.elected.push(...reached);
    this.stages.push({ ...(this.stages.pop() as GregoryStage), elected: reached });
    this.journal.push([]);
  }

  private passSurplus(): void {
    const most = Math.max(...this.pending.map((option) => this.votesOf(option)));
    const { option, equals } = this.decided(
      this.pending.filter((each) => this.votesOf(each) === most),
      'win',
    );
    const surplus = most - this.quota;
    this.pending = this.pending.filter((each) => each !== option);
    this.piles.pass(option, this.quota, (worth) => this.rule.share(worth, surplus, most));
    this.journal.push([option], []);
    this.note({ kind: 'surplus', option, ...equals, surplus: this.decimal(surplus) });
  }

  private exclude(): void {
    const { option, equals } = this.lowest();
    this.hopeful = this.hopeful.filter((each) => each !== option);
    this.piles.close(option);
    this.piles.pass(option, 0, (worth) => worth);
    this.journal.at(-1)?.push(option);
    this.note({ kind: 'exclusion', option, ...equals });
  }

  private lowest(): { option: OptionIndex; equals?: { equals: readonly OptionIndex[] } } {
    const fewest = Math.min(...this.hopeful.map((option) => this.votesOf(option)));
    const lowest = this.hopeful.filter((option) => this.votesOf(option) === fewest);
    // Where all who have nothing must go, nothing depends on who goes first.
    const last = lowest.at(-1);
    if (fewest === 0 && last !== undefined && this.hopeful.length - lowest.length >= this.left)
      return { option: last };
    return this.decided(lowest, 'lose');
  }

  private decided(equals: readonly OptionIndex[], purpose: 'win' | 'lose') {
    const { look } = this.rule;
    const wanted = purpose === 'win' ? 'most' : 'fewest';
    const history = this.history.map((votes) => (each: OptionIndex) => votes[each] ?? 0);
    const rest = look ? byEarlierStages(equals, history, wanted, look, (a, b) => a - b) : equals;
    const option = this.ties.pick(rest, purpose, this.state());
    return { option, ...(rest.length < equals.length && { equals: { equals } }) };
  }

  private state(): string {
    const journal = this.journal.map((part) => ascending(part));
    if (!this.rule.look) return JSON.stringify(journal);
    const open = [...this.hopeful, ...this.pending];
    const history = this.history.map((votes) => open.map((option) => votes[option]).join());
    return JSON.stringify([journal, history.filter((votes, at) => votes !== history[at - 1])]);
  }

  private note(
    step: Pick<GregoryStage, 'kind' | 'option' | 'equals' | 'surplus'>,
    elected: readonly OptionIndex[] = [],
  ): void {
    const { votes, nonTransferable } = this.piles;
    this.history.push([...votes]);
    const cutOff = this.people * this.one - nonTransferable - votes.reduce((sum, each) => sum + each, 0);
    this.stages.push({
      ...step,
      quota: this.decimal(this.quota),
      votes: standing(this.profile).map((option) => ({ option, votes: this.decimal(this.votesOf(option)) })),
      nonTransferable: this.decimal(nonTransferable),
      cutOff: this.decimal(cutOff),
      elected,
    });
  }

  private decimal(units: number): string {
    return decimal(rational(units, this.one), this.rule.places);
  }
}

/** `a × b ÷ c` of whole numbers, cut off to a whole number, also where the product is above 2^53. */
export function timesOver(a: number, b: number, c: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) return Number((BigInt(a) * BigInt(b)) / BigInt(c));
  return (product - (product % c)) / c;
}
