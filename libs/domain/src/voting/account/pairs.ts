import type { CopelandScore, CopelandStage } from '../methods/copeland';
import type { MinimaxStage, WorstPair } from '../methods/minimax';
import { condorcetWinner, margin, type PairwiseTable, votesFor } from '../methods/pairwise';
import type { OptionIndex } from '../profile';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

/** Each pair is told of where there are no more options than this, so that nobody has to read thousands of lines. */
export const FEW = 10;

/** Who of two is wanted more, and by how many. */
export function duel(told: Told, table: PairwiseTable, a: OptionIndex, b: OptionIndex): Line {
  const count = margin(table, a, b);
  if (count < 0) return duel(told, table, b, a);
  const names = { option: told.name(a), other: told.name(b) };
  const votes = votesFor(table, a, b);
  if (count === 0) return line('pairs.equal', { ...names, count: votes });
  return line('pairs.beats', { ...names, count, votes, otherVotes: votesFor(table, b, a) });
}

/** Each pair of options once. */
export function pairsOf(options: readonly OptionIndex[]): [OptionIndex, OptionIndex][] {
  return options.flatMap((a, at) => options.slice(at + 1).map((b): [OptionIndex, OptionIndex] => [a, b]));
}

/** The pairwise table, and who beats all others. */
export function tellTable(told: Told, table: PairwiseTable): Line[] {
  const { among } = table;
  const wins = (option: OptionIndex) => among.filter((other) => margin(table, option, other) > 0).length;
  const pairs =
    among.length <= FEW
      ? pairsOf(among).map(([a, b]) => duel(told, table, a, b))
      : told.standing.map((option) =>
          line('pairs.summary', { option: told.name(option), wins: wins(option), of: among.length - 1 }),
        );
  const best = condorcetWinner(table);
  if (among.length < 2) return pairs;
  return [
    ...pairs,
    best === undefined ? line('pairs.noneBeatsAll') : line('pairs.beatsAll', { option: told.name(best) }),
  ];
}

export function tellCopeland(told: Told, table: PairwiseTable, stages: readonly CopelandStage[]): Telling {
  const scores = stages.flatMap((stage) => (stage.kind === 'scores' ? stage.scores : []));
  const scoreOf = (option: OptionIndex): CopelandScore =>
    scores.find((each) => each.option === option) ?? { option, wins: 0, losses: 0, equal: 0 };
  const has = ({ option, wins, losses, equal }: CopelandScore) =>
    line('copeland.has', { option: told.name(option), wins, losses, equal });
  return {
    steps: [...tellTable(told, table), ...scores.map(has)],
    reason(option) {
      const own = scoreOf(option);
      const other = told.rival(option, told.standing);
      if (other === undefined) return [has(own), told.alone(option)];
      const { wins, losses } = scoreOf(other);
      const difference = own.wins - own.losses - (wins - losses);
      const key = difference > 0 ? 'better' : difference < 0 ? 'worse' : 'equal';
      const compared = { other: told.name(other), otherWins: wins, otherLosses: losses };
      return [has(own), line(`copeland.${key}`, compared), duel(told, table, option, other)];
    },
  };
}

export function tellMinimax(told: Told, table: PairwiseTable, stages: readonly MinimaxStage[]): Telling {
  const worst = stages.flatMap((stage) => (stage.kind === 'worst' ? stage.worst : []));
  const worstOf = (option: OptionIndex): WorstPair =>
    worst.find((each) => each.option === option) ?? { option, against: null, size: 0 };
  const has = ({ option, against, size }: WorstPair) => {
    if (against === null) return line('minimax.alone', { option: told.name(option) });
    // By winning votes it is nothing to be wanted more or equally.
    if (size === 0 && margin(table, against, option) <= 0)
      return line('minimax.unbeaten', { option: told.name(option) });
    return line('minimax.worst', {
      option: told.name(option),
      other: told.name(against),
      votes: votesFor(table, option, against),
      otherVotes: votesFor(table, against, option),
      size,
    });
  };
  return {
    steps: [...tellTable(told, table), ...worst.map(has)],
    reason(option) {
      const own = worstOf(option);
      const other = told.rival(option, told.standing);
      if (other === undefined) return [has(own), told.alone(option)];
      const { size } = worstOf(other);
      const key = own.size < size ? 'less' : own.size > size ? 'more' : 'equal';
      const names = { other: told.name(other), size: own.size };
      return [has(own), line(`minimax.${key}`, own.size === size ? names : { ...names, otherSize: size })];
    },
  };
}
