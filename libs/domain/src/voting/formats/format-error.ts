/**
 * A file that is not what it claims to be. `code` names the reason, for sentences in any language, with `params` in
 * them; the message is in English. Lines and columns begin at 1; a column counts UTF-16 units, a byte order mark none.
 */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    readonly code: string,
    readonly line: number,
    readonly column: number,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`line ${line}, column ${column}: ${sentence(code, params)}`);
  }
}

/** `number_too_large` with `{ number: 7, most: 5 }`: `number too large (number 7, most 5)`. */
function sentence(code: string, params: Readonly<Record<string, string | number>>): string {
  const said = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return code.replaceAll('_', ' ') + (said.length > 0 ? ` (${said.join(', ')})` : '');
}
