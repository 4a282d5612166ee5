import type { Role } from '@zbor/contracts';

const byRole: Partial<Record<Role, number>> = { staff: 200, admin: 200 };

/** How many codes a maker may make in a year where no admin has said otherwise. */
export const usualQuota = (role: Role): number => byRole[role] ?? 0;

/** The year in which a quota counts: that of the municipality's own clocks. */
export function yearIn(timeZone: string, now: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(now));
}
