import { type OptionIndex, type Profile, type RankedBallot, standing } from '../profile';
import { ascending, ranked, seated } from '../ranking';
import { compareRationals, zero } from '../rational';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';
import { turnout } from '../turnout';
import { type RoundVotes, topVotes, withMajority } from './top-votes';

/** The first round, in which all stand, or the second, between two. */
export interface TwoRoundStage extends RoundVotes {
  kind: 'first' | 'second';
  /** Who has more than half of the votes of this round. */
  majority?: OptionIndex;
}

/**
 * Two rounds, as presidents of France are elected (constitution of 1958, article 7), both counted from the same ballots:
 * who has more than half of the votes in the first round wins. Otherwise the two with most votes meet in a second round,
 * in which each ballot is a vote for the one that it likes better.
 *
 * A ballot that likes several equally gives each an even part of its vote. In the ranking the two of a second round stand
 * first, and the others by their votes in the first round.
 */
export function twoRound(profile: Profile<RankedBallot>, settings: { ties: TieRule }): Result<TwoRoundStage> {
  const all = standing(profile);
  const first = topVotes(profile.ballots, all);
  const cast = turnout(profile.ballots, ({ ranking }) =>
    ranking.flat().some((option) => all.includes(option)),
  );
  return counted(profile.options, settings.ties, (ties) => {
    const byVotes = ranking(first, all);
    const stages = [stage('first', first)];
    const majority = withMajority(first);
    if (majority !== undefined || all.length < 2)
      return {
        winners: all.length < 2 ? all : [majority as OptionIndex],
        stages,
        turnout: cast,
        ranking: byVotes,
      };
    const finalists = seated(byVotes, 2, ties);
    const second = topVotes(profile.ballots, finalists);
    const order = ranking(second, finalists);
    const winner = ties.pick(order[0] ?? [], 'win', ascending(finalists).join());
    const others = byVotes.map((equals) => equals.filter((option) => !finalists.includes(option)));
    return {
      winners: [winner],
      stages: [...stages, stage('second', second)],
      turnout: cast,
      ranking: [...order, ...others.filter((equals) => equals.length > 0)],
    };
  });
}

function ranking({ votes }: RoundVotes, options: readonly OptionIndex[]): OptionIndex[][] {
  const of = new Map(votes.map((each) => [each.option, each.votes]));
  return ranked(options, (a, b) => compareRationals(of.get(b) ?? zero, of.get(a) ?? zero));
}

function stage(kind: TwoRoundStage['kind'], round: RoundVotes): TwoRoundStage {
  const majority = withMajority(round);
  return { kind, ...round, ...(majority !== undefined && { majority }) };
}
