import { type OptionIndex, type Profile, standing, type Weighted } from '../profile';
import { ranked, seated } from '../ranking';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';

export interface VotesSettings {
  /** 1 where nothing is said. */
  seats?: number;
  ties: TieRule;
}

/** How many votes each option has that can still win. */
export interface VotesStage {
  kind: 'votes';
  votes: readonly { option: OptionIndex; votes: number }[];
}

/** What one person who casts this ballot gives to an option; none of it where the ballot is invalid. */
export type Given = readonly (readonly [option: OptionIndex, votes: number])[];

/**
 * The options with most votes win. Options that can no longer win get none; counted are the ballots that give votes to
 * others. All votes together must stay below 2^53.
 */
export function mostVotes<Ballot extends Weighted>(
  profile: Profile<Ballot>,
  { seats = 1, ties: tieRule }: VotesSettings,
  given: (ballot: Ballot) => Given,
): Result<VotesStage> {
  return counted(profile.options, tieRule, (ties) => {
    const votes = new Map(standing(profile).map((option) => [option, 0]));
    const turnout = { cast: 0, counted: 0 };
    for (const ballot of profile.ballots) {
      const valid = given(ballot).filter(([option]) => votes.has(option));
      for (const [option, more] of valid) votes.set(option, (votes.get(option) ?? 0) + more * ballot.weight);
      turnout.cast += ballot.weight;
      if (valid.length > 0) turnout.counted += ballot.weight;
    }
    const ranking = ranked([...votes.keys()], (a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0));
    const stage: VotesStage = {
      kind: 'votes',
      votes: Array.from(votes, ([option, votes]) => ({ option, votes })),
    };
    return { winners: seated(ranking, seats, ties), stages: [stage], turnout, ranking };
  });
}
