import type { PointsStage } from '../methods/borda';
import type { SatisfactionStage } from '../methods/committees/satisfaction-approval';
import type { ScoresStage } from '../methods/score';
import type { VotesStage } from '../methods/votes';
import type { OptionIndex } from '../profile';
import { compareRationals, type Rational, zero } from '../rational';
import { line } from './line';
import type { Telling, Told } from './told';

/** By votes: single choice, approval, block, limited and cumulative vote. */
export function tellVotes(told: Told, stage: VotesStage): Telling {
  const votes = new Map(stage.votes.map((each) => [each.option, each.votes]));
  const votesOf = (option: OptionIndex) => votes.get(option) ?? 0;
  const has = (option: OptionIndex) =>
    line('votes.has', { option: told.name(option), count: votesOf(option) });
  return {
    steps: told.standing.map(has),
    reason(option) {
      const other = told.rival(option, told.standing);
      if (other === undefined) return [has(option), told.alone(option)];
      const names = { option: told.name(option), other: told.name(other) };
      const [own, others] = [votesOf(option), votesOf(other)];
      if (own === others) return [line('votes.equal', { ...names, count: own })];
      const count = Math.abs(own - others);
      return [
        line(own > others ? 'votes.more' : 'votes.fewer', {
          ...names,
          votes: own,
          otherVotes: others,
          count,
        }),
      ];
    },
  };
}

/** Borda's count. */
export const tellPoints = (told: Told, { points }: PointsStage): Telling =>
  byValue(told, 'points', new Map(points.map((each) => [each.option, each.points])));

/** Satisfaction approval voting. */
export const tellSatisfaction = (told: Told, { scores }: SatisfactionStage): Telling =>
  byValue(told, 'parts', new Map(scores.map((each) => [each.option, each.score])));

/** By points that people give, by their sum or by their mean. */
export function tellScores(told: Told, { scores }: ScoresStage): Telling {
  const isMean = scores.some(({ sum, score }) => compareRationals(sum, score) !== 0);
  const telling = byValue(
    told,
    isMean ? 'mean' : 'points',
    new Map(scores.map((each) => [each.option, each.score])),
  );
  const given = scores.map(({ option, people, sum }) =>
    line('points.given', { option: told.name(option), points: sum, count: people }),
  );
  return { ...telling, steps: isMean ? [...given, ...telling.steps] : given };
}

/** By a number, of which the greatest wins; `unit` says what it is. */
function byValue(
  told: Told,
  unit: 'points' | 'mean' | 'parts',
  values: ReadonlyMap<OptionIndex, Rational>,
): Telling {
  const numberOf = (option: OptionIndex) => values.get(option) ?? zero;
  const has = (option: OptionIndex) =>
    line(`${unit}.has`, { option: told.name(option), points: numberOf(option) });
  return {
    steps: told.standing.map(has),
    reason(option) {
      const other = told.rival(option, told.standing);
      if (other === undefined) return [has(option), told.alone(option)];
      const names = { option: told.name(option), other: told.name(other) };
      const [points, otherPoints] = [numberOf(option), numberOf(other)];
      const difference = compareRationals(points, otherPoints);
      if (difference === 0) return [line(`${unit}.equal`, { ...names, points })];
      return [line(`${unit}.${difference > 0 ? 'more' : 'fewer'}`, { ...names, points, otherPoints })];
    },
  };
}
