import type { OptionIndex, Profile, Project } from '../profile';
import { fraction, gcd, type Rational, rational } from '../rational';
import type { BudgetBallot, Support } from '../support';

/** What is for sale, and to whom. */
export interface Market {
  /** Amounts of money are whole numbers of this many parts of the currency's unit. */
  parts: bigint;
  /** How many projects there are, those that nobody buys too. */
  projects: number;
  /** How many people have a purse: all who cast a ballot. */
  people: number;
  weights: Float64Array;
  /** For each ballot the projects that it supports, each followed by its points. */
  wishes: readonly number[][];
  goods: readonly Good[];
  /** The most points that anybody gives. */
  most: number;
}

interface Good {
  project: OptionIndex;
  cost: bigint;
  /** Prices are compared after they are divided by it: what one point is worth to those who give it. */
  worth: bigint;
  support: Support;
}

/**
 * A good that is still for sale. Its supporters stand in `by`: first `gone` who have nothing left; up to `poor`, who
 * would pay all that they have; then those who would pay the price.
 */
interface Lot extends Good {
  by: Int32Array;
  points: Float64Array;
  gone: number;
  poor: number;
  /** The sum of points of those who would pay the price. */
  share: number;
  /** The price for a point is within these, in grains over `of`. Prices never fall. */
  low: bigint;
  high: bigint;
  of: bigint;
}

export function marketOf(
  { options, ballots }: Profile<BudgetBallot, Project>,
  support: readonly Support[],
  worth: 'cost' | 'points',
  amounts: readonly Rational[],
): Market {
  const all = [...amounts, ...options.map(({ cost }) => cost)];
  const parts = all.reduce((common, { d }) => (common / gcd(common, d)) * d, 1n);
  const wishes: number[][] = ballots.map(() => []);
  const goods: Good[] = [];
  let most = 1;
  for (const [project, { cost }] of options.entries()) {
    const of = support[project];
    if (!of || of.by.length === 0 || cost.n === 0n) continue;
    const whole = cost.n * (parts / cost.d);
    goods.push({ project, cost: whole, worth: worth === 'cost' ? whole : 1n, support: of });
    for (const [at, place] of of.by.entries()) {
      const points = of.points[at] ?? 0;
      wishes[place]?.push(project, points);
      most = Math.max(most, points);
    }
  }
  const weights = Float64Array.from(ballots, ({ weight }) => weight);
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  return { parts, projects: options.length, people, weights, wishes, goods, most };
}

/** Grains, times points, take no more bits than that: all sums and products of them are exact. */
const BITS = 52;

/**
 * The purses of all people, who begin with the same money and pay for projects together: of each price per point as
 * much as they give points, or all they have left where that is less.
 *
 * Every amount is known exactly, as what all had at the beginning less the prices paid. Since such fractions are long,
 * purses are also held in whole grains, of which about 2^50 are all money there is: never more than there is, and fewer
 * by less than `slack`. By these most questions are decided for certain, and the fractions are asked for the others.
 */
export class Purses {
  private readonly lots = new Map<OptionIndex, Lot>();
  private readonly money: Float64Array;
  private readonly empty: Uint8Array;
  private readonly shift: bigint;
  /** Whether there are so few people, goods and points that products of slack stay exact. */
  private readonly fine: boolean;
  private slack = 1;
  /** Exact amounts, and prices per point, in parts over `over`. */
  private over: bigint;
  private start: bigint;
  private readonly prices = new Map<OptionIndex, bigint>();

  /**
   * @param total all money there is, in parts
   * @param bits of grains, times points: with fewer of them more is left to the fractions
   */
  constructor(
    private readonly market: Market,
    total: bigint,
    bits = BITS,
  ) {
    const { people, weights, goods, most } = market;
    this.over = BigInt(Math.max(people, 1));
    this.start = total;
    this.shift = BigInt(bits - total.toString(2).length - most.toString(2).length);
    this.fine = people * most * (goods.length + 1) < 2 ** (BITS - 1);
    this.money = new Float64Array(weights.length).fill(Number(this.grains(total, this.over)));
    this.empty = new Uint8Array(weights.length);
    for (const good of goods) {
      if (good.cost > total) continue;
      const { by, points, score } = good.support;
      const of = BigInt(score) * good.worth;
      const low = this.grains(good.cost, 1n);
      this.lots.set(good.project, {
        ...good,
        by: Int32Array.from(by),
        points: Float64Array.from(points),
        gone: 0,
        poor: 0,
        share: score,
        low,
        high: low,
        of,
      });
    }
  }

  /** The projects with the lowest price for what they are worth, of those that their supporters can pay. */
  cheapest(): OptionIndex[] {
    // Which are looked at first decides nothing, but spares looking at the others.
    const inTurn = [...this.lots.values()].sort((a, b) => estimate(a) - estimate(b));
    let best: Lot | undefined;
    const seen: Lot[] = [];
    for (const lot of inTurn) {
      if (best && lot.low * best.of > best.high * lot.of) continue;
      if (!this.weigh(lot)) {
        this.lots.delete(lot.project);
        continue;
      }
      seen.push(lot);
      if (!best || lot.high * best.of < best.high * lot.of) best = lot;
    }
    const least = best;
    if (!least) return [];
    const near = seen.filter((lot) => lot.low * least.of <= least.high * lot.of);
    if (near.length === 1) return [least.project];
    const exact = near.map((lot) => ({ lot, need: this.need(lot), of: BigInt(lot.share) * lot.worth }));
    const lowest = exact.reduce((a, b) => (b.need * a.of < a.need * b.of ? b : a));
    return exact.flatMap(({ lot, need, of }) => (need * lowest.of === lowest.need * of ? [lot.project] : []));
  }

  /**
   * Of the cheapest projects one that makes no difference to the others, nor they to it: all who support it and others of
   * them can certainly pay the full price of each. Undefined where there is none.
   */
  harmless(cheapest: readonly OptionIndex[]): OptionIndex | undefined {
    if (cheapest.length === 1) return cheapest[0];
    const lots = cheapest.flatMap((project) => this.lots.get(project) ?? []);
    const prices = new Float64Array(this.money.length);
    const wanted = new Uint16Array(this.money.length);
    for (const lot of lots) {
      for (const [at, place] of lot.by.entries()) {
        if (this.empty[place]) continue;
        wanted[place] = (wanted[place] ?? 0) + 1;
        const price = at < lot.poor ? Infinity : this.mostGrains(lot, lot.points[at] ?? 0);
        prices[place] = (prices[place] ?? 0) + price;
      }
    }
    const isFree = (place: number) =>
      this.empty[place] || wanted[place] === 1 || (prices[place] ?? 0) <= (this.money[place] ?? 0);
    return lots.find(({ by }) => by.every(isFree))?.project;
  }

  /**
   * The supporters pay for one of the cheapest projects.
   * @returns what each paid at most for a point, and how many people paid that and not all they had
   */
  buy(project: OptionIndex): { price: () => Rational; inFull: number } {
    const lot = this.lots.get(project);
    if (!lot) throw new RangeError('It is not for sale.');
    const need = this.need(lot);
    const share = BigInt(lot.share);
    const common = gcd(share, need % share);
    const factor = share / common;
    const price = need / common;
    this.over *= factor;
    this.start *= factor;
    for (const [each, paid] of this.prices) this.prices.set(each, paid * factor);
    this.prices.set(project, price);
    this.lots.delete(project);

    const grains = new Map<number, number>();
    let inFull = 0;
    for (const [at, place] of lot.by.entries()) {
      if (at < lot.poor) {
        this.empty[place] = 1;
        this.money[place] = 0;
        continue;
      }
      const points = lot.points[at] ?? 0;
      const paid = grains.get(points) ?? -Number(this.grains(-price * BigInt(points), this.over));
      grains.set(points, paid);
      this.money[place] = (this.money[place] ?? 0) - paid;
      inFull += this.market.weights[place] ?? 0;
    }
    this.slack++;
    // Long fractions, of which most counts need no more than those of the last shares.
    const over = this.over * this.market.parts;
    return { price: () => rational(price, over), inFull };
  }

  /** What these ballots' people have left together. */
  left(places: Iterable<number>): Rational {
    return rational(this.sum(places), this.over * this.market.parts);
  }

  /** What one person with this ballot has left. */
  leftOf(place: number): Rational {
    return rational(this.purse(place), this.over * this.market.parts);
  }

  /** All that further sales depend on. */
  state(): string {
    const paid = [...this.prices].sort(([a], [b]) => a - b);
    const prices = paid.map(([project, price]) => `${project}:${fraction(rational(price, this.over))}`);
    const empty = Array.from(this.empty.keys()).filter((place) => this.empty[place]);
    return `${prices} ${empty}`;
  }

  /** Finds who would pay the price of a lot in full, and the price. False where all together cannot pay. */
  private weigh(lot: Lot): boolean {
    const { money, empty, slack } = this;
    const { weights } = this.market;
    const { by, points } = lot;
    if (!this.fine) return this.weighExactly(lot);
    for (let at = lot.gone; at < lot.poor; at++) if (empty[by[at] ?? 0]) swap(lot, at, lot.gone++);
    let spread = 1;
    let low = Number(this.grains(lot.cost, 1n));
    const pays = (place: number) => {
      if (empty[place]) return;
      const weight = weights[place] ?? 0;
      low -= weight * ((money[place] ?? 0) + slack);
      spread += weight * slack;
    };
    for (let at = lot.gone; at < lot.poor; at++) pays(by[at] ?? 0);
    for (let before = -1; before < lot.poor; ) {
      before = lot.poor;
      for (let at = lot.poor; at < by.length; at++) {
        const place = by[at] ?? 0;
        const given = points[at] ?? 0;
        if (!empty[place] && ((money[place] ?? 0) + slack) * lot.share >= low * given) continue;
        lot.share -= (weights[place] ?? 0) * given;
        pays(place);
        swap(lot, at, lot.poor++);
      }
    }
    if (lot.poor === by.length) return false;
    const high = low + spread;
    for (let at = lot.poor; at < by.length; at++) {
      if ((money[by[at] ?? 0] ?? 0) * lot.share < high * (points[at] ?? 0)) return this.weighExactly(lot);
    }
    this.mark(lot, BigInt(low), BigInt(high));
    return true;
  }

  /** As `weigh`, by the exact amounts. */
  private weighExactly(lot: Lot): boolean {
    const { by, points } = lot;
    const purses = new Map<number, bigint>();
    for (const place of by.subarray(lot.poor)) purses.set(place, this.purse(place));
    let need = this.need(lot);
    for (let before = -1; before < lot.poor; ) {
      before = lot.poor;
      for (let at = lot.poor; at < by.length; at++) {
        const place = by[at] ?? 0;
        const given = points[at] ?? 0;
        const purse = purses.get(place) ?? 0n;
        if (purse * BigInt(lot.share) >= need * BigInt(given)) continue;
        const weight = this.market.weights[place] ?? 0;
        lot.share -= weight * given;
        need -= BigInt(weight) * purse;
        swap(lot, at, lot.poor++);
      }
    }
    if (lot.poor === by.length) return false;
    const low = this.grains(need, this.over);
    this.mark(lot, low, low + 1n);
    return true;
  }

  /** Whole grains, at or above what these points of the lot cost. */
  private mostGrains({ high, share }: Lot, points: number): number {
    return Number((high * BigInt(points)) / BigInt(share)) + 1;
  }

  private mark(lot: Lot, low: bigint, high: bigint): void {
    lot.low = low;
    lot.high = high;
    lot.of = BigInt(lot.share) * lot.worth;
  }

  /** What is left of the cost for those who would pay the price, when the poor have paid all they have. */
  private need(lot: Lot): bigint {
    return lot.cost * this.over - this.sum(lot.by.subarray(lot.gone, lot.poor));
  }

  /** All that people with these ballots have left, counted by what they paid for. */
  private sum(places: Iterable<number>): bigint {
    const { projects, weights, wishes } = this.market;
    const given = new Float64Array(projects);
    let people = 0;
    for (const place of places) {
      if (this.empty[place]) continue;
      const weight = weights[place] ?? 0;
      people += weight;
      const wish = wishes[place] ?? [];
      for (let at = 0; at < wish.length; at += 2) {
        const project = wish[at] ?? 0;
        given[project] = (given[project] ?? 0) + weight * (wish[at + 1] ?? 0);
      }
    }
    let sum = BigInt(people) * this.start;
    for (const [project, price] of this.prices) sum -= BigInt(given[project] ?? 0) * price;
    return sum;
  }

  private purse(place: number): bigint {
    if (this.empty[place]) return 0n;
    const wish = this.market.wishes[place] ?? [];
    let rest = this.start;
    for (let at = 0; at < wish.length; at += 2) {
      rest -= BigInt(wish[at + 1] ?? 0) * (this.prices.get(wish[at] ?? 0) ?? 0n);
    }
    return rest;
  }

  /** Whole grains, at or below the amount. */
  private grains(amount: bigint, over: bigint): bigint {
    const [n, d] = this.shift < 0n ? [amount, over << -this.shift] : [amount << this.shift, over];
    return n >= 0n ? n / d : -((-n + d - 1n) / d);
  }
}

const estimate = ({ low, of }: Lot): number => Number(low) / Number(of);

function swap({ by, points }: Lot, a: number, b: number): void {
  [by[a], by[b]] = [by[b] ?? 0, by[a] ?? 0];
  [points[a], points[b]] = [points[b] ?? 0, points[a] ?? 0];
}
