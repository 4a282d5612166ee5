import { roles } from '@zbor/contracts';
import { usualQuota, yearIn } from './quota';

test('staff and admins may make codes from the start, others once they are given a quota', () => {
  expect(roles.map((role) => [role, usualQuota(role)])).toEqual([
    ['participant', 0],
    ['facilitator', 0],
    ['council', 0],
    ['staff', 200],
    ['admin', 200],
  ]);
});

test.each([
  ['Europe/Vienna', '2026-12-31T22:59:59Z', 2026],
  ['Europe/Vienna', '2026-12-31T23:00:00Z', 2027],
  ['Atlantic/Azores', '2027-01-01T00:59:59Z', 2026],
])('in %s at %s the year is %i', (timeZone, at, year) => {
  expect(yearIn(timeZone, new Date(at))).toBe(year);
});
