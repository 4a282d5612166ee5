import { isShared, type OptionIndex, type RankedBallot } from '../profile';
import { compareRationals, plus, type Rational, rational, zero } from '../rational';

/** Votes in one round. */
export interface RoundVotes {
  /** Of each option that is still in the running; a fraction where ballots like several equally. */
  votes: readonly { option: OptionIndex; votes: Rational }[];
  /** People whose ballots name nobody who is in the running. */
  silent: number;
}

/** Each ballot's one vote for what it likes best among some options; equals get even parts of it. */
export function topVotes(ballots: readonly RankedBallot[], among: readonly OptionIndex[]): RoundVotes {
  const running: boolean[] = [];
  for (const option of among) running[option] = true;
  // How many votes each option shares with how many others: all whole numbers.
  const bySharers: number[][] = [];
  let silent = 0;
  for (const { weight, ranking } of ballots) {
    const liked = best(ranking, running);
    if (liked.length === 0) silent += weight;
    bySharers[liked.length] ??= [];
    const shared = bySharers[liked.length] as number[];
    for (const option of liked) shared[option] = (shared[option] ?? 0) + weight;
  }
  const votesOf = (option: OptionIndex) =>
    bySharers.reduce((sum, shared, sharers) => plus(sum, rational(shared[option] ?? 0, sharers || 1)), zero);
  return { votes: among.map((option) => ({ option, votes: votesOf(option) })), silent };
}

function best(ranking: RankedBallot['ranking'], running: readonly boolean[]): readonly OptionIndex[] {
  for (const rank of ranking) {
    if (isShared(rank)) {
      const liked = rank.filter((option) => running[option]);
      if (liked.length > 0) return liked;
    } else if (running[rank]) return [rank];
  }
  return [];
}

/** Who has more than half of all votes of the round. */
export function withMajority({ votes }: RoundVotes): OptionIndex | undefined {
  const all = votes.reduce((sum, each) => plus(sum, each.votes), zero);
  return votes.find((each) => compareRationals(plus(each.votes, each.votes), all) > 0)?.option;
}
