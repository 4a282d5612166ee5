import fc from 'fast-check';
import type { CandidateList, ListBallot, Profile } from '../profile';
import { lettered } from './profiles';

/** Lists that are called by letters, with these votes. */
export function listVotes(...votes: number[]): Profile<ListBallot, CandidateList> {
  return { options: lettered(votes.length), ballots: votes.map((weight, list) => ({ list, weight })) };
}

/** Votes of a few lists, of which some have none and some the same. */
export const votesOfLists = fc
  .array(fc.oneof(fc.nat(12), fc.nat(10_000)), { minLength: 1, maxLength: 6 })
  .map((votes) => listVotes(...votes));
