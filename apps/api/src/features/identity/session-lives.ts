import type { Role } from '@zbor/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a session lasts, in milliseconds: unused (`idle`) and however it is used (`most`). Shorter where more can
 * be done with it.
 */
const lives: Record<Role | 'operator', { idle: number; most: number }> = {
  participant: { idle: 14 * DAY, most: 90 * DAY },
  facilitator: { idle: 2 * DAY, most: 7 * DAY },
  council: { idle: 7 * DAY, most: 30 * DAY },
  staff: { idle: 30 * MINUTE, most: 12 * HOUR },
  admin: { idle: 30 * MINUTE, most: 12 * HOUR },
  operator: { idle: 30 * MINUTE, most: 12 * HOUR },
};

interface Life {
  role: Role | 'operator';
  startedAt: Date;
  lastSeenAt: Date;
}

export const lastsUntil = ({ role, startedAt }: Omit<Life, 'lastSeenAt'>): Date =>
  new Date(startedAt.getTime() + lives[role].most);

/** When a session ends for somebody with this role, whatever their role was when it began. */
export const endOf = (session: { startedAt: Date; expiresAt: Date }, role: Role | 'operator'): Date =>
  new Date(Math.min(session.expiresAt.getTime(), lastsUntil({ ...session, role }).getTime()));

/** Asked of the role that the account has now: whoever becomes staff has the shorter life at once. */
export function isOver({ role, startedAt, lastSeenAt }: Life, now: Date): boolean {
  const { idle, most } = lives[role];
  const at = now.getTime();
  return at - lastSeenAt.getTime() >= idle || at - startedAt.getTime() >= most;
}

/** Whether it is time to write down that it is used; once in a while is exact enough. */
export function isSeenAnew({ role, lastSeenAt }: Omit<Life, 'startedAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > Math.min(lives[role].idle / 30, 5 * MINUTE);
}
