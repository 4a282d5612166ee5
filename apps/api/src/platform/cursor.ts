import { ProblemError } from './http/problem';

/** Where the next page begins, as an opaque text: what the list is sorted by, then the values of the last row. */
export function writeCursor(list: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
}

type Kind = 'number' | 'integer' | 'text' | 'uuid' | 'moment';
const shapes: Record<Kind, (value: unknown) => boolean> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  // As it was written: JavaScript reads a 30th of February and a year 0 as well, PostgreSQL knows neither.
  moment: (value) =>
    typeof value === 'string' && /^(?!0000)\d{4}-/.test(value) && new Date(value).toJSON() === value,
};

/** @throws invalid_input when it belongs to another list, or is none of ours. */
export function readCursor(cursor: string, list: string, kinds: readonly Kind[]): (string | number)[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = values.length === kinds.length && kinds.every((kind, at) => shapes[kind](values[at]));
    if (name === list && fits) return values;
  } catch {
    // Not even JSON: refused like any other.
  }
  throw new ProblemError('invalid_input', undefined, [{ path: 'query.after', code: 'bad_format' }]);
}
