import fc from 'fast-check';
import { dayAfter, dayOf, startOfDay } from './days';

test.each([
  ['2026-11-22', 'Europe/Vienna', '2026-11-21T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Vienna', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Vienna', '2026-03-29T22:00:00.000Z'],
  ['2026-07-01', 'Asia/Kathmandu', '2026-06-30T18:15:00.000Z'],
  ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00.000Z'],
  ['2026-07-01', 'Pacific/Pago_Pago', '2026-07-01T11:00:00.000Z'],
  // Clocks skip from midnight to one o'clock.
  ['2019-09-08', 'America/Santiago', '2019-09-08T04:00:00.000Z'],
  ['2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment);
});

test('a day begins where the day before ends, in every time zone', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, zone, (date, timeZone) => {
      const start = startOfDay(date, timeZone);
      expect(dayOf(start, timeZone)).toBe(date);
      expect(dayAfter(dayOf(new Date(start.getTime() - 1), timeZone))).toBe(date);
    }),
    { numRuns: 200 },
  );
});
