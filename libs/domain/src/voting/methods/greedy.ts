import { type OptionIndex, type Profile, type Project, standing } from '../profile';
import { ascending, ranked } from '../ranking';
import { compareRationals, minus, plus, type Rational, rational, times, zero } from '../rational';
import type { Result } from '../result';
import { type BudgetBallot, type Measure, type Support, supportOf, supportTurnout } from '../support';
import { counted, type TieRule, type Ties } from '../ties';

export interface GreedyOrder {
  /** By how many people support a project, or by the points that they give. By votes where nothing is said. */
  score?: Measure;
  /** Whether the score counts as it is, or for each unit of money that a project costs. As it is where nothing is said. */
  per?: 'project' | 'cost';
}

export interface GreedySettings extends GreedyOrder {
  budget: Rational;
  ties: TieRule;
}

/** A project that had its turn, in the order in which they had. */
export interface GreedyStage {
  kind: 'turn';
  /** What decided whose turn it was. */
  order: Required<GreedyOrder>;
  project: OptionIndex;
  cost: Rational;
  /** Votes or points. */
  score: number;
  /** What was there of the budget when its turn came: less than the cost where it was not bought. */
  left: Rational;
  bought: boolean;
}

/**
 * The rule of most cities: the project with the highest score is bought, then the next, and so on; one that costs more
 * than what is left is passed over. See N. Talmon, P. Faliszewski, "A Framework for Approval-Based Budgeting Methods"
 * (2019). What is free is bought first where scores count per cost. Projects without supporters have their turn too.
 */
export function greedy(
  profile: Profile<BudgetBallot, Project>,
  settings: GreedySettings,
): Result<GreedyStage> {
  const support = supportOf(profile, settings.score ?? 'votes');
  const turnout = supportTurnout(profile.ballots, support);
  return counted(profile.options, settings.ties, (ties) => {
    const stages = turns(profile, support, settings, ties);
    return { winners: stages.flatMap(({ project, bought }) => (bought ? [project] : [])), stages, turnout };
  });
}

/**
 * The turns of all projects that are not `bought` yet, while the budget lasts.
 * @param context what the count depends on, besides what is bought, after these turns
 */
export function turns(
  { options }: Profile<BudgetBallot, Project>,
  support: readonly Support[],
  { budget, score = 'votes', per = 'project' }: Omit<GreedySettings, 'ties'>,
  ties: Ties,
  bought: readonly OptionIndex[] = [],
  context = '',
): GreedyStage[] {
  const costOf = (project: OptionIndex) => options[project]?.cost ?? zero;
  const scoreOf = (project: OptionIndex) => support[project]?.score ?? 0;
  const isFree = (project: OptionIndex) => Number(per === 'cost' && costOf(project).n === 0n);
  const weighed = (score: number, cost: Rational) =>
    times(rational(score), per === 'cost' ? cost : rational(1));
  const compare = (a: OptionIndex, b: OptionIndex) =>
    isFree(b) - isFree(a) ||
    (isFree(a) ? 0 : compareRationals(weighed(scoreOf(b), costOf(a)), weighed(scoreOf(a), costOf(b))));

  const stages: GreedyStage[] = [];
  const taken = [...bought];
  let left = bought.reduce((rest, project) => minus(rest, costOf(project)), budget);
  const fits = (cost: Rational) => compareRationals(cost, left) <= 0;
  const turn = (project: OptionIndex) => {
    const cost = costOf(project);
    const bought = fits(cost);
    stages.push({
      kind: 'turn',
      order: { score, per },
      project,
      cost,
      score: scoreOf(project),
      left,
      bought,
    });
    if (!bought) return;
    taken.push(project);
    left = minus(left, cost);
  };

  const waiting = standing({ options }).filter((project) => !bought.includes(project));
  for (const equals of ranked(waiting, compare)) {
    const rest = new Set(equals);
    while (rest.size > 0) {
      const able = [...rest].filter((project) => fits(costOf(project)));
      const together = able.map(costOf).reduce(plus, zero);
      // Those that cannot be bought together are asked for one by one; all others have their turn as they stand.
      const open = able.length > 0 && !fits(together);
      const state = () => `${context} turn ${equals} after ${ascending(taken)}`;
      for (const project of open ? [ties.pick(able, 'win', state())] : [...rest]) {
        turn(project);
        rest.delete(project);
      }
    }
  }
  return stages;
}
