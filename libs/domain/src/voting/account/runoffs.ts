import type { IrvStage } from '../methods/irv';
import type { RoundVotes } from '../methods/top-votes';
import type { TwoRoundStage } from '../methods/two-round';
import type { OptionIndex } from '../profile';
import { compareRationals, type Rational, zero } from '../rational';
import { type Line, line } from './line';
import type { Telling, Told } from './told';

const votesOf = (round: RoundVotes, option: OptionIndex): Rational =>
  round.votes.find((each) => each.option === option)?.votes ?? zero;

const byVotes = ({ votes }: RoundVotes) => [...votes].sort((a, b) => compareRationals(b.votes, a.votes));

/** Two who met in a round. */
function met(told: Told, number: number, round: RoundVotes, option: OptionIndex, other: OptionIndex): Line {
  const [votes, otherVotes] = [votesOf(round, option), votesOf(round, other)];
  const difference = compareRationals(votes, otherVotes);
  const values = { number, option: told.name(option), other: told.name(other), votes };
  if (difference === 0) return line('rounds.equal', values);
  return line(difference > 0 ? 'rounds.more' : 'rounds.fewer', { ...values, otherVotes });
}

function majority(told: Told, number: number, round: RoundVotes & { majority?: OptionIndex }): Line[] {
  if (round.majority === undefined) return [];
  const votes = votesOf(round, round.majority);
  return [line('rounds.majority', { number, option: told.name(round.majority), votes })];
}

/** Instant run-off. */
export function tellIrv(told: Told, stages: readonly IrvStage[]): Telling {
  const excluded = (round: IrvStage, option: OptionIndex): Line => {
    const votes = votesOf(round, option);
    const values = { number: stages.indexOf(round) + 1, option: told.name(option) };
    return votes.n === 0n ? line('rounds.noVotes', values) : line('rounds.excluded', { ...values, votes });
  };
  const step = (round: IrvStage, at: number): Line[] => {
    // There is nothing to tell of the one who is left.
    if (round.votes.length < 2 && at > 0) return [];
    const votes = byVotes(round).map(({ option, votes }) =>
      line('rounds.has', { number: at + 1, option: told.name(option), votes }),
    );
    const out = round.excluded.map((option) => excluded(round, option));
    return [...votes, ...majority(told, at + 1, round), ...out, ...earlier(told, round)];
  };
  return {
    steps: stages.flatMap(step),
    reason(option) {
      const at = stages.findIndex(({ excluded }) => excluded.includes(option));
      const round = stages[at];
      if (!round) return survived(told, stages, option);
      const stays = byVotes(round).filter((each) => !round.excluded.includes(each.option));
      const next = stays.at(-1)?.option;
      const compared =
        next === undefined
          ? []
          : [line('rounds.next', { other: told.name(next), otherVotes: votesOf(round, next) })];
      return [excluded(round, option), ...compared, ...earlier(told, round)];
    },
  };
}

/** Equals of whom votes in earlier rounds, and no rule for ties, said who goes. */
function earlier(told: Told, { equals = [] }: IrvStage): Line[] {
  if (equals.length < 2 || told.tied(equals)) return [];
  return [line('rounds.earlier', { options: told.names(equals) })];
}

/** Who went in no round, and who else was there in the last round of several. */
function survived(told: Told, stages: readonly IrvStage[], option: OptionIndex): Line[] {
  const at = stages.findLastIndex(({ votes }) => votes.length > 1);
  const round = stages[at];
  const other = round && byVotes(round).find((each) => each.option !== option)?.option;
  if (!round || other === undefined) return [told.alone(option)];
  const early = stages.findIndex((each) => each.majority === option);
  const first = stages[early];
  return [
    ...(first ? majority(told, early + 1, first) : []),
    met(told, at + 1, round, option, other),
    ...earlier(told, round),
  ];
}

/** Two rounds. */
export function tellTwoRound(told: Told, stages: readonly TwoRoundStage[]): Telling {
  const [first, second] = stages;
  const finalists = second?.votes.map(({ option }) => option) ?? [];
  const step = (round: TwoRoundStage, at: number): Line[] => [
    ...(round.kind === 'second' ? [line('rounds.second', { options: told.names(finalists) })] : []),
    ...byVotes(round).map(({ option, votes }) =>
      line('rounds.has', { number: at + 1, option: told.name(option), votes }),
    ),
    ...majority(told, at + 1, round),
  ];
  return {
    steps: stages.flatMap(step),
    reason(option) {
      if (!first) return [];
      const number = finalists.includes(option) ? 2 : 1;
      const round = (number === 2 && second) || first;
      const own = round.majority === option ? majority(told, number, round) : [];
      const rivals = number === 2 || !second ? byVotes(round).map((each) => each.option) : finalists;
      const others = rivals.filter((other) => other !== option);
      // Who did not come to the second round stands behind the last of the two who did.
      const other =
        number === 1 && second
          ? byVotes(first).findLast((each) => finalists.includes(each.option))?.option
          : others[0];
      if (other === undefined) return [told.alone(option)];
      const compared = met(told, number, round, option, other);
      return number === 1 && second
        ? [line('rounds.notSecond', { option: told.name(option) }), compared]
        : [...own, compared];
    },
  };
}
