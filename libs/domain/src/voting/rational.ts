/** An exact fraction in lowest terms; the denominator is 1 or more. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** @throws RangeError where the denominator is 0 */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  return reduced(BigInt(n), BigInt(d));
}

function reduced(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('A fraction of nothing.');
  if (d === 1n) return { n, d };
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a;
}

export const zero = rational(0);
export const one = rational(1);

export const plus = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => plus(a, { n: -b.n, d: b.d });
export const times = (a: Rational, b: Rational): Rational => reduced(a.n * b.n, a.d * b.d);
/** @throws RangeError where `b` is 0 */
export const over = (a: Rational, b: Rational): Rational => reduced(a.n * b.d, a.d * b.n);

/** Below 0, 0 or above 0, as `Array.sort` wants it. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole number at or below it. */
export function floor({ n, d }: Rational): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}

/** A decimal numeral, as files have it: `-12.50`, `.5`, `7`. Undefined where it is anything else. */
export function parseRational(text: string): Rational | undefined {
  const [, sign, whole = '', part = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole + part === '') return undefined;
  const n = BigInt(whole + part);
  return reduced(sign === '-' ? -n : n, 10n ** BigInt(part.length));
}

/** As a decimal numeral with this many places, cut off and not rounded. */
export function decimal({ n, d }: Rational, places: number): string {
  const cut = ((n < 0n ? -n : n) * 10n ** BigInt(places)) / d;
  const figures = cut.toString().padStart(places + 1, '0');
  const whole = figures.slice(0, figures.length - places);
  const part = places ? `.${figures.slice(-places)}` : '';
  return `${n < 0n && cut > 0n ? '-' : ''}${whole}${part}`;
}

/** As the shortest decimal numeral that says exactly this. @throws RangeError where none does, as for a third */
export function numeral(amount: Rational): string {
  const places = Array.from({ length: 31 }, (_, index) => index).find(
    (each) => 10n ** BigInt(each) % amount.d === 0n,
  );
  if (places === undefined) throw new RangeError('No decimal numeral says this amount.');
  return decimal(amount, places);
}

/** As `3`, `-5/2`: exact, for results that machines read. */
export const fraction = ({ n, d }: Rational): string => (d === 1n ? `${n}` : `${n}/${d}`);
