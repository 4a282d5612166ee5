import type { OptionIndex } from '../profile';
import type { Blt } from './blt';
import { BltBallots, MOST_CANDIDATES } from './blt-ballots';
import { BltNames } from './blt-names';
import { type BltToken, BltTokens, shown, tokenError, wholeNumber } from './blt-tokens';
import { FormatError } from './format-error';

/** Reads a BLT file line by line; what it takes is told at `readBlt`. */
export class BltReader {
  private part: 'candidates' | 'seats' | 'options' | 'ballots' | 'names' = 'candidates';
  private readonly tokens = new BltTokens();
  private candidates = 0;
  private seats = 0;
  private readonly withdrawn = new Set<OptionIndex>();
  private nicks = new Map<string, OptionIndex>();
  private tieOrder: OptionIndex[] | undefined;
  private option: { name: BltToken; items: BltToken[] } | undefined;
  private ballots = new BltBallots(0, () => 0);
  private readonly names = new BltNames();
  private end: BltToken = { text: '', line: 1, column: 1 };
  private line = 0;

  take(line: string): void {
    this.line++;
    this.end = { text: '', line: this.line, column: line.length + 1 };
    if (this.part === 'names') this.names.take(line, this.line, 0);
    else if (this.part !== 'ballots' || !this.ballots.takePlain(line)) this.takeTokens(line);
  }

  private takeTokens(line: string): void {
    const tokens = this.tokens.of(line.replace(/\s*,\s*$/, ''), this.line);
    let at = 0;
    for (let token = tokens[0]; token; token = tokens[at]) {
      const quoted = token.text.startsWith('"');
      if (quoted && (this.part === 'options' || this.part === 'ballots')) this.part = 'names';
      if (this.part === 'names') {
        // Names without quotation marks begin on a line of their own.
        if (!quoted) throw tokenError('text_after_end', token, { found: shown(token.text) });
        this.names.take(line, this.line, token.column - 1);
        return;
      }
      if (this.part === 'ballots') {
        const next = this.ballots.take(tokens, at, this.end);
        if (next === undefined) this.part = 'names';
        at = next ?? at + 1;
      } else if (this.takeBefore(token)) at++;
    }
  }

  /** What stands before the ballots. False for the first thing that does not. */
  private takeBefore(token: BltToken): boolean {
    if (this.part === 'candidates') {
      this.candidates = wholeNumber(token);
      if (this.candidates === 0) throw tokenError('no_candidates', token);
      if (this.candidates > MOST_CANDIDATES)
        throw tokenError('too_many_candidates', token, { most: MOST_CANDIDATES });
      this.ballots = new BltBallots(this.candidates, (each) => this.candidate(each));
      this.part = 'seats';
    } else if (this.part === 'seats') {
      this.seats = wholeNumber(token);
      if (this.seats === 0) throw tokenError('no_seats', token);
      this.part = 'options';
    } else if (this.option || token.text.startsWith('[')) this.takeOption(token);
    else if (/^-\d/.test(token.text)) {
      const number = { ...token, text: token.text.slice(1), column: token.column + 1 };
      this.withdrawn.add(this.candidate(number));
    } else {
      this.part = 'ballots';
      return false;
    }
    return true;
  }

  /** `[name item item]`, a token at a time. */
  private takeOption(token: BltToken): void {
    const closed = token.text.endsWith(']');
    const text = closed ? token.text.slice(0, -1) : token.text;
    if (!this.option) this.option = { name: { ...token, text: text.slice(1) }, items: [] };
    else if (text !== '') this.option.items.push({ ...token, text });
    if (!closed) return;
    const { name, items } = this.option;
    this.option = undefined;
    this.apply(name, items);
  }

  private apply(name: BltToken, items: readonly BltToken[]): void {
    const option = shown(name.text);
    const each = (taken: { readonly size: number }) => {
      if (taken.size === this.candidates && items.length === this.candidates) return;
      throw tokenError('option_incomplete', name, { option, found: taken.size, expected: this.candidates });
    };
    if (name.text === 'nick') {
      this.nicks = new Map(items.map(({ text }, index) => [text, index]));
      each(this.nicks);
    } else if (name.text === 'tie') {
      this.tieOrder = items.map((item) => this.candidate(item));
      each(new Set(this.tieOrder));
    } else if (name.text === 'withdrawn' || name.text === 'undeclared') {
      for (const item of items) this.withdrawn.add(this.candidate(item));
    } else if (name.text !== 'droop') throw tokenError('option_unknown', name, { option });
  }

  private candidate(token: BltToken): OptionIndex {
    const nick = this.nicks.get(token.text);
    if (nick !== undefined) return nick;
    if (!/^\d+$/.test(token.text))
      throw tokenError('candidate_unknown', token, { candidate: shown(token.text) });
    const number = Number(token.text);
    if (number === 0 || number > this.candidates)
      throw tokenError('candidate_out_of_range', token, { candidate: token.text, most: this.candidates });
    return number - 1;
  }

  finish(): Blt {
    if (this.part === 'candidates' || this.part === 'seats')
      throw new FormatError('header_missing', this.end.line, this.end.column);
    if (this.option) throw tokenError('option_not_ended', this.option.name);
    const { options, title } = this.names.finish(this.candidates, this.withdrawn, this.end);
    const ballots = this.ballots.all();
    return {
      seats: this.seats,
      profile: title === undefined ? { options, ballots } : { title, options, ballots },
      ...(this.tieOrder && { tieOrder: this.tieOrder }),
    };
  }
}
