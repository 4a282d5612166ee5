import { isShared, type OptionIndex, type Profile, type Rank, type RankedBallot } from '../profile';
import { BltReader } from './blt-reader';
import { linesOf } from './lines';

/** What a BLT file holds. */
export interface Blt {
  /** How many are elected. */
  seats: number;
  /** Equal ballots are one; ballots keep candidates who withdrew. */
  profile: Profile<RankedBallot>;
  /** All options in the order of `[tie …]`: of equals, the first is taken, to be elected or excluded. */
  tieOrder?: readonly OptionIndex[];
}

/**
 * Reads a BLT file (I. D. Hill, B. A. Wichmann and D. R. Woodall, Algorithm 123, 1987, with what OpenSTV, OpaVote and
 * Droop added): the numbers of candidates and seats; candidates who withdrew, as negative numbers; ballots, each a
 * weight, candidates from the most wanted on, and 0; a 0; names in quotation marks; a title.
 *
 * Also read, since real files have it:
 * - comments, from `#` to the end of the line, and in stars before the names;
 * - equals on a ballot as `3=4`, places left out as `-`, a ballot's id in parentheses instead of a weight of 1;
 * - `[nick …]`, `[tie …]`, `[withdrawn …]`; `[undeclared …]` as if withdrawn, for these can win nothing; `[droop …]`
 *   is passed over;
 * - no 0 after the last ballot where a quotation mark follows; no 0 after any ballot where each has its own line;
 * - names without quotation marks, a line each, or in comments as `# ALTERNATIVE NAME 1: Ann Bell`; no title; after the
 *   title a source and a comment, or free text, which are passed over;
 * - a comma at the end of a line; LF, CRLF or CR; a byte order mark.
 *
 * In names `""` and `\"` are a quotation mark, and blanks in a row are one. The id of an option is its name without the
 * party, which Scottish files add in quotation marks, unless that would name two.
 *
 * @throws FormatError with the code `header_missing`, `number_expected`, `number_too_large`, `no_candidates`,
 * `too_many_candidates`, `no_seats`, `option_unknown`, `option_incomplete`, `option_not_ended`, `candidate_unknown`,
 * `candidate_out_of_range`, `candidate_twice`, `rank_empty`, `ballot_not_ended`, `ballot_id_not_ended`,
 * `ballot_id_twice`, `ballot_id_missing`, `weights_too_large`, `text_after_end`, `names_missing`, `names_left_over`,
 * `quote_not_closed`, `text_after_quote`, `text_after_title` or `character_not_text`.
 */
export async function readBlt(chunks: AsyncIterable<string> | Iterable<string>): Promise<Blt> {
  const reader = new BltReader();
  for await (const lines of linesOf(chunks)) for (const line of lines) reader.take(line);
  return reader.finish();
}

/**
 * Writes what `readBlt` reads as the same, line by line. Names are written on one line. Ballots of weight 0 are left out:
 * a 0 there ends the ballots.
 */
export function* writeBlt({ seats, profile, tieOrder }: Blt): Generator<string, void, undefined> {
  const { options, ballots, title } = profile;
  yield `${options.length} ${seats}\n`;
  for (const [index, { withdrawn }] of options.entries()) if (withdrawn) yield `-${index + 1}\n`;
  if (tieOrder) yield `[tie ${tieOrder.map((index) => index + 1).join(' ')}]\n`;
  for (const { weight, ranking } of ballots)
    if (weight > 0) yield `${[weight, ...ranking.map(written), 0].join(' ')}\n`;
  yield '0\n';
  for (const { name } of options) yield quoted(name);
  if (title !== undefined) yield quoted(title);
}

const written = (rank: Rank) => (isShared(rank) ? rank : [rank]).map((index) => index + 1).join('=');

const quoted = (text: string) =>
  `"${text.replace(/\s+/g, ' ').replace(/\\/g, '\\\\').replace(/"/g, '""')}"\n`;
