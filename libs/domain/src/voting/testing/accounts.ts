import { accountOf } from '../account/account';
import type { Wishes } from '../catalogue/asked';
import { countBallots } from '../catalogue/catalogue';
import type { BallotFile } from '../formats/ballot-file';
import { approvals, priced } from './budgets';
import { written } from './lines';
import { listVotes } from './lists';
import { lettered, rankings } from './profiles';

/** Files of a few ballots, written as in the profiles of this folder. */
export const ranked = (options: number, ...ballots: string[]): BallotFile => ({
  kind: 'ranked',
  profile: rankings(options, ...ballots),
});

export const approved = (options: number, ...ballots: string[]): BallotFile => ({
  kind: 'approval',
  profile: { options: lettered(options), ballots: approvals(...ballots) },
});

export const projects = (costs: number[], ...ballots: string[]): BallotFile => ({
  kind: 'approval',
  profile: { options: priced(costs), ballots: approvals(...ballots) },
});

export const lists = (...votes: number[]): BallotFile => ({ kind: 'list', profile: listVotes(...votes) });

/** `30 A`: 30 people say yes; B is no, and C an abstention. */
export const motion = (...ballots: string[]): BallotFile => ({
  kind: 'approval',
  profile: {
    options: ['yes', 'no', 'abstain'].map((id) => ({ id, name: id })),
    ballots: approvals(...ballots),
  },
});

/** `2 A3 B1`: two people give three points to A, which costs 9, and one to B, which costs 6. */
export const pointsFor = (...ballots: string[]): BallotFile => ({
  kind: 'points',
  profile: {
    options: priced([9, 6]),
    ballots: ballots.map((ballot) => {
      const [weight, ...given] = ballot.split(' ');
      return {
        weight: Number(weight),
        options: given.map((each) => each.charCodeAt(0) - 65),
        points: given.map((each) => Number(each.slice(1))),
      };
    }),
  },
});

/** What an account says of each option, the chosen first: `A: votes.has option=A count=3`. */
export function reasonsBy(method: string, file: BallotFile, wishes: Partial<Wishes>): string[] {
  const { options } = file.profile;
  const result = countBallots(file, method, { settings: {}, ties: { kind: 'order' }, ...wishes });
  return accountOf(options, result).reasons.map(
    ({ option, lines }) => `${options[option]?.name}: ${lines.map(written).join('; ')}`,
  );
}
