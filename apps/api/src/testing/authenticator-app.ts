import { Secret, TOTP } from 'otpauth';

/** The app on somebody's phone that shows six figures. */
export class AuthenticatorApp {
  private readonly totp: TOTP;
  private last = 0;

  /** @param secret in Base32, as it is typed. */
  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** A code that was not used yet, for specs do not wait for the next one: from this step, or the one after. */
  code(): string {
    this.last = Math.max(this.last + 1, this.totp.counter());
    return this.totp.generate({ timestamp: this.last * 30_000 });
  }

  codeAt(timestamp: number): string {
    return this.totp.generate({ timestamp });
  }

  get bytes(): Buffer {
    return Buffer.from(this.totp.secret.bytes);
  }
}
