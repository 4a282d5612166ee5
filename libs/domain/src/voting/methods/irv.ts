import { type OptionIndex, type Profile, type RankedBallot, standing } from '../profile';
import { compareRationals, zero } from '../rational';
import type { Finding, Result } from '../result';
import { counted, type TieRule, type Ties } from '../ties';
import { turnout } from '../turnout';
import { byEarlierStages, type Look } from './earlier-stages';
import { type RoundVotes, topVotes, withMajority } from './top-votes';

export interface IrvSettings {
  /** Equals are told apart by the votes that they had in earlier rounds, before the tie rule is asked. */
  look?: Look;
  ties: TieRule;
}

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
export function irv(profile: Profile<RankedBallot>, settings: IrvSettings): Result<IrvStage> {
  const all = new Set(standing(profile));
  const cast = turnout(profile.ballots, ({ ranking }) => ranking.flat().some((option) => all.has(option)));
  return counted(profile.options, settings.ties, (ties) => ({
    ...run(profile, ties, settings.look),
    turnout: cast,
  }));
}

function run(
  profile: Profile<RankedBallot>,
  ties: Ties,
  look: Look | undefined,
): Omit<Finding<IrvStage>, 'turnout'> {
  const stages: IrvStage[] = [];
  const ranking: (readonly OptionIndex[])[] = [];
  let running = standing(profile);
  for (;;) {
    const round = topVotes(profile.ballots, running);
    const lowest = fewest(round);
    const decided = (purpose: 'win' | 'lose') => {
      const rest = look ? earlier(lowest, stages, purpose === 'win' ? 'most' : 'fewest', look) : lowest;
      // What earlier rounds tell depends on who went in which order.
      return ties.pick(rest, purpose, look ? JSON.stringify(ranking) : running.join());
    };
    const all = lowest.length === running.length;
    const none = round.votes.every(({ votes }) => votes.n === 0n);
    if (all && (running.length <= 2 || none)) {
      // One is left, or nothing can tell apart who is.
      const winners = running.length > 0 ? [decided('win')] : [];
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
    const excluded = votesless.length > 0 ? votesless : [decided('lose')];
    stages.push(stage(round, excluded, lowest));
    ranking.unshift(excluded);
    running = running.filter((option) => !excluded.includes(option));
  }
}

function earlier(
  equals: readonly OptionIndex[],
  stages: readonly IrvStage[],
  wanted: 'most' | 'fewest',
  look: Look,
): OptionIndex[] {
  const history = stages.map(
    ({ votes }) =>
      (option: OptionIndex) =>
        votes.find((each) => each.option === option)?.votes ?? zero,
  );
  return byEarlierStages(equals, history, wanted, look, compareRationals);
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
