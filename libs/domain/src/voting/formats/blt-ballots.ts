import type { OptionIndex, Rank, RankedBallot } from '../profile';
import { type BltToken, shown, tokenError, wholeNumber } from './blt-tokens';
import { FormatError } from './format-error';

/** A ranking is kept as text until all ballots are read: a character for each candidate, and this between equals. */
const EQUAL = '\uFFFF';

const ZERO = 48;
const BLANK = 32 - ZERO;

/** As many as there are characters for. */
export const MOST_CANDIDATES = 0xffff;

/** The ballots of a BLT file; equal ones are added up as they come. */
export class BltBallots {
  private readonly weights = new Map<string, number>();
  private total = 0;
  private readonly ids = new Set<string>();
  private without = 0;
  /** Whether ballots end with 0, as the first one does; the place where it does not, should others do. */
  private ended: boolean | undefined;
  private unended = { line: 0, column: 0 };
  /** The ballot on which a candidate was met last. */
  private readonly met: Uint32Array;
  private ballot = 0;
  /** Room for the characters of a key. */
  private readonly codes: Uint16Array;

  constructor(
    candidates: number,
    private readonly candidate: (token: BltToken) => OptionIndex,
  ) {
    this.met = new Uint32Array(candidates);
    this.codes = new Uint16Array(candidates);
  }

  /**
   * The quick way for what nearly all lines are: a ballot of numbers alone, with 0 at its end. False where it is anything
   * else; nothing was taken then.
   */
  takePlain(line: string): boolean {
    if (this.ended !== true || this.ids.size > 0) return false;
    const met = ++this.ballot;
    let [weight, length, number, figures] = [0, -1, 0, 0];
    for (let at = 0; at <= line.length; at++) {
      const figure = at === line.length ? BLANK : line.charCodeAt(at) - ZERO;
      if (figure >= 0 && figure <= 9) {
        number = number * 10 + figure;
        figures++;
      } else if (figure !== BLANK || figures === 0 || figures > 9) return false;
      else {
        if (number === 0) return at === line.length && length >= 0 && this.addPlain(weight, length);
        if (length < 0) weight = number;
        else if (number > this.met.length || this.met[number - 1] === met) return false;
        else {
          this.met[number - 1] = met;
          this.codes[length] = number - 1;
        }
        length++;
        number = figures = 0;
      }
    }
    return false;
  }

  private addPlain(weight: number, length: number): boolean {
    if (!Number.isSafeInteger(this.total + weight)) return false;
    this.without++;
    this.total += weight;
    const key = String.fromCharCode(...this.codes.subarray(0, length));
    this.weights.set(key, (this.weights.get(key) ?? 0) + weight);
    return true;
  }

  /** A ballot that begins here; returns where the next one does, or undefined at the 0 after the last one. */
  take(tokens: readonly BltToken[], from: number, lineEnd: BltToken): number | undefined {
    const first = tokens[from] as BltToken;
    const id = first.text.startsWith('(');
    const weight = id ? 1 : wholeNumber(first);
    if (weight === 0) return undefined;
    if (!id) this.without++;
    if (this.without > 0 && this.ids.size > 0) throw tokenError('ballot_id_missing', first);
    this.ballot++;
    let key = '';
    for (let at = id ? this.takeId(tokens, from) : from + 1; at < tokens.length; at++) {
      const token = tokens[at] as BltToken;
      if (token.text === '0') {
        this.end(true, lineEnd);
        this.add(key, weight, first);
        return at + 1;
      }
      if (token.text !== '-') key += this.rank(token);
    }
    this.end(false, lineEnd);
    this.add(key, weight, first);
    return tokens.length;
  }

  private takeId(tokens: readonly BltToken[], from: number): number {
    const first = tokens[from] as BltToken;
    const length = tokens.slice(from).findIndex(({ text }) => text.endsWith(')')) + 1;
    if (length === 0) throw tokenError('ballot_id_not_ended', first);
    const parts = tokens.slice(from, from + length).map(({ text }) => text);
    const id = parts.join(' ').slice(1, -1).trim();
    if (this.ids.has(id)) throw tokenError('ballot_id_twice', first, { id: shown(id) });
    this.ids.add(id);
    return from + length;
  }

  private rank(token: BltToken): string {
    if (!token.text.includes('=')) return String.fromCharCode(this.ranked(token));
    let { column } = token;
    const equals = token.text.split('=').map((text) => {
      const each = { ...token, text, column };
      if (text === '') throw tokenError('rank_empty', each);
      column += text.length + 1;
      return this.ranked(each);
    });
    const sorted = equals.sort((a, b) => a - b);
    return sorted.map((candidate) => String.fromCharCode(candidate)).join(EQUAL);
  }

  private ranked(token: BltToken): OptionIndex {
    const candidate = this.candidate(token);
    if (this.met[candidate] === this.ballot)
      throw tokenError('candidate_twice', token, { candidate: shown(token.text) });
    this.met[candidate] = this.ballot;
    return candidate;
  }

  /** Either all ballots end with 0 or none: a forgotten 0 would make a weight a candidate. */
  private end(ended: boolean, { line, column }: BltToken): void {
    if (this.ended === undefined) {
      this.ended = ended;
      this.unended = { line, column };
    }
    if (this.ended === ended) return;
    const place = ended ? this.unended : { line, column };
    throw new FormatError('ballot_not_ended', place.line, place.column);
  }

  private add(key: string, weight: number, first: BltToken): void {
    this.total += weight;
    if (!Number.isSafeInteger(this.total)) throw tokenError('weights_too_large', first);
    this.weights.set(key, (this.weights.get(key) ?? 0) + weight);
  }

  all(): RankedBallot[] {
    // Millions of ballots fit where keys are let go of as they are read.
    const keys: (string | undefined)[] = [...this.weights.keys()];
    const weights = [...this.weights.values()];
    this.weights.clear();
    return weights.map((weight, index) => {
      const key = keys[index] ?? '';
      keys[index] = undefined;
      return { weight, ranking: ranking(key) };
    });
  }
}

function ranking(key: string): readonly Rank[] {
  const ranks: Rank[] = [];
  for (let at = 0; at < key.length; at++) {
    const equals = [key.charCodeAt(at)];
    while (key[at + 1] === EQUAL) {
      at += 2;
      equals.push(key.charCodeAt(at));
    }
    ranks.push(equals.length === 1 ? (equals[0] as OptionIndex) : equals);
  }
  // A copy is as long as it must be; what grew has room to spare, and there may be millions.
  return ranks.slice();
}
