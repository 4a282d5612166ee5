import type { Option } from '../profile';
import {
  amountOf,
  BallotBox,
  type BallotFile,
  type BallotKind,
  type Fail,
  FileOptions,
  wholeNumber,
} from './ballot-file';
import { shown } from './blt-tokens';
import { ballotOf, type Cell, type Places } from './csv-ballots';
import { cellText } from './csv-cells';
import { FormatError } from './format-error';
import { type Row, SeparatedRows } from './separated-rows';

/** The column that says of which kind ballots are. */
const kinds: ReadonlyMap<string, BallotKind> = new Map([
  ['ranking', 'ranked'],
  ['approved', 'approval'],
  ['points', 'points'],
  ['list', 'list'],
]);

const columns = ['option', 'name', 'withdrawn', 'cost', 'weight', 'votes', 'preferred', ...kinds.keys()];

/**
 * Reads ballots from a table as spreadsheets have it: fields between commas, semicolons or tabs, in quotes where they
 * must be; the first row names the columns, in any order. A row is a ballot, or as many as its `weight` (also `votes`)
 * says, 1 where there is no such column. What it says stands in one of the columns
 *
 * - `ranking`: `Ann > Bea = Cem > Dan`, from the most wanted on, equals with `=`;
 * - `approved`: `Ann | Bea`;
 * - `points`: `Ann: 3 | Bea: 1`, whole numbers;
 * - `list`: `Greens`, and those of its candidates whom the ballot prefers in `preferred`: `Ann | Bea`.
 *
 * An empty one is a blank ballot. Options are those that ballots name, in the order in which they first do, or else those
 * that have rows of their own before all ballots, with their ids in the column `option`, and `name`, `withdrawn` (`yes`)
 * and `cost` (`1200.50`) where they are known; a row with a `list` besides is a candidate of that list, and those come
 * in the order of the list. In texts, a backslash takes away the meaning of a sign: `A\>B`. Title, seats and budget have
 * no place there.
 *
 * @throws FormatError with `code` `header_missing`, `column_unknown`, `column_twice`, `ballot_column_missing`,
 * `ballot_columns_rival`, `field_beyond_columns`, `field_unexpected`, `id_missing`, `option_twice`, `option_unknown`,
 * `option_after_ballots`, `option_repeated`, `candidate_twice`, `candidate_unknown`, `candidate_repeated`,
 * `points_missing`, `weight_missing`, `whole_number_expected`, `number_too_large`, `weights_too_large`,
 * `points_too_large`, `amount_expected`, `yes_or_no_expected`, `not_text`, `text_after_quote` or `unclosed_quote`
 */
export async function readCsv(pieces: AsyncIterable<string> | Iterable<string>): Promise<BallotFile> {
  const reader = new CsvReader();
  let rows: SeparatedRows | undefined;
  let begun = '';
  const push = () => {
    rows ??= new SeparatedRows(separatorOf(begun), (row) => reader.take(row));
    rows.push(begun);
    begun = '';
  };
  for await (const piece of pieces) {
    begun += piece;
    // Which sign separates fields says the first row; what has none so far on may be no table at all.
    if (rows || begun.length > 10_000 || /\S.*[\r\n]/.test(begun)) push();
  }
  push();
  rows?.end();
  return reader.whole();
}

/** Of the signs that can separate fields, the one that stands first in the first row. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1);
  return /[,;\t]/.exec(first)?.[0] ?? ',';
}

class CsvReader {
  private header: ReadonlyMap<string, number> | undefined;
  private kind: BallotKind = 'ranked';
  private readonly options = new FileOptions();
  private readonly box = new BallotBox();
  /** Whether options have rows of their own. */
  private listed = false;
  private voted = false;

  take(row: Row): void {
    if (!this.header) this.header = this.headerOf(row);
    else if (row.fields.some((field) => field.trim() !== '')) this.takeMore(row, this.header);
  }

  whole(): BallotFile {
    if (!this.header) throw new FormatError('header_missing', 1, 1);
    return this.box.file(this.kind, { options: this.options.all });
  }

  private headerOf(row: Row): Map<string, number> {
    const header = new Map<string, number>();
    const last = row.fields.findLastIndex((field) => field.trim() !== '');
    for (const [at, field] of row.fields.slice(0, last + 1).entries()) {
      const name = field.trim().toLowerCase();
      if (!columns.includes(name)) failAt(row, at)('column_unknown', { column: shown(name) });
      const column = name === 'votes' ? 'weight' : name;
      if (header.has(column)) failAt(row, at)('column_twice', { column });
      header.set(column, at);
    }
    const [kind, ...more] = [...kinds.keys()].filter((each) => header.has(each));
    if (kind === undefined) failAt(row)('ballot_column_missing', { columns: [...kinds.keys()].join(' ') });
    if (more.length > 0) failAt(row)('ballot_columns_rival', { columns: [kind, ...more].join(' ') });
    this.kind = kinds.get(kind ?? '') ?? 'ranked';
    return header;
  }

  private takeMore(row: Row, header: ReadonlyMap<string, number>): void {
    const extra = row.fields.findIndex((field, at) => at >= header.size && field.trim() !== '');
    if (extra >= 0) failAt(row, extra)('field_beyond_columns');
    const cell = (column: string): Cell => {
      const field = header.get(column);
      return {
        text: (field === undefined ? undefined : row.fields[field]) ?? '',
        fail: (at = 0) => failAt(row, field, at),
      };
    };
    if (cell('option').text.trim() === '') this.takeBallot(cell, header.has('weight'));
    else this.takeOption(cell);
  }

  private takeOption(cell: (column: string) => Cell): void {
    const { fail } = cell('option');
    if (this.voted) fail()('option_after_ballots');
    this.listed = true;
    const list = cell('list');
    const candidate = list.text.trim() !== '';
    const others = ['weight', 'preferred', 'ranking', 'approved', 'points', ...(candidate ? ['cost'] : [])];
    refuse(others.map(cell));
    const id = cellText(cell('option').text);
    const option: Option = { id, name: cellText(cell('name').text) || id };
    if (isYes(cell('withdrawn'))) option.withdrawn = true;
    if (candidate) {
      this.options.addCandidate(this.places.option(cellText(list.text), list.fail()), option, fail());
      return;
    }
    const { text, fail: failInCost } = cell('cost');
    const cost = text.trim() === '' ? undefined : amountOf(text.trim(), failInCost());
    this.options.add(cost ? { ...option, cost } : option, fail());
  }

  private takeBallot(cell: (column: string) => Cell, weighted: boolean): void {
    this.voted = true;
    refuse(['name', 'withdrawn', 'cost'].map(cell));
    const { text, fail } = cell('weight');
    if (weighted && text.trim() === '') fail()('weight_missing');
    const weight = weighted ? wholeNumber(text.trim(), fail()) : 1;
    this.box.put(ballotOf(this.kind, weight, cell, this.places), fail());
  }

  private readonly places: Places = {
    option: (id, fail) => {
      const place = this.options.place(id);
      if (place !== undefined) return place;
      return this.listed
        ? fail('option_unknown', { option: shown(id) })
        : this.options.add({ id, name: id }, fail);
    },
    candidate: (list, id, fail) => {
      const place = list === null ? undefined : this.options.placeInList(list, id);
      return place ?? fail('candidate_unknown', { candidate: shown(id) });
    },
  };
}

/** Refuses what stands in a row in which it says nothing. */
function refuse(cells: readonly Cell[]): void {
  for (const { text, fail } of cells)
    if (text.trim() !== '') fail()('field_unexpected', { found: shown(text.trim()) });
}

function isYes({ text, fail }: Cell): boolean {
  const said = text.trim().toLowerCase();
  if (!['', 'no', 'yes'].includes(said)) fail()('yes_or_no_expected', { found: shown(said) });
  return said === 'yes';
}

function failAt({ lines, columns }: Row, field = 0, at = 0): Fail {
  return (code, params) => {
    throw new FormatError(
      code,
      lines[field] ?? lines[0] ?? 1,
      (columns[field] ?? columns[0] ?? 1) + at,
      params,
    );
  };
}
