import { FormatError } from './format-error';

/** What stands between blanks. */
export interface BltToken {
  text: string;
  line: number;
  column: number;
}

/** Splits lines at blanks and leaves out comments: from `#` to the end of the line, and in stars over many lines. */
export class BltTokens {
  private inComment = 0;

  /** Up to the first quotation mark: that token is the last. */
  of(text: string, line: number): BltToken[] {
    const tokens: BltToken[] = [];
    const pattern = /\S+/g;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const token = { text: match[0], line, column: match.index + 1 };
      if (token.text.startsWith('/*')) this.inComment++;
      if (this.inComment > 0) {
        if (token.text.endsWith('*/')) this.inComment--;
        continue;
      }
      const comment = token.text.indexOf('#');
      if (comment > 0) token.text = token.text.slice(0, comment);
      if (comment !== 0) tokens.push(token);
      if (comment >= 0 || token.text.startsWith('"')) break;
    }
    return tokens;
  }
}

/** @throws FormatError where it is no whole number, or one that does not fit */
export function wholeNumber(token: BltToken): number {
  if (!/^\d+$/.test(token.text)) throw tokenError('number_expected', token, { found: shown(token.text) });
  const number = Number(token.text);
  if (!Number.isSafeInteger(number)) throw tokenError('number_too_large', token);
  return number;
}

export function tokenError(
  code: string,
  { line, column }: BltToken,
  params: Record<string, string | number> = {},
): FormatError {
  return new FormatError(code, line, column, params);
}

/** A piece of a file, as an error shows it. */
export function shown(text: string): string {
  const printable = text.replace(/\p{C}/gu, '\uFFFD');
  return printable.length > 30 ? `${printable.slice(0, 30)}…` : printable;
}
