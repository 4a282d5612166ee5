import type { Role, SecondFactor } from '@zbor/contracts';

/** Roles with which nobody comes in by a passphrase alone. Everybody else may switch a second step on. */
export const rolesOfTwoSteps: readonly (Role | 'operator')[] = ['staff', 'admin', 'operator'];

/** How long something that was proven counts where a way in is to be changed. */
export const FRESH_MS = 10 * 60 * 1000;

export const isFresh = (provenAt: Date, now: Date): boolean => now.getTime() - provenAt.getTime() < FRESH_MS;

/** Whether codes may be switched off: not as the last second factor of a role that needs one. */
export const mayDoWithout = (
  factor: SecondFactor,
  { role, factors }: { role: Role | 'operator'; factors: readonly SecondFactor[] },
): boolean => !rolesOfTwoSteps.includes(role) || factors.some((other) => other !== factor);
