import { FormatError } from './format-error';

/** One row of a table: its fields without their quotes, and the line and column, from 1, at which each begins. */
export interface Row {
  fields: string[];
  lines: number[];
  columns: number[];
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Takes text apart into rows as RFC 4180 has it, piece by piece, so that a long file is never held as a whole: fields
 * may stand in quotes, and hold separators, line breaks and doubled quotes there; a quote amid a bare field is a quote.
 * Lines end with LF, CRLF or CR. A byte order mark and empty lines are passed over.
 */
export class SeparatedRows {
  private line = 1;
  private column = 1;
  private row: Row = { fields: [], lines: [], columns: [] };
  private field = '';
  private fieldLine = 1;
  private fieldColumn = 1;
  private at: 'start' | 'bare' | 'quoted' | 'quote' = 'start';
  private afterReturn = false;
  private begun = false;

  constructor(
    private readonly separator: string,
    private readonly take: (row: Row) => void,
  ) {}

  /** @throws FormatError not_text, text_after_quote */
  push(piece: string): void {
    const separator = this.separator.charCodeAt(0);
    let from = !this.begun && piece.startsWith('\ufeff') ? 1 : 0;
    this.begun ||= piece.length > 0;
    for (let index = from; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      if (code === 0 || code === 0xfffd) throw new FormatError('not_text', this.line, this.column);
      const secondOfTwo = this.afterReturn && code === LF;
      this.afterReturn = code === CR;
      if (this.at === 'quoted') {
        if (code === QUOTE) {
          this.field += piece.slice(from, index);
          this.at = 'quote';
        }
      } else if (secondOfTwo) {
        from = index + 1;
        continue;
      } else if (code === QUOTE && this.at !== 'bare') {
        from = this.at === 'quote' ? index : index + 1;
        this.at = 'quoted';
      } else if (code === separator || code === LF || code === CR) {
        if (this.at === 'bare') this.field += piece.slice(from, index);
        from = index + 1;
        this.endField();
        if (code !== separator) this.endRow();
      } else if (this.at === 'quote') {
        throw new FormatError('text_after_quote', this.line, this.column);
      } else {
        this.at = 'bare';
      }
      this.step(code, secondOfTwo);
    }
    if (this.at === 'bare' || this.at === 'quoted') this.field += piece.slice(from);
  }

  /** The text is over. @throws FormatError unclosed_quote, at the quote */
  end(): void {
    if (this.at === 'quoted') throw new FormatError('unclosed_quote', this.fieldLine, this.fieldColumn);
    if (this.at === 'start' && this.row.fields.length === 0) return;
    this.endField();
    this.endRow();
  }

  private step(code: number, secondOfTwo: boolean): void {
    if (code === LF || code === CR) {
      if (!secondOfTwo) this.line++;
      this.column = 1;
    } else {
      this.column++;
    }
    if (this.at !== 'start') return;
    this.fieldLine = this.line;
    this.fieldColumn = this.column;
  }

  private endField(): void {
    this.row.fields.push(this.field);
    this.row.lines.push(this.fieldLine);
    this.row.columns.push(this.fieldColumn);
    this.field = '';
    this.at = 'start';
  }

  private endRow(): void {
    const { row } = this;
    this.row = { fields: [], lines: [], columns: [] };
    if (row.fields.length > 1 || row.fields[0]?.trim() !== '') this.take(row);
  }
}

/** A field as such a file holds it: in quotes where it must be. */
export function separatedField(text: string, separator: string): string {
  const bare = !/["\r\n]/.test(text) && !text.includes(separator);
  return bare ? text : `"${text.replaceAll('"', '""')}"`;
}
