import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Option, OptionIndex } from './profile';
import { ascending } from './ranking';
import type { Finding, Result } from './result';

/**
 * What decides between options that a method cannot tell apart.
 * `all`: nothing; every outcome is found. `order`: the option that stands first in `among` has the better of it, which is
 * the list of the profile where nothing is said. `lot`: an order drawn by chance from a seed that was made public after the last ballot, so that anybody can draw it
 * again: the options in ascending order of the SHA-256 of `<seed>:<id>` in hexadecimal.
 */
export type TieRule =
  | { kind: 'all' }
  | { kind: 'order'; among?: readonly OptionIndex[] }
  | { kind: 'lot'; seed: string };

/** What a tie was about: who of the equals wins, who of them goes, or which of several sets is taken. */
export type TieFor = 'win' | 'lose' | 'set';

/** Equals, and whom the rule took. Sets are written one after another. */
export interface Tie {
  for: TieFor;
  among: readonly (readonly OptionIndex[])[];
  taken: readonly OptionIndex[];
}

/** How a method asks for a decision between equals. */
export interface Ties {
  /**
   * Of equals, the one to take. `win`: the one that has the better of it; `lose`: the one that has the worse.
   * `state`: all that the further count depends on, as text; where it is given, a state that was looked at already is
   * not looked at again when every outcome is sought.
   */
  pick(among: readonly OptionIndex[], purpose: 'win' | 'lose', state?: string): OptionIndex;
  /** Of sets that are equally good, the one to take: the first one in which the better options stand. */
  pickSet(sets: readonly (readonly OptionIndex[])[]): readonly OptionIndex[];
}

/** How many ways through a count are followed before the search for every outcome stops. */
export const WAYS = 20_000;

/** Counts by a method, with ties decided by a rule. */
export function counted<Stage>(
  options: readonly Option[],
  tieRule: TieRule,
  method: (ties: Ties) => Finding<Stage>,
): Result<Stage> {
  if (tieRule.kind === 'all') return everyOutcome(tieRule, method);
  const ties: Tie[] = [];
  const places = placesBy(options, tieRule);
  const finding = method({
    pick(among, purpose) {
      const best = [...among].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      const taken = (purpose === 'win' ? best[0] : best.at(-1)) ?? 0;
      if (among.length > 1) ties.push({ for: purpose, among: among.map((each) => [each]), taken: [taken] });
      return taken;
    },
    pickSet(sets) {
      const taken = firstSet(sets, places);
      if (sets.length > 1) ties.push({ for: 'set', among: sets, taken });
      return taken;
    },
  });
  return { ...finding, outcomes: [ascending(finding.winners)], complete: true, tieRule, ties };
}

/** The place of each option in the order of preference by this rule. */
function placesBy(options: readonly Option[], rule: Exclude<TieRule, { kind: 'all' }>): number[] {
  const listed = options.map((_, index) => index);
  const order =
    rule.kind === 'order' ? [...new Set([...(rule.among ?? []), ...listed])] : drawn(options, rule.seed);
  const places: number[] = [];
  for (const [place, index] of order.entries()) places[index] = place;
  return places;
}

function drawn(options: readonly Option[], seed: string): OptionIndex[] {
  const hashes = options.map(({ id }) => bytesToHex(sha256(utf8ToBytes(`${seed}:${id}`))));
  return hashes.map((_, index) => index).sort((a, b) => compare(hashes[a] ?? '', hashes[b] ?? ''));
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

function firstSet(sets: readonly (readonly OptionIndex[])[], places: readonly number[]) {
  const placed = sets.map((set) => ({
    set,
    places: ascending(set.map((each) => places[each] ?? 0)),
  }));
  placed.sort((a, b) => compareSets(a.places, b.places));
  return placed[0]?.set ?? [];
}

/** Thrown through a method to leave a way that another has gone before. */
const known = Symbol('known');

/**
 * Runs the method once for each way through its ties, depth first: a run follows the decisions of its script and takes
 * the first of the equals at each tie beyond; the others are left for later runs.
 */
function everyOutcome<Stage>(tieRule: TieRule, method: (ties: Ties) => Finding<Stage>): Result<Stage> {
  const outcomes = new Map<string, OptionIndex[]>();
  const seen = new Set<string>();
  const scripts: number[][] = [[]];
  let first: { finding: Finding<Stage>; ties: Tie[] } | undefined;
  let ways = 0;
  for (let script = scripts.pop(); script && ways < WAYS; script = scripts.pop(), ways++) {
    const taken: number[] = [];
    const ties: Tie[] = [];
    const decide = <Choice>(among: readonly Choice[], state?: string): Choice => {
      const at = taken.length;
      if (at >= script.length) {
        if (state !== undefined && seen.has(state)) throw known;
        if (state !== undefined) seen.add(state);
        for (let other = among.length - 1; other > 0; other--) scripts.push([...taken, other]);
      }
      const choice = script[at] ?? 0;
      taken.push(choice);
      return among[choice] as Choice;
    };
    try {
      const finding = method({
        pick(among, purpose, state) {
          if (among.length === 1) return among[0] as OptionIndex;
          const sorted = ascending(among);
          const choice = decide(purpose === 'win' ? sorted : sorted.reverse(), state);
          ties.push({ for: purpose, among: among.map((each) => [each]), taken: [choice] });
          return choice;
        },
        pickSet(sets) {
          if (sets.length === 1) return sets[0] ?? [];
          const choice = decide(sets);
          ties.push({ for: 'set', among: sets, taken: choice });
          return choice;
        },
      });
      first ??= { finding, ties };
      const outcome = ascending(finding.winners);
      outcomes.set(outcome.join(), outcome);
    } catch (thrown) {
      if (thrown !== known) throw thrown;
    }
  }
  if (!first) throw new Error('A method found nothing.');
  const all = [...outcomes.values()].sort(compareSets);
  return {
    ...first.finding,
    winners: inAll(first.finding.winners, all),
    outcomes: all,
    complete: scripts.length === 0,
    tieRule,
    ties: first.ties,
  };
}

/** Those who win in every outcome; who wins several seats, as many of them as in every outcome. */
function inAll(winners: readonly OptionIndex[], outcomes: readonly (readonly OptionIndex[])[]) {
  const met = new Map<OptionIndex, number>();
  return winners.filter((each) => {
    const nth = (met.get(each) ?? 0) + 1;
    met.set(each, nth);
    return outcomes.every((outcome) => outcome.filter((other) => other === each).length >= nth);
  });
}

function compareSets(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Infinity);
}
