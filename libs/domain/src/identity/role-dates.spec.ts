import { leavesNoAdmin, roleDates } from './role-dates';

const now = new Date('2026-11-22T23:30:00.000Z');
const vienna = 'Europe/Vienna';

test.each([
  [{ from: null, until: null }, now.toISOString(), null],
  // In Vienna it is already the 23rd.
  [{ from: '2026-11-23', until: '2026-11-23' }, now.toISOString(), '2026-11-23T23:00:00.000Z'],
  [{ from: null, until: '2027-03-28' }, now.toISOString(), '2027-03-28T22:00:00.000Z'],
  [{ from: '2026-12-01', until: '2026-12-31' }, '2026-11-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
])('%j lasts from %s to %s', (days, startsAt, endsAt) => {
  const dates = roleDates(days, vienna, now);
  expect(JSON.parse(JSON.stringify(dates))).toEqual({ startsAt, endsAt });
});

test.each([
  [{ from: '2026-11-22', until: null }, 'from'],
  [{ from: null, until: '2026-11-22' }, 'until'],
  [{ from: '2026-12-02', until: '2026-12-01' }, 'until'],
])('%j is refused for its %s', (days, tooEarly) => {
  expect(roleDates(days, vienna, now)).toEqual({ tooEarly });
});

test.each([
  ['l', 'l', true],
  ['b', 'b', true],
  ['lb', 'l', true],
  ['lb', 'b', false],
  ['bB', 'b', false],
  ['lL', 'l', false],
  ['lbL', 'lb', false],
  ['lb', '', false],
])('of the admins %s (b: for a time) those of %s cannot go: %s', (admins, going, stuck) => {
  const grants = [...admins].map((name) => ({ name, lasting: name.toLowerCase() === 'l' }));
  expect(leavesNoAdmin(grants, ({ name }) => going.includes(name))).toBe(stuck);
});
