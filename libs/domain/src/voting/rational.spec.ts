import fc from 'fast-check';
import {
  compareRationals,
  decimal,
  floor,
  fraction,
  gcd,
  minus,
  numeral,
  one,
  over,
  parseRational,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from './rational';

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const small = fc.bigInt({ min: -12n, max: 12n });
const other = (numbers: fc.Arbitrary<bigint>) => numbers.filter((each) => each !== 0n);
const fractions = fc
  .oneof(fc.tuple(whole, other(whole)), fc.tuple(small, other(small)))
  .map(([n, d]): [n: bigint, d: bigint] => [n, d]);

/** By cross multiplication of what was given, not of what was reduced. */
const equal = ([n, d]: [bigint, bigint], found: Rational) => n * found.d === found.n * d;

describe('a fraction', () => {
  it('is in lowest terms, with a denominator above 0', () => {
    fc.assert(
      fc.property(fractions, ([n, d]) => {
        const reduced = rational(n, d);
        expect(equal([n, d], reduced)).toBe(true);
        expect(reduced.d).toBeGreaterThan(0n);
        expect(gcd(reduced.n < 0n ? -reduced.n : reduced.n, reduced.d)).toBe(1n);
      }),
    );
  });

  it('is added, subtracted, multiplied and divided exactly', () => {
    fc.assert(
      fc.property(fractions, fractions, ([a, b], [c, d]) => {
        const [left, right] = [rational(a, b), rational(c, d)];
        expect(equal([a * d + c * b, b * d], plus(left, right))).toBe(true);
        expect(equal([a * d - c * b, b * d], minus(left, right))).toBe(true);
        expect(equal([a * c, b * d], times(left, right))).toBe(true);
        if (c !== 0n) expect(equal([a * d, b * c], over(left, right))).toBe(true);
      }),
    );
  });

  it('comes out the same, also as an object, whichever way it is reached', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (...given) => {
        const [a, b, c] = given.map(([n, d]) => rational(n, d)) as [Rational, Rational, Rational];
        expect(plus(a, b)).toEqual(plus(b, a));
        expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)));
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(plus(a, zero)).toEqual(a);
        expect(times(a, one)).toEqual(a);
        if (b.n !== 0n) expect(times(over(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is compared as numbers are', () => {
    fc.assert(
      fc.property(fractions, fractions, ([a, b], [c, d]) => {
        const [left, right] = [rational(a, b), rational(c, d)];
        const difference = (a * d - c * b) * (b * d);
        expect(Math.sign(compareRationals(left, right))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  it('is cut down to the whole number at or below it', () => {
    fc.assert(
      fc.property(fractions, ([n, d]) => {
        const below = rational(floor(rational(n, d)));
        expect(compareRationals(below, rational(n, d))).toBeLessThanOrEqual(0);
        expect(compareRationals(plus(below, one), rational(n, d))).toBeGreaterThan(0);
      }),
    );
  });

  it('has no denominator 0', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => over(one, zero)).toThrow(RangeError);
  });
});

describe('a numeral', () => {
  it.each([
    ['-12.50', '-25/2'],
    ['.5', '1/2'],
    ['7', '7'],
    ['7.', '7'],
    ['+0.1', '1/10'],
    ['-0', '0'],
    ['00012.0', '12'],
  ])('is read: %s', (text, expected) =>
    expect(fraction(parseRational(text) ?? rational(999))).toBe(expected),
  );

  it.each(['', '.', '-', '1,5', '1e3', ' 1', '1 ', '0x1', 'NaN', '1.2.3', '--1', '١'])(
    'is not read: “%s”',
    (text) => expect(parseRational(text)).toBeUndefined(),
  );

  it.each<[Rational, number, string]>([
    [rational(2, 3), 5, '0.66666'],
    [rational(-2, 3), 2, '-0.66'],
    [rational(-1, 1000), 2, '0.00'],
    [rational(5, 2), 0, '2'],
    [rational(1999, 1000), 2, '1.99'],
    [rational(12), 2, '12.00'],
  ])('is written cut off and not rounded', (value, places, expected) =>
    expect(decimal(value, places)).toBe(expected),
  );

  it('says exactly what it is written for, or there is none', () => {
    fc.assert(
      fc.property(whole, fc.nat(9), (n, places) => {
        const value = rational(n, 10n ** BigInt(places));
        expect(parseRational(numeral(value))).toEqual(value);
        expect(numeral(value)).not.toMatch(/\..*0$/);
      }),
    );
    expect(() => numeral(rational(1, 3))).toThrow(RangeError);
  });
});
