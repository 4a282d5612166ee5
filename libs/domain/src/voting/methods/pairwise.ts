import { isShared, type OptionIndex, type Profile, type Rank, type RankedBallot, standing } from '../profile';
import { ranked } from '../ranking';
import type { Turnout } from '../result';
import { turnout } from '../turnout';

/** What a ballot says of options that it does not rank: they are below all that it ranks, or it says nothing of them. */
export type Unranked = 'below' | 'silent';

/** What the methods by pairs have in common. */
export interface PairwiseSettings {
  /** 1 where nothing is said. */
  seats?: number;
  /** `below` where nothing is said. */
  unranked?: Unranked;
}

/** How many people want which option more than which other. */
export interface PairwiseTable {
  /** The options that can still win. */
  among: readonly OptionIndex[];
  /** `preferred[a][b]` people want `a` more than `b`; 0 where one of them can no longer win. */
  preferred: readonly (readonly number[])[];
}

export interface PairwiseStage {
  kind: 'pairwise';
  table: PairwiseTable;
}

/** More people want `winner` more than `loser` than the other way round. */
export interface Majority {
  winner: OptionIndex;
  loser: OptionIndex;
  votes: number;
  against: number;
}

/**
 * What makes a majority strong. `winning-votes`: those who are for it, and where as many are, the few who are against
 * it. `margins`: how many more are for it than against it. Both as in section 2.2 of M. Schulze, "A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", 2011.
 */
export type Strength = 'winning-votes' | 'margins';

/** Compares each option with each other on all ballots. Options that share a rank are not preferred to one another. */
export function pairwise(profile: Profile<RankedBallot>, unranked: Unranked = 'below'): PairwiseTable {
  const size = profile.options.length;
  const among = standing(profile);
  const votes = new Float64Array(size * size);
  const canWin = new Uint8Array(size);
  for (const option of among) canWin[option] = 1;
  // The options of one ballot in its order, and for each of them where those of the next rank begin.
  const order = new Int32Array(size);
  const below = new Int32Array(size);
  const named = new Uint8Array(size);
  for (const { weight, ranking } of profile.ballots) {
    let length = 0;
    for (const rank of ranking) {
      const start = length;
      if (!isShared(rank)) {
        if (canWin[rank]) order[length++] = rank;
      } else for (const option of rank) if (canWin[option]) order[length++] = option;
      below.fill(length, start, length);
    }
    const rankedOnes = length;
    if (unranked === 'below' && length < among.length) {
      named.fill(0);
      for (let at = 0; at < rankedOnes; at++) named[order[at] as number] = 1;
      for (const option of among) if (!named[option]) order[length++] = option;
    }
    for (let at = 0; at < rankedOnes; at++)
      add(weight, votes, (order[at] as number) * size, order, below[at] as number, length);
  }
  const preferred = profile.options.map((_, row) => Array.from(votes.subarray(row * size, (row + 1) * size)));
  return { among, preferred };
}

/** Adds a weight to these columns of a row: four at a time, which takes half as long as one by one. */
function add(
  weight: number,
  votes: Float64Array,
  row: number,
  columns: Int32Array,
  from: number,
  to: number,
) {
  let at = from;
  for (; at + 3 < to; at += 4) {
    const a = row + (columns[at] as number);
    const b = row + (columns[at + 1] as number);
    const c = row + (columns[at + 2] as number);
    const d = row + (columns[at + 3] as number);
    votes[a] = (votes[a] as number) + weight;
    votes[b] = (votes[b] as number) + weight;
    votes[c] = (votes[c] as number) + weight;
    votes[d] = (votes[d] as number) + weight;
  }
  for (; at < to; at++) {
    const a = row + (columns[at] as number);
    votes[a] = (votes[a] as number) + weight;
  }
}

/** Counted are the ballots that rank at least one option that can still win. */
export function rankedTurnout({ options, ballots }: Profile<RankedBallot>): Turnout {
  const stands = (option: OptionIndex) => options[option] !== undefined && !options[option]?.withdrawn;
  const ranks = (rank: Rank) => (isShared(rank) ? rank.some(stands) : stands(rank));
  return turnout(ballots, ({ ranking }) => ranking.some(ranks));
}

/** How many people want `a` more than `b`. */
export const votesFor = ({ preferred }: PairwiseTable, a: OptionIndex, b: OptionIndex): number =>
  preferred[a]?.[b] ?? 0;

/** Above 0 where `a` beats `b`. */
export const margin = (table: PairwiseTable, a: OptionIndex, b: OptionIndex): number =>
  votesFor(table, a, b) - votesFor(table, b, a);

/** Who beats every other, where there is such an option. */
export function condorcetWinner(table: PairwiseTable): OptionIndex | undefined {
  return table.among.find((a) => table.among.every((b) => a === b || margin(table, a, b) > 0));
}

/** Who is beaten by every other, where there is such an option. */
export function condorcetLoser(table: PairwiseTable): OptionIndex | undefined {
  const loser = table.among.find((a) => table.among.every((b) => a === b || margin(table, a, b) < 0));
  return table.among.length > 1 ? loser : undefined;
}

/** The strongest first, those of equal strength together. */
export function majorities(table: PairwiseTable, strength: Strength): Majority[][] {
  const found: Majority[] = [];
  for (const winner of table.among) {
    for (const loser of table.among) {
      const votes = votesFor(table, winner, loser);
      const against = votesFor(table, loser, winner);
      if (votes > against) found.push({ winner, loser, votes, against });
    }
  }
  const compare = strength === 'margins' ? byMargin : byWinningVotes;
  const order = ranked([...found.keys()], (a, b) => compare(found[a] as Majority, found[b] as Majority));
  return order.map((equals) => equals.map((each) => found[each] as Majority));
}

const byMargin = (a: Majority, b: Majority) => b.votes - b.against - (a.votes - a.against);
const byWinningVotes = (a: Majority, b: Majority) => b.votes - a.votes || a.against - b.against;
