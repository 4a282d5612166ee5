import { type OptionIndex, type Profile, type RankedBallot, standing, totalWeight } from '../profile';
import { ascending } from '../ranking';
import { decimal, rational } from '../rational';
import type { Result } from '../result';
import { counted, type Ties } from '../ties';
import { MeekRankings, ONE } from './meek-rankings';
import type { StvSettings } from './weighted-inclusive-gregory';

/** A round is over where no more than this is left of all surpluses: 0.000001. */
const OMEGA = 1000n;
const UNIT = BigInt(ONE);

/** One round of the count. Votes and factors are exact decimals with nine places. */
export interface MeekStage {
  /**
   * `first`: what ballots like best. `election`: some came to the quota. `exclusion`: nobody did, surpluses were given
   * on, and `option` had fewest votes. `remaining`: as many stand as seats are left, and take them.
   */
  kind: 'first' | 'election' | 'exclusion' | 'remaining';
  option?: OptionIndex;
  /** Where several had so few votes that the surplus left could have changed who has fewest. */
  equals?: readonly OptionIndex[];
  /** How often votes were given out anew in this round. */
  iterations: number;
  quota: string;
  /** What all who are elected have above the quota. */
  surplus: string;
  /** Of all who did not withdraw, with the factor of what comes to them that they keep; before an exclusion. */
  votes: readonly { option: OptionIndex; votes: string; keep: string }[];
  /** Votes that nobody keeps. */
  nonTransferable: string;
  elected: readonly OptionIndex[];
}

/**
 * Elects `min(seats, standing)` by B. L. Meek's method (1969; I. D. Hill, B. A. Wichmann and D. R. Woodall, Algorithm
 * 123, 1987), by the reference rule of the Proportional Representation Foundation. Figures are decimals with nine
 * places. Who is elected keeps such a part of every vote that comes to them as leaves them with the quota, and gives the
 * rest to whom the ballot names next; nobody who is excluded is given anything, from the beginning on. The quota falls
 * as votes find nobody. Where no surplus is left to speak of (below 0.000001, or no longer falling), who has fewest votes
 * is excluded; those who have no more above that than the surplus are equals, between whom the tie rule decides.
 *
 * What comes to several whom a ballot likes equally is split evenly among those of them who stand or are elected; what
 * these do not keep goes to the next rank. No factor is above 1. Ballots that name nobody who stands are not counted.
 *
 * @throws Senseless where more than 2^38 people voted
 */
export function meekStv(profile: Profile<RankedBallot>, settings: StvSettings): Result<MeekStage> {
  const rankings = new MeekRankings(profile);
  const turnout = { cast: totalWeight(profile.ballots), counted: rankings.people };
  return counted(profile.options, settings.ties, (ties) => {
    const count = new MeekCount(profile, rankings, settings.seats, ties);
    count.run();
    return { winners: count.elected, stages: count.stages, turnout };
  });
}

class MeekCount {
  readonly elected: OptionIndex[] = [];
  readonly stages: MeekStage[] = [];
  private hopeful: OptionIndex[];
  /** Of those who withdrew or are excluded, 0. */
  private readonly keep: number[];
  private votes: readonly bigint[] = [];
  private quota = 0n;
  private surplus = 0n;
  private iterations = 0;

  constructor(
    private readonly profile: Profile<RankedBallot>,
    private readonly rankings: MeekRankings,
    private readonly seats: number,
    private readonly ties: Ties,
  ) {
    this.hopeful = standing(profile);
    this.keep = profile.options.map(({ withdrawn }) => (withdrawn ? 0 : ONE));
  }

  run(): void {
    this.giveOut();
    this.iterations = 0;
    this.note({ kind: 'first' });
    while (this.left > 0 && this.hopeful.length > this.left) this.round();
    if (this.left <= 0 || this.hopeful.length === 0) return;
    this.note({ kind: 'remaining', elected: this.hopeful });
    this.elected.push(...this.hopeful);
  }

  private get left(): number {
    return this.seats - this.elected.length;
  }

  /** Gives votes out until somebody is elected, or else excludes somebody. */
  private round(): void {
    this.iterations = 0;
    for (let before = BigInt(this.rankings.people) * UNIT; ; before = this.surplus) {
      this.giveOut();
      const reached = this.reached();
      this.elected.push(...reached);
      this.hopeful = this.hopeful.filter((option) => !reached.includes(option));
      this.surplus = this.surplusOfElected();
      if (reached.length > 0) {
        this.note({ kind: 'election', elected: reached });
        return;
      }
      if (this.surplus < OMEGA || this.surplus >= before) {
        this.exclude();
        return;
      }
      for (const option of this.elected) this.keep[option] = this.nextKeep(option);
    }
  }

  private giveOut(): void {
    this.iterations++;
    this.votes = this.rankings.distribute(this.keep);
    this.quota = sum(this.votes) / BigInt(this.seats + 1) + 1n;
  }

  private votesOf(option: OptionIndex): bigint {
    return this.votes[option] ?? 0n;
  }

  /** Whoever has the quota. Rounding can bring one more to it than there are seats: then those with most votes. */
  private reached(): OptionIndex[] {
    let reached = this.hopeful.filter((option) => this.votesOf(option) >= this.quota);
    while (reached.length > this.left) {
      const lowest = this.lowest(reached, 0n);
      const out = this.ties.pick(lowest, 'lose', `${this.state()} ${reached}`);
      reached = reached.filter((option) => option !== out);
    }
    return reached;
  }

  private surplusOfElected(): bigint {
    const surplus = sum(this.elected.map((option) => this.votesOf(option) - this.quota));
    return surplus < 0n ? 0n : surplus;
  }

  /** The factor with which the votes of now would be the quota of now, rounded up twice. */
  private nextKeep(option: OptionIndex): number {
    const share = upOver(BigInt(this.keep[option] ?? 0) * this.quota, UNIT);
    return Math.min(ONE, Number(upOver(share * UNIT, this.votesOf(option))));
  }

  private exclude(): void {
    const equals = this.lowest(this.hopeful, this.surplus);
    const option = this.ties.pick(equals, 'lose', this.state());
    this.note({ kind: 'exclusion', option, ...(equals.length > 1 && { equals }) });
    this.hopeful = this.hopeful.filter((each) => each !== option);
    this.keep[option] = 0;
  }

  private lowest(among: readonly OptionIndex[], above: bigint): OptionIndex[] {
    const isFewest = (votes: bigint) => among.every((option) => votes <= this.votesOf(option) + above);
    return among.filter((option) => isFewest(this.votesOf(option)));
  }

  private state(): string {
    return JSON.stringify([ascending(this.elected), this.keep]);
  }

  private note({
    elected = [],
    ...step
  }: Pick<MeekStage, 'kind' | 'option' | 'equals'> & { elected?: readonly OptionIndex[] }): void {
    this.stages.push({
      ...step,
      iterations: this.iterations,
      quota: ninePlaces(this.quota),
      surplus: ninePlaces(this.surplus),
      votes: standing(this.profile).map((option) => ({
        option,
        votes: ninePlaces(this.votesOf(option)),
        keep: ninePlaces(BigInt(this.keep[option] ?? 0)),
      })),
      nonTransferable: ninePlaces(BigInt(this.rankings.people) * UNIT - sum(this.votes)),
      elected,
    });
  }
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, each) => all + each, 0n);

const upOver = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

const ninePlaces = (units: bigint): string => decimal(rational(units, UNIT), 9);
