import { figuresIn } from '@zbor/domain';
import { Secret, TOTP } from 'otpauth';

/** What authenticator apps expect (RFC 6238): SHA-1, six digits, steps of 30 seconds; 160 bits as RFC 4226 asks. */
const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** Steps that a phone's clock may be off by, either way. */
const TOLERANCE = 1;

const totp = (secret: string, labels: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...labels, secret: Secret.fromBase32(secret), period: PERIOD_S });

/** In Base32 (RFC 4648), as it is typed into an app. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an app reads from a picture: the secret with the names under which it is kept there. */
export const addressOfSecret = (secret: string, issuer: string, label: string): string =>
  totp(secret, { issuer, label }).toString();

/** The step to which a typed code belongs, one before and one after now included; null for a wrong code. */
export function stepOf(typed: string, secret: string, now: Date): number | null {
  const token = figuresIn(typed);
  const about = totp(secret);
  const timestamp = now.getTime();
  const delta = token === null ? null : about.validate({ token, timestamp, window: TOLERANCE });
  return delta === null ? null : about.counter({ timestamp }) + delta;
}

/** A code that would be taken now, were `usedStep` the last one; null when one has to wait for the next. */
export function codeAfter(usedStep: number | null, secret: string, now: Date): string | null {
  const about = totp(secret);
  const current = about.counter({ timestamp: now.getTime() });
  const step = Math.max(current, (usedStep ?? 0) + 1);
  return step > current + TOLERANCE ? null : about.generate({ timestamp: step * PERIOD_S * 1000 });
}
