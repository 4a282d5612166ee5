import type { OptionIndex, Profile, RankedBallot } from '../profile';
import { levels, seated } from '../ranking';
import type { Result } from '../result';
import { counted, type TieRule, type Ties } from '../ties';
import {
  type Majority,
  majorities,
  type PairwiseSettings,
  type PairwiseStage,
  pairwise,
  rankedTurnout,
  type Strength,
} from './pairwise';

export interface RankedPairsSettings extends PairwiseSettings {
  /** `margins` where nothing is said, as Tideman has it. */
  strength?: Strength;
  ties: TieRule;
}

/** A majority was affirmed, or refused because the options of `path`, from its loser to its winner, stand above it. */
export type RankedPairsStage =
  | PairwiseStage
  | { kind: 'affirmed'; majority: Majority }
  | { kind: 'refused'; majority: Majority; path: readonly OptionIndex[] };

/**
 * Ranked pairs (T. N. Tideman, "Independence of clones as a criterion for voting rules", 1987). The strongest majority is
 * affirmed first, then the next, and so on, except for those that would close a circle with what is affirmed already.
 * The winner is who stands below nobody. Which of equally strong majorities comes first matters only within circles of
 * them; there a tie rule decides as T. M. Zavist and Tideman do (1989): first the one whose winner is the better option,
 * and of these the one whose loser is the worse.
 */
export function rankedPairs(
  profile: Profile<RankedBallot>,
  settings: RankedPairsSettings,
): Result<RankedPairsStage> {
  return counted(profile.options, settings.ties, (ties) => {
    const table = pairwise(profile, settings.unranked);
    const stages: RankedPairsStage[] = [{ kind: 'pairwise', table }];
    const order = new Order(profile.options.length);
    for (const equals of majorities(table, settings.strength ?? 'margins')) {
      let rest = equals;
      while (rest.length > 0) {
        const [refused, kept] = parted(rest, ({ winner, loser }) => order.has(loser, winner));
        for (const majority of refused)
          stages.push({ kind: 'refused', majority, path: order.path(majority) });
        const together = order.with(kept);
        const [circular, safe] = parted(kept, ({ winner, loser }) => together.has(loser, winner));
        const first = safe.length === 0 && circular.length > 0 ? firstOf(circular, order, ties) : undefined;
        for (const majority of first ? [first] : safe) {
          order.add(majority);
          stages.push({ kind: 'affirmed', majority });
        }
        rest = circular.filter((each) => each !== first);
      }
    }
    const ranking = levels(table.among, (a, b) => order.has(a, b));
    const winners = seated(ranking, settings.seats ?? 1, ties);
    return { winners, stages, turnout: rankedTurnout(profile), ranking };
  });
}

function parted<Each>(all: readonly Each[], test: (each: Each) => boolean): [yes: Each[], no: Each[]] {
  const yes: Each[] = [];
  const no: Each[] = [];
  for (const each of all) (test(each) ? yes : no).push(each);
  return [yes, no];
}

function firstOf(equals: readonly Majority[], order: Order, ties: Ties): Majority {
  const state = `${order} ${equals.map(({ winner, loser }) => `${winner}>${loser}`)}`;
  const winner = ties.pick([...new Set(equals.map((each) => each.winner))], 'win', state);
  const wins = equals.filter((each) => each.winner === winner);
  const losers = wins.map((each) => each.loser);
  const loser = ties.pick(losers, 'lose', `${state} ${winner}`);
  return wins.find((each) => each.loser === loser) as Majority;
}

/** Who stands above whom, directly or through others: for each option a row of bits, one for each that it is above. */
class Order {
  private readonly words: number;
  private readonly above: Int32Array;
  private readonly direct: OptionIndex[][];

  constructor(
    private readonly size: number,
    above?: Int32Array,
  ) {
    this.words = Math.ceil(size / 32);
    this.above = above ?? new Int32Array(size * this.words);
    this.direct = Array.from({ length: size }, () => []);
  }

  has(a: OptionIndex, b: OptionIndex): boolean {
    return (((this.above[a * this.words + (b >> 5)] ?? 0) >> (b & 31)) & 1) === 1;
  }

  add({ winner, loser }: Majority): void {
    this.direct[winner]?.push(loser);
    if (this.has(winner, loser)) return;
    const below = this.above.slice(loser * this.words, (loser + 1) * this.words);
    below[loser >> 5] = (below[loser >> 5] ?? 0) | (1 << (loser & 31));
    for (let a = 0; a < this.size; a++) {
      if (a !== winner && !this.has(a, winner)) continue;
      for (let word = 0; word < this.words; word++) {
        const at = a * this.words + word;
        this.above[at] = (this.above[at] ?? 0) | (below[word] ?? 0);
      }
    }
  }

  /** This one and these majorities, which may stand in circles there. */
  with(majorities: readonly Majority[]): Order {
    const both = new Order(this.size, this.above.slice());
    for (const majority of majorities) both.add(majority);
    return both;
  }

  /** A shortest way down from the loser to the winner. */
  path({ winner, loser }: Majority): OptionIndex[] {
    const ways: OptionIndex[][] = [[loser]];
    const seen = new Set([loser]);
    for (const way of ways) {
      for (const next of this.direct[way.at(-1) ?? loser] ?? []) {
        if (next === winner) return [...way, next];
        if (!seen.has(next)) ways.push([...way, next]);
        seen.add(next);
      }
    }
    return [];
  }

  toString(): string {
    return this.above.join();
  }
}
