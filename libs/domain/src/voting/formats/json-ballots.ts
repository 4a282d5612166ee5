import type { OptionIndex, Rank } from '../profile';
import type { BallotKind, Fail, FileBallot, FileOptions } from './ballot-file';
import { shown } from './blt-tokens';
import type { JsonCursor } from './json-cursor';

/** What a ballot of each kind says besides its weight. */
const saidBy = {
  ranked: ['ranking'],
  approval: ['approved'],
  points: ['points'],
  list: ['list', 'preferred'],
} as const;

/** An id as it is written, and how to fail there. */
type Id = readonly [id: string, fail: Fail];

interface Told {
  weight: number;
  ranking?: Rank[];
  approved?: OptionIndex[];
  given?: { options: OptionIndex[]; points: number[] };
  list?: OptionIndex | null;
  preferred: readonly Id[];
}

/** The ballot that stands here, which is of this kind. */
export function ballotOf(kind: BallotKind, json: JsonCursor, options: FileOptions): FileBallot {
  const missing = json.fail(json.at);
  const told: Told = { weight: 1, preferred: [] };
  json.object(['weight', ...saidBy[kind]], (key) => {
    if (key === 'weight') told.weight = json.wholeNumber();
    else if (key === 'ranking') told.ranking = rankingOf(json, options);
    else if (key === 'approved') told.approved = placesOf(idsOf(json), options);
    else if (key === 'points') told.given = pointsOf(json, options);
    else if (key === 'list') told.list = json.null() ? null : (placesOf([idOf(json)], options)[0] ?? null);
    else told.preferred = idsOf(json);
  });
  const { weight, ranking, approved, given, list, preferred } = told;
  if (ranking) return { weight, ranking };
  if (approved) return { weight, approved };
  if (given) return { weight, ...given };
  if (list === undefined) return missing('key_missing', { key: saidBy[kind][0] });
  return { weight, list, preferred: candidatesOf(preferred, list, options) };
}

function rankingOf(json: JsonCursor, options: FileOptions): Rank[] {
  const ranks: Rank[] = [];
  const met = new Set<OptionIndex>();
  json.array(() => {
    const rank = placesOf(json.next() === '[' ? idsOf(json) : [idOf(json)], options, met);
    if (rank.length > 0) ranks.push(rank);
  });
  return ranks;
}

function pointsOf(json: JsonCursor, options: FileOptions) {
  const ids: Id[] = [];
  const points: number[] = [];
  json.entries((id, fail) => {
    ids.push([id, fail]);
    points.push(json.wholeNumber());
  });
  return { options: placesOf(ids, options), points };
}

function idsOf(json: JsonCursor): Id[] {
  const ids: Id[] = [];
  json.array(() => {
    ids.push(idOf(json));
  });
  return ids;
}

function idOf(json: JsonCursor): Id {
  const fail = json.fail(json.at);
  return [json.string(), fail];
}

/** Where these options stand; none of them may be among those that were met before. */
function placesOf(ids: readonly Id[], options: FileOptions, met = new Set<OptionIndex>()): OptionIndex[] {
  return ids.map(([id, fail]) => {
    const place = options.place(id) ?? fail('option_unknown', { option: shown(id) });
    if (met.has(place)) fail('option_repeated', { option: shown(id) });
    met.add(place);
    return place;
  });
}

function candidatesOf(ids: readonly Id[], list: OptionIndex | null, options: FileOptions): number[] {
  const met = new Set<number>();
  for (const [id, fail] of ids) {
    const place = list === null ? undefined : options.placeInList(list, id);
    const known = place ?? fail('candidate_unknown', { candidate: shown(id) });
    if (met.has(known)) fail('candidate_repeated', { candidate: shown(id) });
    met.add(known);
  }
  return [...met];
}
