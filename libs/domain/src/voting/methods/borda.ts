import { isShared, type OptionIndex, type Profile, type RankedBallot, standing } from '../profile';
import { ranked, seated } from '../ranking';
import { compareRationals, over, plus, type Rational, rational, times, zero } from '../rational';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';
import { rankedTurnout } from './pairwise';

/**
 * What a place is worth. `classic`: among n options n points for the first place, one less for each further one.
 * `modified`: the same among those options alone that a ballot ranks, so that who ranks few gives few (P. Emerson).
 * `dowdall`: 1 for the first place, 1/2 for the second, 1/3 for the third, as in Nauru.
 */
export type BordaVariant = 'classic' | 'modified' | 'dowdall';

export interface BordaSettings {
  /** 1 where nothing is said. */
  seats?: number;
  /** `classic` where nothing is said. */
  variant?: BordaVariant;
  /**
   * What options get that a ballot does not rank: `shared`, equal parts of the points of the last places; or `nothing`,
   * as always in the modified count. `shared` where nothing is said.
   */
  unranked?: 'shared' | 'nothing';
  ties: TieRule;
}

export interface PointsStage {
  kind: 'points';
  points: readonly { option: OptionIndex; points: Rational }[];
}

/**
 * Borda's count (J.-C. de Borda, 1784). Options that share a rank share the points of the places that they take
 * together in equal parts. Options that can no longer win are passed over, and those after them move up.
 */
export function borda(profile: Profile<RankedBallot>, settings: BordaSettings): Result<PointsStage> {
  const { seats = 1, variant = 'classic' } = settings;
  const shared = variant !== 'modified' && settings.unranked !== 'nothing';
  return counted(profile.options, settings.ties, (ties) => {
    const among = standing(profile);
    const held = new Map(among.map((option) => [option, new PlacesHeld()]));
    for (const { weight, ranking } of profile.ballots) {
      const groups = ranking
        .map((rank) => (isShared(rank) ? rank : [rank]).filter((option) => held.has(option)))
        .filter((group) => group.length > 0);
      const named = new Set(groups.flat());
      if (named.size === 0) continue;
      if (shared && named.size < among.length) groups.push(among.filter((option) => !named.has(option)));
      const places = variant === 'modified' ? named.size : among.length;
      let above = 0;
      for (const group of groups) {
        for (const option of group) held.get(option)?.add(weight, above + 1, group.length, places);
        above += group.length;
      }
    }
    const worth = variant === 'dowdall' ? harmonic : descending;
    const points = Array.from(held, ([option, places]) => ({ option, points: places.points(worth) }));
    const pointsOf = new Map(points.map(({ option, points }) => [option, points]));
    const ranking = ranked(among, (a, b) =>
      compareRationals(pointsOf.get(b) ?? zero, pointsOf.get(a) ?? zero),
    );
    return {
      winners: seated(ranking, seats, ties),
      stages: [{ kind: 'points', points }],
      turnout: rankedTurnout(profile),
      ranking,
    };
  });
}

type Worth = (place: number, places: number) => Rational;

const descending: Worth = (place, places) => rational(places + 1 - place);
const harmonic: Worth = (place) => rational(1, place);

/** By how many people an option was put where: most of them do so alike, and fractions are slow. */
class PlacesHeld {
  private readonly held = new Map<
    string,
    { people: number; first: number; shared: number; places: number }
  >();

  /** The option shares, with others, as many places as `shared`, from the place `first` on, of `places`. */
  add(people: number, first: number, shared: number, places: number): void {
    const key = `${first} ${shared} ${places}`;
    const same = this.held.get(key);
    if (same) same.people += people;
    else this.held.set(key, { people, first, shared, places });
  }

  points(worth: Worth): Rational {
    let points = zero;
    for (const { people, first, shared, places } of this.held.values()) {
      let sum = zero;
      for (let place = first; place < first + shared; place++) sum = plus(sum, worth(place, places));
      points = plus(points, times(rational(people), over(sum, rational(shared))));
    }
    return points;
  }
}
