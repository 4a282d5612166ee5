import { type Fail, wholeNumber } from './ballot-file';
import { shown } from './blt-tokens';
import { FormatError } from './format-error';

/** Values in one another, of which no more are read. */
const DEEPEST = 50;

/**
 * Reads JSON (RFC 8259) value by value, by what is expected next, so that a long text never becomes a tree, every error
 * has its place, and no name in it means anything but itself.
 */
export class JsonCursor {
  at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) this.at = 1;
    this.blank();
  }

  /** Fails where the cursor is, or at this place. */
  fail(at = this.at): Fail {
    return (code, params) => {
      const before = this.text.slice(this.text.startsWith('\ufeff') ? 1 : 0, at).split(/\r\n|\n|\r/);
      throw new FormatError(code, before.length, (before.at(-1)?.length ?? 0) + 1, params);
    };
  }

  /** Each key must be among these, and at most once there; `take` reads its value. */
  object(keys: readonly string[], take: (key: string, fail: Fail) => void): void {
    const met = new Set<string>();
    this.entries((key, fail) => {
      if (!keys.includes(key)) fail('key_unknown', { key: shown(key) });
      if (met.has(key)) fail('key_twice', { key });
      met.add(key);
      take(key, fail);
    });
  }

  /** Any keys, as often as they stand there; `take` reads the value. */
  entries(take: (key: string, fail: Fail) => void): void {
    this.open('{', 'object_expected');
    this.each('}', () => {
      const fail = this.fail(this.at);
      const key = this.string();
      this.sign(':');
      take(key, fail);
    });
  }

  array(take: () => void): void {
    this.open('[', 'array_expected');
    this.each(']', take);
  }

  string(): string {
    const from = this.at;
    if (this.next() !== '"') this.fail()('string_expected', { found: this.found() });
    let end = from + 1;
    for (let code = this.text.charCodeAt(end); code !== 34; code = this.text.charCodeAt(end)) {
      if (Number.isNaN(code)) this.fail(from)('string_not_ended');
      if (code < 32) this.fail(end)('json_invalid', { found: shown(this.text.charAt(end)) });
      end += code === 92 ? 2 : 1;
    }
    this.at = end + 1;
    const string = parsed(this.text.slice(from, this.at));
    if (string === undefined) return this.fail(from)('string_invalid');
    this.blank();
    return string;
  }

  /** A number as it is written. */
  numeral(code = 'number_expected'): string {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.at;
    const [numeral] = pattern.exec(this.text) ?? [];
    if (numeral === undefined) return this.fail()(code, { found: this.found() });
    this.at += numeral.length;
    this.blank();
    return numeral;
  }

  /** 0 or more. */
  wholeNumber(): number {
    const fail = this.fail(this.at);
    return wholeNumber(this.numeral('whole_number_expected'), fail);
  }

  boolean(): boolean {
    if (this.word('true')) return true;
    return this.word('false') ? false : this.fail()('boolean_expected', { found: this.found() });
  }

  /** Whether a null stands here, which is then read. */
  null(): boolean {
    return this.word('null');
  }

  /** The first character of the next value; empty at the end. */
  next(): string {
    return this.text.charAt(this.at);
  }

  /** Reads any value, and forgets it. */
  skip(): void {
    const first = this.next();
    if (first === '{') this.entries(() => this.skip());
    else if (first === '[') this.array(() => this.skip());
    else if (first === '"') this.string();
    else if (!['true', 'false', 'null'].some((word) => this.word(word))) this.numeral('json_invalid');
  }

  end(): void {
    if (this.at < this.text.length) this.fail()('text_after_end', { found: this.found() });
  }

  private open(bracket: string, code: string): void {
    if (this.next() !== bracket) this.fail()(code, { found: this.found() });
    if (++this.depth > DEEPEST) this.fail()('too_deep', { most: DEEPEST });
    this.at++;
    this.blank();
  }

  private each(bracket: string, take: () => void): void {
    for (let first = true; this.next() !== bracket; first = false) {
      if (!first) this.sign(',');
      take();
    }
    this.depth--;
    this.at++;
    this.blank();
  }

  private sign(sign: string): void {
    if (this.next() !== sign) this.fail()('json_invalid', { found: this.found(), expected: sign });
    this.at++;
    this.blank();
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    this.blank();
    return true;
  }

  private blank(): void {
    for (let code = this.text.charCodeAt(this.at); code <= 32; code = this.text.charCodeAt(++this.at)) {
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  private found(): string {
    return shown(this.text.slice(this.at, this.at + 20).split(/\s/, 1)[0] ?? '');
  }
}

function parsed(string: string): string | undefined {
  try {
    return JSON.parse(string);
  } catch {
    return undefined;
  }
}
