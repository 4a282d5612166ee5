import { type ApprovalBallot, type OptionIndex, type Profile, standing } from '../../profile';
import { ascending, ranked, seated } from '../../ranking';
import { minus, one, type Rational, zero } from '../../rational';
import type { Result } from '../../result';
import { type Support, supportOf, supportTurnout } from '../../support';
import { counted, type Ties } from '../../ties';
import { Loads } from '../loads';
import { marketOf, Purses } from '../purses';
import type { CommitteeSettings } from './committee';
import { type CommitteePhragmenStage, electedIn, seatedByLoads } from './committee-phragmen';

export interface CommitteeEqualSharesSettings extends CommitteeSettings {
  /**
   * Who takes the seats that are left when nobody can be paid for any more: those whom most people approve of
   * (`approval`), or whom Phragmén's rule finds when it goes on with the money that people have left (`phragmen`, where
   * nothing is said). With `none` they stay empty.
   */
  completion?: 'none' | 'approval' | 'phragmen';
}

export type CommitteeEqualSharesStage =
  /** Each of those who approve paid `price` at most, so many of them `inFull`; the others paid all they had. */
  | { kind: 'paid'; option: OptionIndex; supporters: number; price: Rational; inFull: number }
  /** Those who approve had only this much left together when nobody could be paid for any more. */
  | { kind: 'short'; option: OptionIndex; supporters: number; money: Rational }
  /** By how many people were approved who took seats that were left. */
  | { kind: 'approved'; option: OptionIndex; supporters: number }
  | CommitteePhragmenStage;

/**
 * The Method of Equal Shares for committees, also called Rule X: D. Peters, P. Skowron, "Proportionality and the Limits of
 * Welfarism" (2020). Each who voted gets an equal part of as much money as there are seats; a seat costs 1; elected is next
 * for whom those who approve can pay together at the lowest price for each.
 */
export function committeeEqualShares(
  profile: Profile<ApprovalBallot>,
  { seats, completion = 'phragmen', ties: rule }: CommitteeEqualSharesSettings,
): Result<CommitteeEqualSharesStage> {
  const support = supportOf(profile, 'votes');
  const options = profile.options.map((option) => ({ ...option, cost: one }));
  const market = marketOf({ ...profile, options }, support, 'points', []);
  return counted(profile.options, rule, (ties) => {
    const purses = new Purses(market, BigInt(seats));
    const stages: CommitteeEqualSharesStage[] = [];
    const winners: OptionIndex[] = [];
    for (let next = purses.cheapest(); next.length > 0; next = purses.cheapest()) {
      const state = () => `purses ${ascending(winners)} when ${purses.state()}`;
      const option = purses.harmless(next) ?? ties.pick(next, 'win', state());
      const { price, inFull } = purses.buy(option);
      winners.push(option);
      stages.push({ kind: 'paid', option, supporters: support[option]?.score ?? 0, price: price(), inFull });
    }
    for (const option of standing(profile)) {
      if (winners.includes(option)) continue;
      const { score = 0, by = [] } = support[option] ?? {};
      stages.push({ kind: 'short', option, supporters: score, money: purses.left(by) });
    }
    if (completion === 'phragmen') {
      const more = [...continued(profile, seats, support, purses, ties, winners)];
      stages.push(...more);
      winners.push(...electedIn(more));
    } else if (completion === 'approval') {
      for (const option of approved(profile, seats, support, ties, winners)) {
        winners.push(option);
        stages.push({ kind: 'approved', option, supporters: support[option]?.score ?? 0 });
      }
    }
    return { winners, stages, turnout: supportTurnout(profile.ballots, support) };
  });
}

function continued(
  profile: Profile<ApprovalBallot>,
  seats: number,
  support: readonly Support[],
  purses: Purses,
  ties: Ties,
  elected: readonly OptionIndex[],
): Iterable<CommitteePhragmenStage> {
  const weights = profile.ballots.map(({ weight }) => weight);
  // Who has money left has, as it were, a load below nothing.
  const loads = new Loads(
    support,
    weights,
    [...weights.keys()].map((place) => minus(zero, purses.leftOf(place))),
  );
  return seatedByLoads(profile, seats, support, loads, ties, elected);
}

function approved(
  profile: Profile<ApprovalBallot>,
  seats: number,
  support: readonly Support[],
  ties: Ties,
  elected: readonly OptionIndex[],
): OptionIndex[] {
  const score = (option: OptionIndex) => support[option]?.score ?? 0;
  const rest = standing(profile).filter((option) => !elected.includes(option));
  return seated(
    ranked(rest, (a, b) => score(b) - score(a)),
    seats - elected.length,
    ties,
  );
}
