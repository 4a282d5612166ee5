import { type OptionIndex, type Profile, type Project, standing, totalWeight } from '../profile';
import {
  compareRationals,
  floor,
  minus,
  over,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from '../rational';
import type { Result } from '../result';
import { Senseless } from '../senseless';
import { type BudgetBallot, type Support, supportOf, supportTurnout } from '../support';
import { counted, type TieRule, type Ties } from '../ties';
import { type GreedyOrder, type GreedyStage, turns } from './greedy';
import { type Market, marketOf, Purses } from './purses';

/**
 * What a supporter gains by a project: its cost, so that a large project is worth as much more as it costs; 1, so that
 * every project is worth the same; or the points that he gave to it.
 */
export type Satisfaction = 'cost' | 'cardinality' | 'points';

/**
 * What happens with money that is left. `none`: it is left. `greedy`: the greedy rule spends it, by votes where satisfaction
 * is cost, else by votes or points per cost. `add1`: all begin anew with a share that is higher by an increment, again and
 * again, until what they buy would exceed the budget; the shares before that stand. `add1u`: so, and then greedily.
 */
export type Completion = 'none' | 'greedy' | 'add1' | 'add1u';

export interface EqualSharesSettings {
  budget: Rational;
  /** Cost where nothing is said. */
  satisfaction?: Satisfaction;
  /** `none` where nothing is said. */
  completion?: Completion;
  /** By how much each share is raised; a hundredth of it in whole units of money, and at least 1, where nothing is said. */
  increment?: Rational;
  /** Shares are raised no more once the budget pays for no other project that has supporters. */
  exhaustive?: boolean;
  /** The first shares are whole units of money, cut off. */
  integral?: boolean;
  /**
   * What the greedy rule buys, by votes, is bought instead where more people support more projects of it than of what
   * was found by equal shares.
   */
  compared?: boolean;
  ties: TieRule;
}

export type EqualSharesStage =
  /** With how much all begin in the count that stands, and how often shares were raised for it. */
  | {
      kind: 'shares';
      satisfaction: Satisfaction;
      people: number;
      share: Rational;
      raises: number;
      increment: Rational;
    }
  /** Costs nothing, and is worth something to those who support it. */
  | { kind: 'free'; project: OptionIndex; supporters: number }
  /**
   * Supporters paid `price` at most, each of them (for each point, where points are satisfaction): so many `inFull`; the
   * others paid all they had. `left` is what the budget then still had.
   */
  | {
      kind: 'bought';
      project: OptionIndex;
      cost: Rational;
      supporters: number;
      price: Rational;
      inFull: number;
      left: Rational;
    }
  /** For free, but worth nothing: nobody supports it, or satisfaction is cost. */
  | { kind: 'worthless'; project: OptionIndex; supporters: number }
  /** Not bought: this is all the money that its supporters have left in the end. */
  | { kind: 'short'; project: OptionIndex; cost: Rational; supporters: number; money: Rational }
  /** Had shares been raised once more, these projects would have been bought, for more than the budget. */
  | { kind: 'exceeded'; share: Rational; projects: readonly OptionIndex[]; cost: Rational }
  | GreedyStage
  /**
   * So many people support more projects of what was found by equal shares, and so many more of what the greedy rule buys:
   * `greedy`, which wins where there are more of these.
   */
  | { kind: 'compared'; forShares: number; forGreedy: number; greedy: readonly OptionIndex[] };

const orders: Record<Satisfaction, GreedyOrder> = {
  cost: { score: 'votes', per: 'project' },
  cardinality: { score: 'votes', per: 'cost' },
  points: { score: 'points', per: 'cost' },
};

/**
 * The Method of Equal Shares: D. Peters, G. Pierczyński, P. Skowron, "Proportional Participatory Budgeting with Additive
 * Utilities" (2021). The budget is shared out equally among all who cast a ballot. Supporters of a project pay for it
 * together, as equally as they can; the project is bought next at which they pay least for each unit of satisfaction.
 * Nothing is bought when no supporters can pay for what is left.
 *
 * A project for free is bought where it gives satisfaction, which by cost it does not. Raised shares begin only where the
 * budget does not pay for all projects anyway, or with `exhaustive`.
 *
 * @throws Senseless for an increment of 0 or less
 */
export function equalShares(
  profile: Profile<BudgetBallot, Project>,
  settings: EqualSharesSettings,
): Result<EqualSharesStage> {
  const { satisfaction = 'cost', completion = 'none' } = settings;
  const support = supportOf(profile, satisfaction === 'points' ? 'points' : 'votes');
  const turnout = supportTurnout(profile.ballots, support);
  const count = new EqualSharesCount(profile, support, settings);
  return counted(profile.options, settings.ties, (ties) => {
    const stages = [...count.stages(ties)];
    if (completion === 'greedy' || completion === 'add1u') {
      const order = { budget: settings.budget, ...orders[satisfaction] };
      stages.push(...turns(profile, support, order, ties, boughtIn(stages)));
    }
    const winners = boughtIn(stages);
    if (!settings.compared) return { winners, stages, turnout };
    const stage = comparison(profile, winners, settings.budget, ties);
    const preferred = stage.forGreedy > stage.forShares ? stage.greedy : winners;
    return { winners: preferred, stages: [...stages, stage], turnout };
  });
}

function comparison(
  profile: Profile<BudgetBallot, Project>,
  winners: readonly OptionIndex[],
  budget: Rational,
  ties: Ties,
): Extract<EqualSharesStage, { kind: 'compared' }> {
  const support = supportOf(profile, 'votes');
  const greedy = boughtIn(turns(profile, support, { budget }, ties, [], `instead of ${winners}`));
  const more = profile.ballots.map(() => 0);
  const add = (projects: readonly OptionIndex[], one: 1 | -1) => {
    for (const project of projects) {
      for (const place of support[project]?.by ?? []) more[place] = (more[place] ?? 0) + one;
    }
  };
  add(winners, 1);
  add(greedy, -1);
  const people = (wants: (more: number) => boolean) =>
    totalWeight(profile.ballots.filter((_, place) => wants(more[place] ?? 0)));
  return {
    kind: 'compared',
    forShares: people((more) => more > 0),
    forGreedy: people((more) => more < 0),
    greedy,
  };
}

function boughtIn(stages: readonly EqualSharesStage[]): OptionIndex[] {
  return stages.flatMap((stage) => {
    if (stage.kind === 'turn') return stage.bought ? [stage.project] : [];
    return stage.kind === 'free' || stage.kind === 'bought' ? [stage.project] : [];
  });
}

/** What is bought when all begin with this share. */
interface Sale {
  share: Rational;
  raises: number;
  purses: Purses;
  sold: readonly ({ project: OptionIndex } & ReturnType<Purses['buy']>)[];
  cost: Rational;
}

class EqualSharesCount {
  private readonly people: number;
  private readonly first: Rational;
  private readonly increment: Rational;
  private readonly market: Market;
  private readonly free: OptionIndex[];

  constructor(
    private readonly profile: Profile<BudgetBallot, Project>,
    private readonly support: readonly Support[],
    private readonly settings: EqualSharesSettings,
  ) {
    const { budget, satisfaction = 'cost', integral = false } = settings;
    const { ballots, options } = profile;
    this.people = totalWeight(ballots);
    const share = this.people > 0 ? over(budget, rational(this.people)) : zero;
    this.first = integral ? rational(floor(share)) : share;
    const hundredth = floor(over(share, rational(100)));
    this.increment = settings.increment ?? rational(hundredth > 1n ? hundredth : 1n);
    if (this.increment.n <= 0n)
      throw new Senseless('increment_too_small', 'An increment must be more than 0.');
    this.market = marketOf(profile, support, satisfaction === 'cost' ? 'cost' : 'points', [
      budget,
      this.increment,
    ]);
    const isFree = (project: OptionIndex) => options[project]?.cost.n === 0n && support[project]?.by.length;
    this.free = satisfaction === 'cost' ? [] : standing(profile).filter(isFree);
  }

  *stages(ties: Ties): Generator<EqualSharesStage> {
    const { people, increment } = this;
    const { satisfaction = 'cost' } = this.settings;
    const { stands, exceeded } = this.raised(ties);
    const { share, raises, purses, sold } = stands;
    yield { kind: 'shares', satisfaction, people, share, raises, increment };
    for (const project of this.free) yield { kind: 'free', project, supporters: this.supporters(project) };
    let left = this.settings.budget;
    for (const { project, price, inFull } of sold) {
      const cost = this.costOf(project);
      left = minus(left, cost);
      const supporters = this.supporters(project);
      yield { kind: 'bought', project, cost, supporters, price: price(), inFull, left };
    }
    const bought = new Set([...this.free, ...sold.map(({ project }) => project)]);
    for (const project of standing(this.profile)) {
      if (bought.has(project)) continue;
      const cost = this.costOf(project);
      const supporters = this.supporters(project);
      const money = purses.left(this.support[project]?.by ?? []);
      if (cost.n === 0n) yield { kind: 'worthless', project, supporters };
      else yield { kind: 'short', project, cost, supporters, money };
    }
    if (exceeded) {
      const projects = exceeded.sold.map(({ project }) => project);
      yield { kind: 'exceeded', share: exceeded.share, projects, cost: exceeded.cost };
    }
  }

  /** The sale that stands after shares were raised as often as they may be, and the one that went too far. */
  private raised(ties: Ties): { stands: Sale; exceeded?: Sale } {
    const { budget, completion = 'none', exhaustive = false } = this.settings;
    const isWithin = (cost: Rational) => compareRationals(cost, budget) <= 0;
    let stands = this.sale(this.first, ties);
    if (completion === 'none' || completion === 'greedy') return { stands };
    const all = standing(this.profile).map((project) => this.costOf(project));
    if (!exhaustive && isWithin(all.reduce(plus, zero))) return { stands };
    for (;;) {
      const { share, sold, cost } = stands;
      const rest = this.market.goods.filter((good) => sold.every(({ project }) => project !== good.project));
      const fits = rest.some(({ project }) => isWithin(plus(cost, this.costOf(project))));
      if (rest.length === 0 || (exhaustive && !fits)) return { stands };
      const next = this.sale(plus(share, this.increment), ties, stands);
      if (!isWithin(next.cost)) return { stands, exceeded: next };
      stands = next;
    }
  }

  private sale(share: Rational, ties: Ties, before?: Sale): Sale {
    const { people, market } = this;
    const total = times(share, rational(BigInt(people) * market.parts));
    const purses = new Purses(market, total.n / total.d);
    const sold: { project: OptionIndex; price: () => Rational; inFull: number }[] = [];
    const raises = before ? before.raises + 1 : 0;
    const earlier = before?.sold.map(({ project }) => project).sort((a, b) => a - b);
    let cost = zero;
    for (let next = purses.cheapest(); next.length > 0; next = purses.cheapest()) {
      const state = () => `share ${raises} after ${earlier} when ${purses.state()}`;
      const project = purses.harmless(next) ?? ties.pick(next, 'win', state());
      sold.push({ project, ...purses.buy(project) });
      cost = plus(cost, this.costOf(project));
    }
    return { share, raises, purses, sold, cost };
  }

  private supporters(project: OptionIndex): number {
    const by = this.support[project]?.by ?? [];
    return by.reduce((sum, place) => sum + (this.profile.ballots[place]?.weight ?? 0), 0);
  }

  private costOf(project: OptionIndex): Rational {
    return this.profile.options[project]?.cost ?? zero;
  }
}
