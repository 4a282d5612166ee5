import { type OptionIndex, type Profile, type RankedBallot, standing } from '../profile';
import { compareRationals } from '../rational';
import type { Finding, Result } from '../result';
import { counted, type TieRule, type Ties } from '../ties';
import { turnout } from '../turnout';
import { type RoundVotes, topVotes, withMajority } from './top-votes';

/** One round. */
export interface IrvStage extends RoundVotes {
  kind: 'round';
  /** Who has more than half of the votes, and wins; what follows only ranks the others. */
  majority?: OptionIndex;
  /** Who goes: one who has fewest votes, or all who have none. */
  excluded: readonly OptionIndex[];
  /** Where several had as few votes as the one who goes. */
  equals?: readonly OptionIndex[];
}

/**
 * Instant run-off, also called the alternative vote (W. R. Ware, 1871): round by round, each ballot is a vote for whom it
 * likes best of those still there, and who has fewest votes goes. The last one wins; whoever has more than half of the
 * votes in a round will be the last. All who have no vote go at once: one by one, the others' votes would be the same.
 *
 * A ballot that likes several equally gives each of them an even part of its vote. The ranking is the order in which they
 * went, the last first; two who are left with equal votes are equals in it.
 */
export function irv(profile: Profile<RankedBallot>, settings: { ties: TieRule }): Result<IrvStage> {
  const all = new Set(standing(profile));
  const cast = turnout(profile.ballots, ({ ranking }) => ranking.flat().some((option) => all.has(option)));
  return counted(profile.options, settings.ties, (ties) => ({ ...run(profile, ties), turnout: cast }));
}

function run(profile: Profile<RankedBallot>, ties: Ties): Omit<Finding<IrvStage>, 'turnout'> {
  const stages: IrvStage[] = [];
  const ranking: (readonly OptionIndex[])[] = [];
  let running = standing(profile);
  for (;;) {
    const round = topVotes(profile.ballots, running);
    const lowest = fewest(round);
    const all = lowest.length === running.length;
    const none = round.votes.every(({ votes }) => votes.n === 0n);
    if (all && (running.length <= 2 || none)) {
      // One is left, or nothing can tell apart who is.
      const winners = running.length > 0 ? [ties.pick(running, 'win', running.join())] : [];
      stages.push(
        stage(
          round,
          running.filter((option) => !winners.includes(option)),
          lowest,
        ),
      );
      if (running.length > 0) ranking.unshift(running);
      return { winners, stages, ranking };
    }
    const votesless = round.votes.flatMap(({ option, votes }) => (votes.n === 0n ? [option] : []));
    const excluded = votesless.length > 0 ? votesless : [ties.pick(lowest, 'lose', running.join())];
    stages.push(stage(round, excluded, lowest));
    ranking.unshift(excluded);
    running = running.filter((option) => !excluded.includes(option));
  }
}

function fewest({ votes }: RoundVotes): OptionIndex[] {
  const isFewest = (option: (typeof votes)[number]) =>
    votes.every((other) => compareRationals(option.votes, other.votes) <= 0);
  return votes.filter(isFewest).map(({ option }) => option);
}

function stage(
  round: RoundVotes,
  excluded: readonly OptionIndex[],
  lowest: readonly OptionIndex[],
): IrvStage {
  const majority = withMajority(round);
  return {
    kind: 'round',
    ...round,
    ...(majority !== undefined && { majority }),
    excluded,
    ...(excluded.length > 0 && lowest.length > excluded.length && { equals: lowest }),
  };
}
