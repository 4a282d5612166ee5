import fc from 'fast-check';
import { fraction } from '../rational';
import { supportOf } from '../support';
import { amount, priced } from '../testing/budgets';
import { marketOf, Purses } from './purses';

const cases = fc.record({
  ballots: fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 40 }),
      options: fc.constant([0, 1, 2, 3, 4, 5]),
      points: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })), {
        minLength: 6,
        maxLength: 6,
      }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  costs: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 6 }),
  total: fc.integer({ min: 0, max: 300 }),
  measure: fc.constantFrom('votes', 'points'),
  worth: fc.constantFrom('cost', 'points'),
});
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

/** What is bought, at which price, by how many in full; and what is left in each purse in the end. */
function sales({ ballots, costs, total, measure, worth }: Case, bits?: number) {
  const profile = { options: priced(costs), ballots };
  const market = marketOf(profile, supportOf(profile, measure), worth, []);
  const purses = new Purses(market, BigInt(total), bits);
  const told: string[] = [];
  for (let next = purses.cheapest(); next.length > 0; next = purses.cheapest()) {
    const [project = 0] = [...next].sort((a, b) => a - b);
    const { price, inFull } = purses.buy(project);
    told.push(`${project} of ${[...next].sort((a, b) => a - b)} at ${fraction(price())} from ${inFull}`);
  }
  return [...told, ...ballots.map((_, place) => fraction(purses.leftOf(place)))];
}

describe('purses', () => {
  it('hold to the exact amounts however coarse their grains are', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 4, max: 40 }), (market, bits) => {
        expect(sales(market, bits)).toEqual(sales(market));
      }),
      { numRuns: 1000 },
    );
  });

  it('hold together what was there at first less what was bought', () => {
    fc.assert(
      fc.property(cases, (market) => {
        const left = sales(market).slice(-market.ballots.length);
        const told = sales(market).slice(0, -market.ballots.length);
        const spent = told.reduce((sum, line) => sum + (market.costs[Number(line[0])] ?? 0), 0);
        const people = market.ballots.reduce((sum, { weight }) => sum + weight, 0);
        const parts = left.map((text, place) => {
          const [n = 0n, d = 1n] = text.split('/').map(BigInt);
          return { n: n * BigInt(market.ballots[place]?.weight ?? 0), d };
        });
        const over = parts.reduce((common, { d }) => common * d, 1n);
        const sum = parts.reduce((sum, { n, d }) => sum + (n * over) / d, 0n);
        expect(people).toBeGreaterThan(0);
        expect(sum).toBe(over * BigInt(market.total - spent));
      }),
    );
  });

  it('count more people and points than products of grains have room for', () => {
    fc.assert(
      fc.property(cases, (market) => {
        const many = {
          ...market,
          ballots: market.ballots.map(({ weight, options, points }) => ({
            weight: weight * 1_000_000,
            options,
            points: points.map((each) => each * 1_000_000),
          })),
        };
        const lots = { ...market, costs: market.costs, measure: 'points', worth: 'points' } as const;
        const bought = (told: string[]) =>
          told.map((line) => line.split(' at ')[0]).slice(0, -market.ballots.length);
        expect(bought(sales({ ...many, measure: 'points', worth: 'points' }))).toEqual(bought(sales(lots)));
      }),
    );
  });

  it('do not sell what nobody offers', () => {
    const profile = { options: priced([1]), ballots: [{ weight: 1, approved: [0] }] };
    const purses = new Purses(marketOf(profile, supportOf(profile, 'votes'), 'cost', [amount(1)]), 1n);
    purses.buy(0);
    expect(() => purses.buy(0)).toThrow(RangeError);
    expect(fraction(purses.left([0]))).toBe('0');
  });
});
