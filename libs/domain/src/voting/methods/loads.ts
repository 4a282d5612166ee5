import type { OptionIndex } from '../profile';
import { fraction, gcd, minus, type Rational, rational, times, zero } from '../rational';
import type { Support } from '../support';

/**
 * Phragmén's loads: what everybody has paid for so far. All get money at the same pace, and an option is bought as soon as
 * those who support it have its cost together; the time of that, as money that everybody got by then, is their new load.
 */
export class Loads {
  /** Loads that there are or were, over `over`; and for each ballot which of them its people carry. */
  private readonly loads: bigint[];
  private readonly carried: Int32Array;
  private over: bigint;
  /** For each option the loads of all its supporters together, and how many they are. */
  private readonly sums: bigint[];
  private readonly people: bigint[];
  private readonly wishes: OptionIndex[][];

  /** @param starts what the people of each ballot carry from the start; nothing where nothing is said */
  constructor(
    private readonly support: readonly Support[],
    private readonly weights: readonly number[],
    starts: readonly Rational[] = [],
  ) {
    this.over = starts.reduce((common, { d }) => (common / gcd(common, d)) * d, 1n);
    const started = weights.map((_, place) => starts[place] ?? zero).map(({ n, d }) => n * (this.over / d));
    this.loads = [...new Set(started)];
    const at = new Map(this.loads.map((load, index) => [load, index]));
    this.carried = Int32Array.from(started, (load) => at.get(load) ?? 0);
    this.wishes = weights.map(() => []);
    this.sums = support.map(() => 0n);
    this.people = support.map(() => 0n);
    for (const [option, { by }] of support.entries()) {
      for (const place of by) {
        const weight = BigInt(weights[place] ?? 0);
        this.sums[option] = (this.sums[option] ?? 0n) + weight * (started[place] ?? 0n);
        this.people[option] = (this.people[option] ?? 0n) + weight;
        this.wishes[place]?.push(option);
      }
    }
  }

  /** Those of these options that can be bought first, and when. Those without supporters never can. */
  first(
    options: readonly OptionIndex[],
    cost: (option: OptionIndex) => Rational,
  ): { time: Rational; options: OptionIndex[] } | undefined {
    let first: { n: bigint; d: bigint; options: OptionIndex[] } | undefined;
    for (const option of options) {
      const people = this.people[option] ?? 0n;
      if (people === 0n) continue;
      const { n: amount, d: parts } = cost(option);
      const n = (this.sums[option] ?? 0n) * parts + amount * this.over;
      const d = people * this.over * parts;
      if (!first || n * first.d < first.n * d) first = { n, d, options: [option] };
      else if (n * first.d === first.n * d) first.options.push(option);
    }
    return first && { time: rational(first.n, first.d), options: first.options };
  }

  /** What the option's supporters have together by this time and did not spend. */
  money(option: OptionIndex, time: Rational): Rational {
    const got = times(rational(this.people[option] ?? 0n), time);
    return minus(got, rational(this.sums[option] ?? 0n, this.over));
  }

  /** The option's supporters bear its cost: all carry this load from now on. */
  take(option: OptionIndex, { n, d }: Rational): void {
    const factor = d / gcd(d, this.over);
    this.over *= factor;
    for (const [at, load] of this.loads.entries()) this.loads[at] = load * factor;
    for (const [at, sum] of this.sums.entries()) this.sums[at] = sum * factor;
    const load = n * (this.over / d);
    const moved = new Map<OptionIndex, Map<number, number>>();
    const at = this.loads.length;
    for (const place of this.support[option]?.by ?? []) {
      const from = this.carried[place] ?? 0;
      this.carried[place] = at;
      for (const wish of this.wishes[place] ?? []) {
        const people = moved.get(wish) ?? new Map<number, number>();
        people.set(from, (people.get(from) ?? 0) + (this.weights[place] ?? 0));
        moved.set(wish, people);
      }
    }
    for (const [wish, people] of moved) {
      let sum = this.sums[wish] ?? 0n;
      for (const [from, weight] of people) sum += BigInt(weight) * (load - (this.loads[from] ?? 0n));
      this.sums[wish] = sum;
    }
    this.loads.push(load);
  }

  /** All that further purchases depend on. */
  state(): string {
    const names = new Map<number, number>();
    const carried = Array.from(this.carried, (load) => {
      if (!names.has(load)) names.set(load, names.size);
      return names.get(load);
    });
    const loads = Array.from(names.keys(), (load) => fraction(rational(this.loads[load] ?? 0n, this.over)));
    return `${loads} ${carried}`;
  }
}
