import { dayAfter, dayOf, startOfDay } from '../days';

/** The days on which a role is wanted: from today where none is named, without an end where none is. */
export interface RoleDays {
  from: string | null;
  /** The last day, which still belongs to it. */
  until: string | null;
}

export type RoleDates = { startsAt: Date; endsAt: Date | null } | { tooEarly: keyof RoleDays };

/** When a role begins and ends that is given now. It cannot begin before today, nor end before it begins. */
export function roleDates({ from, until }: RoleDays, timeZone: string, now: Date): RoleDates {
  const today = dayOf(now, timeZone);
  if (from && from < today) return { tooEarly: 'from' };
  if (until && until < (from ?? today)) return { tooEarly: 'until' };
  return {
    startsAt: from && from > today ? startOfDay(from, timeZone) : now,
    endsAt: until ? startOfDay(dayAfter(until), timeZone) : null,
  };
}

/** Whether nobody would be an admin any more once some of the admins' grants end, or nobody for as long as those. */
export function leavesNoAdmin<Grant extends { lasting: boolean }>(
  admins: readonly Grant[],
  ends: (grant: Grant) => boolean,
): boolean {
  const ending = admins.filter(ends);
  const staying = admins.filter((grant) => !ends(grant));
  const wanted = ending.some((grant) => grant.lasting) ? staying.filter((grant) => grant.lasting) : staying;
  return ending.length > 0 && wanted.length === 0;
}
