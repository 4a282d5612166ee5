import { type ApprovalBallot, type OptionIndex, type Profile, standing } from '../../profile';
import { ascending } from '../../ranking';
import { gcd, type Rational, rational } from '../../rational';
import type { Result } from '../../result';
import { apart, type Support, supportOf, supportTurnout } from '../../support';
import { counted } from '../../ties';
import type { CommitteeSettings } from './committee';
import { bestCommittees } from './thiele-optimum';

/**
 * T. N. Thiele, "Om Flerfoldsvalg" (1895): a committee is worth to a person so much for the first member whom he
 * approves of, so much for the second, and so on. These are such worths, as whole numbers over `over`.
 */
interface Worths {
  over: bigint;
  /** The worth of one more member to somebody who has so many. */
  next: readonly bigint[];
}

/** 1, 1/2, 1/3 … */
function harmonic(seats: number): Worths {
  const numbers = Array.from({ length: seats }, (_, index) => BigInt(index + 1));
  const over = numbers.reduce((common, number) => (common / gcd(common, number)) * number, 1n);
  return { over, next: numbers.map((number) => over / number) };
}

/** 1 and nothing more. */
const single = (seats: number): Worths => ({
  over: 1n,
  next: Array.from({ length: seats }, (_, index) => (index === 0 ? 1n : 0n)),
});

export interface BestCommitteeStage {
  kind: 'committee';
  members: readonly OptionIndex[];
  /** What it is worth to all people together: no other committee is worth more. */
  worth: Rational;
  /** How many people approve of no member, of one, of two, and so on. */
  approving: readonly number[];
  /** What it would be worth without one of them, of whom so many people approve. */
  without: readonly { member: OptionIndex; supporters: number; worth: Rational }[];
  /** What it would be worth at most with another in place of a member, `of`; of nobody where it has none. */
  instead: readonly { option: OptionIndex; supporters: number; of?: OptionIndex; worth: Rational }[];
}

export interface ElectedStage {
  kind: 'elected';
  option: OptionIndex;
  /** By how much each who was not elected before would have raised what the committee is worth. */
  gains: readonly { option: OptionIndex; gain: Rational }[];
}

/**
 * Proportional approval voting: the committee that is worth most where the first member whom a person approves of is worth
 * 1, the second 1/2, the third 1/3 and so on (Thiele 1895).
 * @throws TooManyCommittees
 */
export const proportionalApproval = (profile: Profile<ApprovalBallot>, settings: CommitteeSettings) =>
  best(profile, settings, harmonic);

/**
 * Chamberlin and Courant's rule for approvals: as many people as possible approve of at least one member. J. R. Chamberlin,
 * P. N. Courant, "Representative Deliberations and Representative Decisions" (1983).
 * @throws TooManyCommittees
 */
export const chamberlinCourant = (profile: Profile<ApprovalBallot>, settings: CommitteeSettings) =>
  best(profile, settings, single);

/** Proportional approval voting one by one: who raises the worth of the committee most is elected next (Thiele 1895). */
export const sequentialProportionalApproval = (
  profile: Profile<ApprovalBallot>,
  settings: CommitteeSettings,
) => oneByOne(profile, settings, harmonic);

/** Chamberlin and Courant's rule one by one: whom most people approve of who approve of no member yet is elected next. */
export const sequentialChamberlinCourant = (profile: Profile<ApprovalBallot>, settings: CommitteeSettings) =>
  oneByOne(profile, settings, single);

function best(
  profile: Profile<ApprovalBallot>,
  settings: CommitteeSettings,
  worthsOf: (seats: number) => Worths,
): Result<BestCommitteeStage> {
  const options = standing(profile);
  const seats = Math.min(settings.seats, options.length);
  const support = supportOf(profile, 'votes');
  const weights = profile.ballots.map(({ weight }) => weight);
  const { over, next } = worthsOf(seats);
  const { worth, committees } = bestCommittees(options, support, weights, next);
  return counted(profile.options, settings.ties, (ties) => {
    const members = ties.pickSet(committees);
    return {
      winners: members,
      // Asked for once, however many committees are equally good.
      get stages(): BestCommitteeStage[] {
        const others = options.filter((option) => !members.includes(option));
        const compared = exchanges(members, others, support, weights, { over, next }, worth);
        return [{ kind: 'committee', members, worth: rational(worth, over), ...compared }];
      },
      turnout: supportTurnout(profile.ballots, support),
    };
  });
}

/** Who approves of how many members, and what a committee of this worth would be worth without one or with another. */
function exchanges(
  members: readonly OptionIndex[],
  others: readonly OptionIndex[],
  support: readonly Support[],
  weights: readonly number[],
  { over, next }: Worths,
  worth: bigint,
): Omit<BestCommitteeStage, 'kind' | 'members' | 'worth'> {
  const has = membersOf(members, support, weights.length);
  const approving = Array.from({ length: members.length + 1 }, () => 0);
  for (const [place, of] of has.entries()) approving[of] = (approving[of] ?? 0) + (weights[place] ?? 0);
  const supporters = (option: OptionIndex) => support[option]?.score ?? 0;
  /** What an option adds to those members of whom each of its supporters approves. */
  const gain = (option: OptionIndex, has: (place: number) => number) =>
    (support[option]?.by ?? []).reduce(
      (sum, place) => sum + BigInt(weights[place] ?? 0) * (next[has(place)] ?? 0n),
      0n,
    );
  const left = members.map((member) => {
    const by = new Set(support[member]?.by);
    const hasWithout = (place: number) => (has[place] ?? 0) - Number(by.has(place));
    return { member, hasWithout, worth: worth - gain(member, hasWithout) };
  });
  const instead = others.map((option) => {
    const exchanged = left.map(({ member, hasWithout, worth }) => ({
      of: member,
      worth: worth + gain(option, hasWithout),
    }));
    const best = exchanged.reduce<{ of?: OptionIndex; worth: bigint }>(
      (best, each) => (best.of === undefined || each.worth > best.worth ? each : best),
      { worth },
    );
    return { option, supporters: supporters(option), ...best, worth: rational(best.worth, over) };
  });
  return {
    approving,
    without: left.map(({ member, worth }) => ({
      member,
      supporters: supporters(member),
      worth: rational(worth, over),
    })),
    instead,
  };
}

function oneByOne(
  profile: Profile<ApprovalBallot>,
  settings: CommitteeSettings,
  worthsOf: (seats: number) => Worths,
): Result<ElectedStage> {
  const options = standing(profile);
  const seats = Math.min(settings.seats, options.length);
  const support = supportOf(profile, 'votes');
  const { over, next } = worthsOf(seats);
  return counted(profile.options, settings.ties, (ties) => {
    const winners: OptionIndex[] = [];
    const stages: ElectedStage[] = [];
    while (winners.length < seats) {
      const has = membersOf(winners, support, profile.ballots.length);
      const gain = (option: OptionIndex) => {
        const by = support[option]?.by ?? [];
        const worth = (place: number) =>
          BigInt(profile.ballots[place]?.weight ?? 0) * (next[has[place] ?? 0] ?? 0n);
        return by.reduce((sum, place) => sum + worth(place), 0n);
      };
      const gains = options
        .filter((option) => !winners.includes(option))
        .map((option) => ({ option, gain: gain(option) }));
      const top = gains.reduce((top, each) => (each.gain > top.gain ? each : top));
      const equals = gains.flatMap(({ option, gain }) => (gain === top.gain ? [option] : []));
      const free = equals.length <= seats - winners.length ? apart(equals, support) : undefined;
      const option = free ?? ties.pick(equals, 'win', `${ascending(winners)}`);
      winners.push(option);
      stages.push({
        kind: 'elected',
        option,
        gains: gains.map(({ option, gain }) => ({ option, gain: rational(gain, over) })),
      });
    }
    return { winners, stages, turnout: supportTurnout(profile.ballots, support) };
  });
}

/** How many of these each ballot approves of. */
function membersOf(members: readonly OptionIndex[], support: readonly Support[], ballots: number): number[] {
  const has = Array.from({ length: ballots }, () => 0);
  for (const member of members) {
    for (const place of support[member]?.by ?? []) has[place] = (has[place] ?? 0) + 1;
  }
  return has;
}
