import type { GreedyStage } from '../methods/greedy';
import type { PhragmenStage } from '../methods/phragmen';
import type { OptionIndex } from '../profile';
import { compareRationals, minus, over, plus, type Rational, rational, zero } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

/** Which projects are bought, and what they cost together where that is certain. */
export function funded(told: Told, costs: ReadonlyMap<OptionIndex, Rational>): Line[] {
  const { chosen } = told;
  if (chosen.length === 0) return told.open ? [] : [line('budget.nothing')];
  const cost = chosen.map((project) => costs.get(project) ?? zero).reduce(plus, zero);
  return [
    line('budget.bought', { options: told.names(chosen) }),
    ...(told.open ? [] : [line('budget.spent', { cost })]),
  ];
}

export const costsIn = (stages: readonly object[]): Map<OptionIndex, Rational> =>
  new Map(
    stages.flatMap((stage) =>
      'project' in stage && 'cost' in stage ? [[stage.project as OptionIndex, stage.cost as Rational]] : [],
    ),
  );

/** Turns of projects by the greedy rule. */
export function tellGreedy(told: Told, turns: readonly GreedyStage[]): Telling {
  const step = (turn: GreedyStage): Line => {
    const { order, project, cost, score, left } = turn;
    const number = turns.indexOf(turn) + 1;
    const key = `greedy.${order.score}.${turn.bought ? 'bought' : 'passed'}`;
    return line(key, { number, option: told.name(project), votes: score, cost, left });
  };
  return {
    winners: funded(told, costsIn(turns)),
    steps: turns.map(step),
    order: turns.map(({ project }) => project),
    reason(option) {
      const at = turns.findIndex(({ project }) => project === option);
      const turn = turns[at];
      if (!turn) return [];
      const lines = [step(turn), ...each(told, turn)];
      if (turn.bought) return lines;
      const before = turns.slice(0, at).findLast((other) => other.bought);
      const after = turns.slice(at + 1).find((other) => other.bought && other.cost.n > 0n);
      if (before) lines.push(line(`greedy.${turn.order.score}.before`, compared(told, before)));
      if (after) lines.push(line('greedy.after', { other: told.name(after.project), cost: after.cost }));
      return lines;
    },
  };
}

const compared = (told: Told, { project, score }: GreedyStage) => ({
  other: told.name(project),
  otherVotes: score,
});

/** What it costs for each vote or point, where that decides whose turn it is. */
function each(told: Told, { order, project, cost, score }: GreedyStage): Line[] {
  if (order.per !== 'cost' || score === 0 || cost.n === 0n) return [];
  return [
    line(`greedy.${order.score}.each`, { option: told.name(project), cost: over(cost, rational(score)) }),
  ];
}

export function tellPhragmen(told: Told, stages: readonly PhragmenStage[]): Telling {
  const stopped = stages.find((stage) => stage.kind === 'stopped');
  const step = (stage: PhragmenStage): Line[] => {
    if (stage.kind === 'missed') return [];
    const { time, left } = stage;
    if (stage.kind === 'stopped') {
      const { projects } = stage;
      return [line('phragmen.stopped', { options: told.names(projects), time, left })];
    }
    const { project, cost, supporters } = stage;
    return [line('phragmen.bought', { option: told.name(project), cost, count: supporters, time, left })];
  };
  const missed = ({ project, cost, supporters, money }: Extract<PhragmenStage, { kind: 'missed' }>): Line => {
    const option = told.name(project);
    if (supporters === 0) return line('budget.nobody', { option });
    if (stopped?.projects.includes(project)) {
      if (compareRationals(cost, stopped.left) > 0)
        return line('phragmen.tooLate', { option, cost, count: supporters, left: stopped.left });
      const others = stopped.projects.filter((other) => other !== project);
      return line('phragmen.together', { option, options: told.names(others) });
    }
    // Whatever else was left would have been bought in time, had nothing stopped the count.
    if (!stopped || compareRationals(cost, budgetOf(stages)) > 0)
      return line('phragmen.tooDear', { option, cost });
    return line('phragmen.short', { option, cost, count: supporters, money, missing: minus(cost, money) });
  };
  return {
    winners: funded(told, costsIn(stages)),
    steps: stages.flatMap(step),
    reason(option) {
      const own = stages.find((stage) => stage.kind !== 'stopped' && stage.project === option);
      if (!own) return [];
      return own.kind === 'missed' ? [missed(own)] : step(own);
    },
  };
}

/** What there was before anything was bought. */
function budgetOf([first]: readonly PhragmenStage[]): Rational {
  if (first?.kind === 'bought') return plus(first.left, first.cost);
  return first?.kind === 'stopped' ? first.left : zero;
}
