import type { Option, Profile, RankedBallot } from '../profile';

/** A case of `condorcet-php-cases.json`. */
export interface CondorcetCase {
  file: string;
  test: string;
  candidates: string[];
  votes: string[];
  seats: number | null;
  implicit_ranking: boolean;
  weights: boolean;
  expect: { call: string; method: string | null; value: string[] | Record<string, string | string[]> }[];
}

/** The ballots of a case, as `A > B = C ^2 * 9`: nine people whose ballots weigh two. Strangers are passed over. */
export function condorcetProfile({ candidates, votes, weights }: CondorcetCase): Profile<RankedBallot> {
  const options: Option[] = candidates.map((id) => ({ id, name: id }));
  const ballots = votes.map((vote) => {
    const [, ranks = '', weight = '1', people = '1'] =
      /^([^^*]*)(?:\^\s*(\d+))?\s*(?:\*\s*(\d+))?$/.exec(vote) ?? [];
    const ranking = ranks
      .split('>')
      .map((rank) => rank.split('=').map((name) => candidates.indexOf(name.trim())))
      .map((rank) => rank.filter((each) => each >= 0))
      .filter((rank) => rank.length > 0);
    return { weight: (weights ? Number(weight) : 1) * Number(people), ranking };
  });
  return { options, ballots };
}
