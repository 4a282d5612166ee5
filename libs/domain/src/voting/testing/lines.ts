import type { Line, Value } from '../account/line';
import { fraction } from '../rational';

/** A line as `key name=value …`, fractions as `5/2` and lists as `[A B]`. */
export const written = ({ key, values }: Line): string =>
  [key, ...Object.entries(values).map(([name, value]) => `${name}=${shown(value)}`)].join(' ');

function shown(value: Value): string {
  if (typeof value !== 'object') return String(value);
  if ('figures' in value) return value.figures;
  return 'n' in value ? fraction(value) : `[${value.join(' ')}]`;
}
