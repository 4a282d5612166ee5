import type { ApprovalBallot, Option, Profile, Project, RankedBallot } from '@zbor/domain';
import { rational } from '@zbor/domain';

/** The same numbers each time: the generator of D. H. Lehmer with the multiplier of S. K. Park and K. W. Miller, 1988. */
function numbers(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

const optionsOf = (count: number): Option[] =>
  Array.from({ length: count }, (_, at) => ({ id: `o${at}`, name: `Option ${at}` }));

/** Distinct rankings of some of the options each; the first in the list are liked by more people. */
export function rankings(options: number, ballots: number): Profile<RankedBallot> {
  const next = numbers();
  const all = new Map<string, number[]>();
  while (all.size < ballots) {
    const ranking: number[] = [];
    const length = 3 + next(options - 2);
    while (ranking.length < length) {
      const option = Math.min(next(options), next(options + options / 2));
      if (!ranking.includes(option)) ranking.push(option);
    }
    all.set(ranking.join(), ranking);
  }
  return {
    options: optionsOf(options),
    ballots: [...all.values()].map((ranking) => ({ ranking, weight: 1 })),
  };
}

/** Approvals of a few projects each, of which the first in the list cost more and are liked by more people. */
export function approvals(projects: number, voters: number): Profile<ApprovalBallot, Project> {
  const next = numbers();
  const options = optionsOf(projects).map((option, at) => ({
    ...option,
    cost: rational(5_000 + 400 * (projects - at) + next(40_000)),
  }));
  const ballots = Array.from({ length: voters }, () => {
    const approved = new Set<number>();
    const length = 2 + next(10);
    while (approved.size < length) approved.add(Math.min(next(projects), next(projects + 30)));
    return { weight: 1, approved: [...approved] };
  });
  return { options, ballots };
}
