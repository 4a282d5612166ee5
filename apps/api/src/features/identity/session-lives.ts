import type { Role } from '@zbor/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a session lasts, in milliseconds: unused (`idle`) and however it is used (`most`). Shorter where more can
 * be done with it.
 */
const lives: Record<Role | 'operator' | 'assisted', { idle: number; most: number }> = {
  assisted: { idle: 15 * MINUTE, most: HOUR },
  participant: { idle: 14 * DAY, most: 90 * DAY },
  facilitator: { idle: 2 * DAY, most: 7 * DAY },
  council: { idle: 7 * DAY, most: 30 * DAY },
  staff: { idle: 30 * MINUTE, most: 12 * HOUR },
  admin: { idle: 30 * MINUTE, most: 12 * HOUR },
  operator: { idle: 30 * MINUTE, most: 12 * HOUR },
};

interface Life {
  role: Role | 'operator';
  assisted: boolean;
  startedAt: Date;
  lastSeenAt: Date;
}

type Kind = Pick<Life, 'role' | 'assisted'>;
const lifeOf = ({ role, assisted }: Kind) => lives[assisted ? 'assisted' : role];

/** An assisted session that was last used before this is over. */
export const assistedSince = (now: Date): Date => new Date(now.getTime() - lives.assisted.idle);

export const lastsUntil = ({ startedAt, ...kind }: Omit<Life, 'lastSeenAt'>): Date =>
  new Date(startedAt.getTime() + lifeOf(kind).most);

/** When a session ends for somebody with this role, whatever their role was when it began. */
export const endOf = (
  session: Pick<Life, 'startedAt' | 'assisted'> & { expiresAt: Date },
  role: Role | 'operator',
): Date => new Date(Math.min(session.expiresAt.getTime(), lastsUntil({ ...session, role }).getTime()));

/** Asked of the role that the account has now: whoever becomes staff has the shorter life at once. */
export function isOver({ startedAt, lastSeenAt, ...kind }: Life, now: Date): boolean {
  const { idle, most } = lifeOf(kind);
  const at = now.getTime();
  return at - lastSeenAt.getTime() >= idle || at - startedAt.getTime() >= most;
}

/** Whether it is time to write down that it is used; once in a while is exact enough. */
export function isSeenAnew({ lastSeenAt, ...kind }: Omit<Life, 'startedAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > Math.min(lifeOf(kind).idle / 30, 5 * MINUTE);
}
