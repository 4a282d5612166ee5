import type { Majority, PairwiseTable } from '../methods/pairwise';
import type { RankedPairsStage } from '../methods/ranked-pairs';
import { type PathsStage, strongestPath } from '../methods/schulze';
import type { OptionIndex } from '../profile';
import { type Line, line } from './line';
import { duel, FEW, pairsOf, tellTable } from './pairs';
import type { Telling, Told } from './told';

/** `A > C > B` */
const written = (told: Told, path: readonly OptionIndex[]) => told.names(path).join(' > ');

export function tellSchulze(told: Told, table: PairwiseTable, paths: PathsStage): Telling {
  const width = (a: OptionIndex, b: OptionIndex) => paths.width[a]?.[b] ?? 0;
  const isAbove = (a: OptionIndex, b: OptionIndex) => width(a, b) > width(b, a);
  const between = (a: OptionIndex, b: OptionIndex): Line => {
    if (isAbove(b, a)) return between(b, a);
    const names = { option: told.name(a), other: told.name(b) };
    const [there, back] = [paths.weakest[a]?.[b], paths.weakest[b]?.[a]];
    if (!isAbove(a, b) || !there) return line('schulze.equal', names);
    const path = written(told, strongestPath(paths, a, b));
    const way = { ...names, path, votes: there.votes, otherVotes: there.against };
    if (!back) return line('schulze.oneWay', way);
    return line('schulze.stronger', { ...way, backVotes: back.votes, backOtherVotes: back.against });
  };
  const { among } = table;
  return {
    steps: [
      ...tellTable(told, table),
      ...(among.length <= FEW ? pairsOf(among).map(([a, b]) => between(a, b)) : []),
    ],
    reason(option) {
      const above = told.standing.filter((other) => told.fate(other) !== 'not' && isAbove(other, option));
      const last = told.fate(option) === 'not' ? above.at(-1) : undefined;
      const other = last ?? told.rival(option, told.standing);
      if (other === undefined) return [told.alone(option)];
      return [duel(told, table, option, other), between(option, other)];
    },
  };
}

export function tellRankedPairs(
  told: Told,
  table: PairwiseTable,
  stages: readonly RankedPairsStage[],
): Telling {
  const affirmed = stages.flatMap((stage) => (stage.kind === 'affirmed' ? [stage.majority] : []));
  const shown = ({ winner, loser, votes, against }: Majority) => ({
    option: told.name(winner),
    other: told.name(loser),
    votes,
    otherVotes: against,
  });
  const step = (stage: RankedPairsStage): Line[] => {
    if (stage.kind === 'pairwise') return [];
    const { majority } = stage;
    if (stage.kind === 'affirmed') return [line('rankedPairs.affirmed', shown(majority))];
    return [line('rankedPairs.refused', { ...shown(majority), path: written(told, stage.path) })];
  };
  const refused = (winner: OptionIndex, loser: OptionIndex) =>
    stages
      .filter((stage) => stage.kind === 'refused')
      .filter(({ majority }) => majority.winner === winner && majority.loser === loser)
      .flatMap(step);
  return {
    steps: stages.flatMap(step),
    reason(option) {
      const above = affirmed.filter(({ loser }) => loser === option);
      const by = above.find(({ winner }) => told.fate(winner) !== 'not') ?? above[0];
      const other = told.rival(option, told.standing);
      const place = by
        ? line('rankedPairs.below', shown(by))
        : line('rankedPairs.top', { option: told.name(option) });
      if (other === undefined) return [place, told.alone(option)];
      if (other === by?.winner) return [place];
      const overruled = [...refused(option, other), ...refused(other, option)];
      return [place, ...(overruled.length > 0 ? overruled : [duel(told, table, option, other)])];
    },
  };
}
