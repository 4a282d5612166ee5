import { type ApprovalBallot, type OptionIndex, type Profile, standing } from '../../profile';
import { ascending } from '../../ranking';
import { one, type Rational } from '../../rational';
import type { Result } from '../../result';
import { apart, type Support, supportOf, supportTurnout } from '../../support';
import { counted, type Ties } from '../../ties';
import { Loads } from '../loads';
import type { CommitteeSettings } from './committee';

export type CommitteePhragmenStage =
  /** Elected when all had got `time` each: those who approve then had 1 together that they had not spent. */
  | { kind: 'seated'; option: OptionIndex; supporters: number; time: Rational }
  /** Nobody approves of those who are left: they take the last seats. */
  | { kind: 'filled'; options: readonly OptionIndex[] }
  /** Not elected: the next seat would have been theirs at this time, and never where nobody approves of them. */
  | { kind: 'unseated'; option: OptionIndex; supporters: number; time: Rational | null };

/**
 * Phragmén's sequential rule (1894): all get money at the same pace, a seat costs 1, and who is approved by people that
 * have 1 together is elected, whereupon they have spent it. M. Brill, R. Freeman, S. Janson, M. Lackner, "Phragmén's Voting
 * Methods and Justified Representation" (2017). When nobody is left who has supporters, any others take the last seats.
 */
export function committeePhragmen(
  profile: Profile<ApprovalBallot>,
  { seats, ties: rule }: CommitteeSettings,
): Result<CommitteePhragmenStage> {
  const support = supportOf(profile, 'votes');
  const weights = profile.ballots.map(({ weight }) => weight);
  return counted(profile.options, rule, (ties) => {
    const stages = [...seatedByLoads(profile, seats, support, new Loads(support, weights), ties)];
    return { winners: electedIn(stages), stages, turnout: supportTurnout(profile.ballots, support) };
  });
}

export function electedIn(stages: readonly CommitteePhragmenStage[]): OptionIndex[] {
  return stages.flatMap((stage) => {
    if (stage.kind === 'seated') return [stage.option];
    return stage.kind === 'filled' ? stage.options : [];
  });
}

/** Fills the seats that those who are `elected` leave. */
export function* seatedByLoads(
  profile: Profile<ApprovalBallot>,
  seats: number,
  support: readonly Support[],
  loads: Loads,
  ties: Ties,
  elected: readonly OptionIndex[] = [],
): Generator<CommitteePhragmenStage> {
  const winners = [...elected];
  let rest = standing(profile).filter((option) => !elected.includes(option));
  const state = () => `loads ${ascending(winners)} when ${loads.state()}`;
  const take = (option: OptionIndex) => {
    winners.push(option);
    rest = rest.filter((each) => each !== option);
  };
  while (winners.length < seats) {
    const next = loads.first(rest, () => one);
    if (!next) break;
    const { time, options: equals } = next;
    const free = equals.length <= seats - winners.length ? apart(equals, support) : undefined;
    const option = free ?? ties.pick(equals, 'win', state());
    loads.take(option, time);
    take(option);
    yield { kind: 'seated', option, supporters: support[option]?.score ?? 0, time };
  }
  const before = winners.length;
  if (rest.length <= seats - before) for (const option of rest) take(option);
  while (winners.length < seats && rest.length > 0) take(ties.pick(rest, 'win', state()));
  if (winners.length > before) yield { kind: 'filled', options: winners.slice(before) };
  for (const option of rest) {
    const supporters = support[option]?.score ?? 0;
    yield { kind: 'unseated', option, supporters, time: loads.first([option], () => one)?.time ?? null };
  }
}
