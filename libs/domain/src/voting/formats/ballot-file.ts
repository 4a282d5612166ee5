import {
  type ApprovalBallot,
  isShared,
  type ListBallot,
  type Option,
  type OptionIndex,
  type PointsBallot,
  type Profile,
  type Rank,
  type RankedBallot,
} from '../profile';
import { ascending } from '../ranking';
import { parseRational, type Rational } from '../rational';
import { shown } from './blt-tokens';

/** An option as a file tells of it: a person, a project with its cost, a list with its candidates. */
export interface FileOption extends Option {
  cost?: Rational;
  candidates?: readonly Option[];
}

/** What a CSV or a JSON file holds. Ballots that say the same are one, with the weight of them all. */
export type BallotFile = { seats?: number; budget?: Rational } & (
  | { kind: 'ranked'; profile: Profile<RankedBallot, FileOption> }
  | { kind: 'approval'; profile: Profile<ApprovalBallot, FileOption> }
  | { kind: 'points'; profile: Profile<PointsBallot, FileOption> }
  | { kind: 'list'; profile: Profile<ListBallot, FileOption> }
);

export type BallotKind = BallotFile['kind'];
export type FileBallot = RankedBallot | ApprovalBallot | PointsBallot | ListBallot;

/** Says what is wrong, at the place that is being read. */
export type Fail = (code: string, params?: Record<string, string | number>) => never;

/** More figures than any amount or number of people has, and few enough to be read at once. */
const MOST_FIGURES = 40;

/** 0 or more. */
export function wholeNumber(text: string, fail: Fail): number {
  if (!/^\d+$/.test(text)) fail('whole_number_expected', { found: shown(text) });
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : fail('number_too_large', { most: Number.MAX_SAFE_INTEGER });
}

/** A decimal numeral, 0 or more. */
export function amountOf(text: string, fail: Fail): Rational {
  const amount = text.length > MOST_FIGURES ? undefined : parseRational(text);
  return amount && amount.n >= 0n ? amount : fail('amount_expected', { found: shown(text) });
}

/** Options by their ids. Any text can be an id, also `__proto__`. */
export class FileOptions {
  readonly all: FileOption[] = [];
  private readonly places = new Map<string, OptionIndex>();
  private readonly candidates: Map<string, number>[] = [];

  add(option: FileOption, fail: Fail): OptionIndex {
    if (option.id === '') fail('id_missing');
    if (this.places.has(option.id)) fail('option_twice');
    this.places.set(option.id, this.all.length);
    this.candidates.push(new Map(option.candidates?.map(({ id }, place) => [id, place])));
    return this.all.push(option) - 1;
  }

  addCandidate(list: OptionIndex, candidate: Option, fail: Fail): void {
    const option = this.all[list];
    const places = this.candidates[list];
    if (!option || !places) return;
    if (candidate.id === '') fail('id_missing');
    if (places.has(candidate.id)) fail('candidate_twice');
    places.set(candidate.id, places.size);
    option.candidates = [...(option.candidates ?? []), candidate];
  }

  place(id: string): OptionIndex | undefined {
    return this.places.get(id);
  }

  placeInList(list: OptionIndex, id: string): number | undefined {
    return this.candidates[list]?.get(id);
  }
}

/** Takes ballots as they are read; those that say the same become one. */
export class BallotBox {
  private readonly ballots = new Map<string, FileBallot>();
  private people = 0;
  private points = 0;

  /** Fails where so many people, or points, come together that sums were no longer exact. */
  put(ballot: FileBallot, fail: Fail): void {
    const { weight, ...said } = inOneWay(ballot);
    this.people += weight;
    if (!Number.isSafeInteger(this.people)) fail('weights_too_large');
    if ('points' in ballot) for (const each of ballot.points) this.points += each * weight;
    if (!Number.isSafeInteger(this.points)) fail('points_too_large');
    const key = JSON.stringify(said);
    const same = this.ballots.get(key);
    if (same) same.weight += weight;
    else this.ballots.set(key, { weight, ...said });
  }

  /** All of them, which are of this kind. */
  file(kind: BallotKind, of: Omit<Profile<never, FileOption>, 'ballots'>): BallotFile {
    const all = [...this.ballots.values()];
    switch (kind) {
      case 'ranked':
        return { kind, profile: { ...of, ballots: all.filter((each) => 'ranking' in each) } };
      case 'approval':
        return { kind, profile: { ...of, ballots: all.filter((each) => 'approved' in each) } };
      case 'points':
        return { kind, profile: { ...of, ballots: all.filter((each) => 'points' in each) } };
      case 'list':
        return { kind, profile: { ...of, ballots: all.filter((each) => 'list' in each) } };
    }
  }
}

/** The same ballot, in the one of all ways to write it in which equal ballots are equal texts. */
function inOneWay(ballot: FileBallot): FileBallot {
  if ('ranking' in ballot) return { ...ballot, ranking: ballot.ranking.map(rankInOneWay) };
  if ('approved' in ballot) return { ...ballot, approved: ascending(ballot.approved) };
  if ('list' in ballot) {
    const { weight, list, preferred = [] } = ballot;
    return preferred.length > 0 ? { weight, list, preferred: ascending(preferred) } : { weight, list };
  }
  const given = ballot.options.map((option, at): [number, number] => [option, ballot.points[at] ?? 0]);
  given.sort(([a], [b]) => a - b);
  return {
    ...ballot,
    options: given.map(([option]) => option),
    points: given.map(([, points]) => points),
  };
}

function rankInOneWay(rank: Rank): Rank {
  if (!isShared(rank)) return rank;
  return rank.length === 1 ? (rank[0] ?? 0) : ascending(rank);
}
