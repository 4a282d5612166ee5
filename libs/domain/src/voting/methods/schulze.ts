import type { OptionIndex, Profile, RankedBallot } from '../profile';
import { levels, seated } from '../ranking';
import type { Result } from '../result';
import { counted, type TieRule } from '../ties';
import {
  type Majority,
  majorities,
  type PairwiseSettings,
  type PairwiseStage,
  type PairwiseTable,
  pairwise,
  rankedTurnout,
  type Strength,
} from './pairwise';

export interface SchulzeSettings extends PairwiseSettings {
  /** `winning-votes` where nothing is said. */
  strength?: Strength;
  ties: TieRule;
}

export interface PathsStage {
  kind: 'paths';
  /** How strong the strongest path from `a` to `b` is, at `[a][b]`, from 1 for the weakest majority on; 0 where there is none. */
  width: readonly (readonly number[])[];
  /** The weakest majority on the strongest path from `a` to `b`, at `[a][b]`; null where there is no path. */
  weakest: readonly (readonly (Majority | null)[])[];
  /** The option after `a` on that path, at `[a][b]`; null where there is no path. */
  next: readonly (readonly (OptionIndex | null)[])[];
}

export type SchulzeStage = PairwiseStage | PathsStage;

/**
 * Schulze's method (M. Schulze, Social Choice and Welfare 36, 2011). A path leads from option to option, from the winner
 * of each majority to its loser, and is as strong as its weakest majority; `a` is above `b` where the strongest path
 * from `a` to `b` is stronger than the one back. Above the winner is nobody. The ranking is by levels of that order:
 * several seats are filled from its top.
 */
export function schulze(profile: Profile<RankedBallot>, settings: SchulzeSettings): Result<SchulzeStage> {
  return counted(profile.options, settings.ties, (ties) => {
    const table = pairwise(profile, settings.unranked);
    const { width, weakest, next } = strongestPaths(table, settings.strength ?? 'winning-votes');
    const ranking = levels(table.among, (a, b) => (width[a]?.[b] ?? 0) > (width[b]?.[a] ?? 0));
    return {
      winners: seated(ranking, settings.seats ?? 1, ties),
      stages: [
        { kind: 'pairwise', table },
        { kind: 'paths', width, weakest, next },
      ],
      turnout: rankedTurnout(profile),
      ranking,
    };
  });
}

/** The options from `a` to `b` along the strongest path, both included; empty where there is no path. */
export function strongestPath({ next }: PathsStage, a: OptionIndex, b: OptionIndex): OptionIndex[] {
  const path = [a];
  for (let at: OptionIndex = a; at !== b; path.push(at)) {
    const step = next[at]?.[b] ?? null;
    if (step === null) return [];
    at = step;
  }
  return path;
}

/** Floyd's algorithm. A width is the place of a majority among all by strength, from 1 for the weakest; 0 is no path. */
function strongestPaths({ among, preferred }: PairwiseTable, strength: Strength) {
  const order = majorities({ among, preferred }, strength).reverse();
  const width = preferred.map((row) => row.map(() => 0));
  const weakest = preferred.map((row) => row.map((): Majority | null => null));
  const next = preferred.map((row) => row.map((): OptionIndex | null => null));
  for (const [place, equals] of order.entries()) {
    for (const majority of equals) {
      const { winner, loser } = majority;
      set(width, winner, loser, place + 1);
      set(weakest, winner, loser, majority);
      set(next, winner, loser, loser);
    }
  }
  for (const via of among) {
    for (const from of among) {
      const there = width[from]?.[via] ?? 0;
      if (there === 0 || from === via) continue;
      for (const to of among) {
        const on = width[via]?.[to] ?? 0;
        if (to === from || Math.min(there, on) <= (width[from]?.[to] ?? 0)) continue;
        set(width, from, to, Math.min(there, on));
        set(weakest, from, to, (there <= on ? weakest[from]?.[via] : weakest[via]?.[to]) ?? null);
        set(next, from, to, next[from]?.[via] ?? null);
      }
    }
  }
  return { width, weakest, next };
}

function set<Value>(matrix: Value[][], row: number, column: number, value: Value) {
  (matrix[row] as Value[])[column] = value;
}
