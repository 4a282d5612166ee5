import { type OptionIndex, type Profile, type Project, standing } from '../profile';
import { ascending } from '../ranking';
import { compareRationals, minus, plus, type Rational, zero } from '../rational';
import type { Result } from '../result';
import { apart, type BudgetBallot, supportOf, supportTurnout } from '../support';
import { counted, type TieRule } from '../ties';
import { Loads } from './loads';

export interface PhragmenSettings {
  budget: Rational;
  ties: TieRule;
}

export type PhragmenStage =
  /**
   * When all who voted had got `time` units of money each, supporters had the cost together with what they had not yet
   * spent. `left` is what the budget then still had.
   */
  | {
      kind: 'bought';
      project: OptionIndex;
      cost: Rational;
      supporters: number;
      time: Rational;
      left: Rational;
    }
  /** These would have been bought next, at `time`; what was left of the budget did not pay for each of them. */
  | { kind: 'stopped'; projects: readonly OptionIndex[]; time: Rational; left: Rational }
  /** Not bought: this is all the money that its supporters had together in the end. */
  | { kind: 'missed'; project: OptionIndex; cost: Rational; supporters: number; money: Rational };

/**
 * Phragmén's sequential rule for budgets: E. Phragmén, "Sur une méthode nouvelle pour réaliser, dans les élections, la
 * représentation proportionnelle des partis" (1894), with costs as by M. Los, Z. Christoff, D. Grossi, "Proportional Budget
 * Allocations: Towards a Systematization" (2022). All who vote get money at the same pace, from nothing. As soon as the
 * supporters of a project have its cost together they buy it. The count ends with the first project, or the first of
 * several equals, that the budget cannot pay for any more. Projects that cost more than the whole budget do not take
 * part, and those without supporters are not bought.
 */
export function phragmen(
  profile: Profile<BudgetBallot, Project>,
  { budget, ties: rule }: PhragmenSettings,
): Result<PhragmenStage> {
  const support = supportOf(profile, 'votes');
  const turnout = supportTurnout(profile.ballots, support);
  const weights = profile.ballots.map(({ weight }) => weight);
  const costOf = (project: OptionIndex) => profile.options[project]?.cost ?? zero;
  return counted(profile.options, rule, (ties) => {
    const loads = new Loads(support, weights);
    const stages: PhragmenStage[] = [];
    const winners: OptionIndex[] = [];
    let left = budget;
    const fits = (cost: Rational) => compareRationals(cost, left) <= 0;
    let rest = standing(profile).filter((project) => fits(costOf(project)));
    let end = zero;
    for (let next = loads.first(rest, costOf); next; next = loads.first(rest, costOf)) {
      const { time, options: equals } = next;
      end = time;
      if (!equals.every((project) => fits(costOf(project)))) {
        stages.push({ kind: 'stopped', projects: equals, time, left });
        break;
      }
      const all = fits(equals.map(costOf).reduce(plus, zero));
      const state = () => `${ascending(winners)} when ${loads.state()}`;
      const project = (all ? apart(equals, support) : undefined) ?? ties.pick(equals, 'win', state());
      const cost = costOf(project);
      left = minus(left, cost);
      loads.take(project, time);
      rest = rest.filter((each) => each !== project);
      winners.push(project);
      stages.push({ kind: 'bought', project, cost, supporters: support[project]?.score ?? 0, time, left });
    }
    for (const project of standing(profile)) {
      if (winners.includes(project)) continue;
      const supporters = support[project]?.score ?? 0;
      const money = loads.money(project, end);
      stages.push({ kind: 'missed', project, cost: costOf(project), supporters, money });
    }
    return { winners, stages, turnout };
  });
}
