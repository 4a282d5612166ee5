import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config/config';
import { ProblemError } from './problem';

/** How often something may be done by one key, within so many seconds. */
const rates = {
  'sign-in by name': { points: 10, duration: 600 },
  'sign-in by address': { points: 100, duration: 600 },
  'sign-up by address': { points: 60, duration: 3600 },
  'report by address': { points: 30, duration: 3600 },
  'language by address': { points: 120, duration: 60 },
  idea: { points: 20, duration: 3600 },
  comment: { points: 30, duration: 300 },
} as const;

export type Limited = keyof typeof rates;

/**
 * Slows down who asks too often. Counted in this process's memory alone; an address is only ever held as a keyed hash
 * whose key is forgotten when the process ends.
 */
@Injectable()
export class Limits {
  private readonly key = randomBytes(32);
  private readonly limiters = new Map<Limited, RateLimiterMemory>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    for (const [name, rate] of Object.entries(rates))
      this.limiters.set(name as Limited, new RateLimiterMemory(rate));
  }

  /** @throws too_fast with the seconds to wait. */
  async take(what: Limited, by: string): Promise<void> {
    if (!this.config.limits) return;
    const hashed = createHmac('sha256', this.key).update(by).digest('base64url');
    try {
      await this.limiters.get(what)?.consume(hashed);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new ProblemError('too_fast', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }
}
