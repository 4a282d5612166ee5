import { type OptionIndex, type PointsBallot, type Profile, standing } from '../profile';
import { ranked, seated } from '../ranking';
import { compareRationals, type Rational, rational, zero } from '../rational';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';

export interface ScoreSettings {
  /** 1 where nothing is said. */
  seats?: number;
  /** As many points as a ballot may give to one option; as many as it likes where nothing is said. */
  most?: number;
  /**
   * What a ballot says of options to which it gives no points: `zero`, where the sum of points decides; or nothing
   * (`silent`), where the mean of the points that were given decides. `zero` where nothing is said.
   */
  unscored?: 'zero' | 'silent';
  ties: TieRule;
}

export interface ScoresStage {
  kind: 'scores';
  /** `people` gave points to the option, `sum` in all; `score` is what decides. */
  scores: readonly { option: OptionIndex; people: number; sum: Rational; score: Rational }[];
}

/**
 * Score voting, by the sum or by the mean of points. A ballot that gives more than `most` to an option, or parts of a
 * point, is not counted. An option to which nobody gave points has a score of 0.
 */
export function score(profile: Profile<PointsBallot>, settings: ScoreSettings): Result<ScoresStage> {
  const { seats = 1, most = Number.MAX_SAFE_INTEGER, unscored = 'zero' } = settings;
  const valid = (points: number) => Number.isSafeInteger(points) && points >= 0 && points <= most;
  return counted(profile.options, settings.ties, (ties) => {
    const sums = new Map(standing(profile).map((option) => [option, { sum: 0n, people: 0 }]));
    const turnout = { cast: 0, counted: 0 };
    for (const { weight, options, points } of profile.ballots) {
      turnout.cast += weight;
      const heard = options.flatMap((option, at) => [{ to: sums.get(option), given: points[at] ?? 0 }]);
      if (!points.every(valid) || heard.every(({ to }) => to === undefined)) continue;
      turnout.counted += weight;
      for (const { to, given } of heard) {
        if (!to) continue;
        to.sum += BigInt(weight) * BigInt(given);
        to.people += weight;
      }
    }
    const scores = Array.from(sums, ([option, { sum, people }]) => {
      const mean = people > 0 ? rational(sum, people) : zero;
      return { option, people, sum: rational(sum), score: unscored === 'zero' ? rational(sum) : mean };
    });
    const scoreOf = new Map(scores.map(({ option, score }) => [option, score]));
    const ranking = ranked([...sums.keys()], (a, b) =>
      compareRationals(scoreOf.get(b) ?? zero, scoreOf.get(a) ?? zero),
    );
    return { winners: seated(ranking, seats, ties), stages: [{ kind: 'scores', scores }], turnout, ranking };
  });
}
