const DAY_MS = 24 * 3600 * 1000;
/** No place is further than this from UTC. */
const FURTHEST_MS = 15 * 3600 * 1000;

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day, as `2026-11-22`, that it is at a moment in a time zone (an IANA name). */
export function dayOf(moment: Date, timeZone: string): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, ...numeric });
    calendars.set(timeZone, calendar);
  }
  const part = Object.fromEntries(calendar.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** The first moment of a day in a time zone, also where clocks skip midnight on that day. */
export function startOfDay(day: string, timeZone: string): Date {
  let before = Date.parse(day) - FURTHEST_MS;
  let since = Date.parse(day) + FURTHEST_MS;
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (dayOf(new Date(middle), timeZone) < day) before = middle;
    else since = middle;
  }
  return new Date(since);
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
