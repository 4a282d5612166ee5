import type { Option } from '../profile';
import type { Rational } from '../rational';
import {
  amountOf,
  BallotBox,
  type BallotFile,
  type BallotKind,
  type FileOption,
  FileOptions,
} from './ballot-file';
import { shown } from './blt-tokens';
import { ballotOf } from './json-ballots';
import { JsonCursor } from './json-cursor';

const kinds: readonly BallotKind[] = ['ranked', 'approval', 'points', 'list'];

/**
 * Reads an object with these keys, in any order; those with a question mark may be missing:
 *
 * - `kind`: `ranked`, `approval`, `points` or `list`;
 * - `title`?: a text; `seats`?: a whole number; `budget`?: an amount;
 * - `options`: objects with an `id`, which is any text, and a `name`?, `withdrawn`? (true), `cost`? (an amount), and for
 *   lists `candidates`?: objects with `id`, `name`? and `withdrawn`?, in the order of the list;
 * - `ballots`: objects with a `weight`?, a whole number, 1 where it is missing, and, by their kind, `ranking`: ids from
 *   the most wanted on, and for equals an array of ids; `approved`: ids; `points`: an object of ids, each with a whole
 *   number; `list`: an id, or null for a blank ballot, and `preferred`?: ids of candidates.
 *
 * Amounts are numbers or texts such as `"1200.50"`: both are read exactly, digit by digit.
 *
 * @throws FormatError with `code` `json_invalid`, `string_not_ended`, `string_invalid`, `text_after_end`, `too_deep`,
 * `object_expected`, `array_expected`, `string_expected`, `whole_number_expected`, `boolean_expected`, `amount_expected`,
 * `number_too_large`, `key_unknown`, `key_twice`, `key_missing`, `kind_unknown`, `id_missing`, `option_twice`,
 * `option_unknown`, `option_repeated`, `candidate_twice`, `candidate_unknown`, `candidate_repeated`, `weights_too_large`
 * or `points_too_large`
 */
export async function readJson(pieces: AsyncIterable<string> | Iterable<string>): Promise<BallotFile> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return new JsonReader(new JsonCursor(all.join(''))).file();
}

class JsonReader {
  private kind: BallotKind | undefined;
  private listed = false;
  private ballotsAt: number | undefined;
  private voted = false;
  private readonly options = new FileOptions();
  private readonly box = new BallotBox();
  private readonly others: { title?: string; seats?: number; budget?: Rational } = {};

  constructor(private readonly json: JsonCursor) {}

  file(): BallotFile {
    const { json, others } = this;
    const missing = json.fail(json.at);
    json.object(['kind', 'title', 'seats', 'budget', 'options', 'ballots'], (key) => this.take(key));
    json.end();
    const { kind } = this;
    if (!kind) return missing('key_missing', { key: 'kind' });
    if (!this.listed) missing('key_missing', { key: 'options' });
    if (this.ballotsAt === undefined) return missing('key_missing', { key: 'ballots' });
    if (!this.voted) {
      json.at = this.ballotsAt;
      this.takeBallots(kind);
    }
    const { title, ...more } = others;
    const of = { options: this.options.all, ...(title === undefined ? {} : { title }) };
    return { ...more, ...this.box.file(kind, of) };
  }

  private take(key: string): void {
    const { json, others } = this;
    if (key === 'kind') this.kind = this.takeKind();
    else if (key === 'title') others.title = json.string();
    else if (key === 'seats') others.seats = json.wholeNumber();
    else if (key === 'budget') others.budget = this.amount();
    else if (key === 'options') this.takeOptions();
    else {
      this.ballotsAt = json.at;
      // What they say is known only with kind and options.
      if (this.kind && this.listed) this.takeBallots(this.kind);
      else json.skip();
    }
  }

  private takeKind(): BallotKind {
    const fail = this.json.fail(this.json.at);
    const found = this.json.string();
    const kind = kinds.find((each) => each === found);
    return kind ?? fail('kind_unknown', { found: shown(found), known: kinds.join(' ') });
  }

  private amount(): Rational {
    const { json } = this;
    const fail = json.fail(json.at);
    return amountOf(json.next() === '"' ? json.string() : json.numeral('amount_expected'), fail);
  }

  private takeOptions(): void {
    this.json.array(() => {
      const fail = this.json.fail(this.json.at);
      this.options.add(this.option(['id', 'name', 'withdrawn', 'cost', 'candidates']), fail);
    });
    this.listed = true;
  }

  private option(keys: readonly string[]): FileOption {
    const { json } = this;
    const missing = json.fail(json.at);
    const told: Partial<FileOption> = {};
    json.object(keys, (key) => {
      if (key === 'id') told.id = json.string();
      else if (key === 'name') told.name = json.string();
      else if (key === 'withdrawn') {
        if (json.boolean()) told.withdrawn = true;
      } else if (key === 'cost') told.cost = this.amount();
      else told.candidates = this.candidates();
    });
    const { id, name = id, ...more } = told;
    if (id === undefined || name === undefined) return missing('key_missing', { key: 'id' });
    return { id, name, ...more };
  }

  private candidates(): Option[] {
    const candidates = new FileOptions();
    this.json.array(() => {
      const fail = this.json.fail(this.json.at);
      candidates.add(this.option(['id', 'name', 'withdrawn']), (code, params) =>
        fail(code === 'option_twice' ? 'candidate_twice' : code, params),
      );
    });
    return candidates.all;
  }

  private takeBallots(kind: BallotKind): void {
    const { json } = this;
    this.voted = true;
    json.array(() => {
      const fail = json.fail(json.at);
      this.box.put(ballotOf(kind, json, this.options), fail);
    });
  }
}
