import { isShared, type OptionIndex, type Profile, type RankedBallot } from '../profile';
import { Senseless } from '../senseless';

/** 1, in units of the ninth decimal place. */
export const ONE = 1_000_000_000;

/** Sums are kept in two parts, so that neither is above 2^53 for up to 2^38 people. */
const LOW_BITS = 15;
const LOW = 2 ** LOW_BITS;
const MOST_PEOPLE = 2 ** 38;

/**
 * Ballots as one tree, in which those that begin alike share their beginning: how much of a ballot comes to a rank
 * depends on the ranks before it. All is in whole numbers below 2^53.
 */
export class MeekRankings {
  /** Whose ballots name somebody who stands. */
  readonly people: number;
  /** Ranks with several who stand, by their number beyond the options. */
  private readonly shared: (readonly OptionIndex[])[] = [];
  /**
   * The nodes, each before those below it: its depth, its rank (an option or a shared rank), how many people's ballots
   * go through it, and where the next node is that is not below it.
   */
  private readonly depths: Uint32Array;
  private readonly ranks: Uint32Array;
  private readonly weights: Float64Array;
  private readonly nexts: Uint32Array;
  private readonly options: number;

  /** @throws Senseless where more than 2^38 people voted */
  constructor(profile: Profile<RankedBallot>) {
    this.options = profile.options.length;
    const ballots = this.ballotsOf(profile).sort((a, b) => compareRanks(a.ranks, b.ranks));
    this.people = ballots.reduce((sum, { people }) => sum + people, 0);
    if (this.people > MOST_PEOPLE)
      throw new Senseless('people_above_limit', 'More people voted than this rule can count.');
    const [depths, ranks, weights, nexts]: [number[], number[], number[], number[]] = [[], [], [], []];
    const path: number[] = [];
    let before: readonly number[] = [];
    for (const ballot of ballots) {
      const alike = commonLength(before, ballot.ranks);
      for (const left of path.splice(alike)) nexts[left] = ranks.length;
      for (const rank of ballot.ranks.slice(alike)) {
        depths.push(path.length);
        path.push(ranks.length);
        ranks.push(rank);
        weights.push(0);
      }
      for (const node of path) weights[node] = (weights[node] ?? 0) + ballot.people;
      before = ballot.ranks;
    }
    for (const left of path) nexts[left] = ranks.length;
    this.depths = Uint32Array.from(depths);
    this.ranks = Uint32Array.from(ranks);
    this.weights = Float64Array.from(weights);
    this.nexts = Uint32Array.from(nexts);
  }

  /** Ballots without those who withdrew, and without those that name nobody else. */
  private ballotsOf({ options, ballots }: Profile<RankedBallot>): { ranks: number[]; people: number }[] {
    const numbers = new Map<string, number>();
    const numberOf = (equals: readonly OptionIndex[]): number => {
      const [only] = equals;
      if (equals.length === 1 && only !== undefined) return only;
      const key = equals.join();
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, this.options + this.shared.length);
      return this.options + this.shared.push(equals) - 1;
    };
    return ballots.flatMap(({ weight, ranking }) => {
      const ranks: number[] = [];
      for (const rank of ranking) {
        const left = (isShared(rank) ? [...rank] : [rank]).filter((option) => !options[option]?.withdrawn);
        if (left.length > 0) ranks.push(numberOf(left.sort((a, b) => a - b)));
      }
      return ranks.length > 0 && weight > 0 ? [{ ranks, people: weight }] : [];
    });
  }

  /**
   * The votes of each option, in units: of what comes to it on a ballot, it keeps its factor, rounded up, and the rest
   * goes on. What comes to equals is split evenly among those whose factor is not 0, cut off.
   */
  distribute(keep: readonly number[]): bigint[] {
    const { depths, ranks, weights, nexts, options } = this;
    const high = new Float64Array(options);
    const low = new Float64Array(options);
    const arriving = new Float64Array(options + 1).fill(ONE);
    const give = (option: OptionIndex, comes: number, people: number): number => {
      const kept = timesUp(comes, keep[option] ?? 0);
      high[option] = (high[option] ?? 0) + (kept >>> LOW_BITS) * people;
      low[option] = (low[option] ?? 0) + (kept % LOW) * people;
      return comes - kept;
    };
    for (let node = 0; node < ranks.length; ) {
      const depth = depths[node] as number;
      const rank = ranks[node] as number;
      const comes = arriving[depth] as number;
      const people = weights[node] as number;
      const rest =
        rank < options
          ? give(rank, comes, people)
          : this.split(rank, comes, keep, (option, part) => give(option, part, people));
      arriving[depth + 1] = rest;
      node = rest > 0 ? node + 1 : (nexts[node] as number);
    }
    return Array.from(high, (part, option) => BigInt(part) * BigInt(LOW) + BigInt(low[option] ?? 0));
  }

  private split(
    rank: number,
    comes: number,
    keep: readonly number[],
    give: (option: OptionIndex, part: number) => number,
  ): number {
    const takers = (this.shared[rank - this.options] ?? []).filter((option) => keep[option] !== 0);
    if (takers.length === 0) return comes;
    const part = Math.floor(comes / takers.length);
    return takers.reduce((rest, option) => rest + give(option, part), 0);
  }
}

/** `a × b` of decimals with nine places, neither above 1, rounded up. */
function timesUp(a: number, b: number): number {
  const high = Math.floor(b / 100_000);
  const top = a * high;
  const whole = Math.floor(top / 10_000);
  return whole + Math.ceil(((top - whole * 10_000) * 100_000 + a * (b - high * 100_000)) / ONE);
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const alike = commonLength(a, b);
  return (a[alike] ?? -1) - (b[alike] ?? -1);
}
