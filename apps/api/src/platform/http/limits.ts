import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pace } from '@zbor/contracts';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config/config';
import { Jobs } from '../jobs/jobs';
import { Secrets } from '../secrets';
import { networkOf } from './network';
import { ProblemError } from './problem';
import { RatesRepository } from './rates.repository';

interface Rate {
  points: number;
  /** The time in which no more than these points are taken; it begins with the first. */
  seconds: number;
  /**
   * When other processes hear of a point. Never: each counts for itself. Soon: within half a second, together with
   * all others, so that it costs no query of its own. At once: before the request goes on.
   */
  told: 'never' | 'soon' | 'at once';
}

const never = (points: number, seconds: number): Rate => ({ points, seconds, told: 'never' });
const soon = (points: number, seconds: number): Rate => ({ points, seconds, told: 'soon' });
const atOnce = (points: number, seconds: number): Rate => ({ points, seconds, told: 'at once' });
const minute = 60;
const hour = 60 * minute;

/**
 * How often anything may be done. A whole shelter or mobile network can share one address: what is counted by address
 * is generous. What an endpoint costs says `paces.ts` of the contracts; each request is counted by person where one is
 * signed in and by address elsewhere.
 */
const rates = {
  'reading by address': never(3000, minute),
  'writing by person': soon(60, 5 * minute),
  'writing by address': soon(600, 5 * minute),
  'signing in by address': atOnce(300, 10 * minute),
  'costly by person': atOnce(20, hour),
  'costly by address': atOnce(200, hour),
  'mail by person': atOnce(10, hour),
  'mail by address': atOnce(60, hour),
  'code by mail address': atOnce(10, 24 * hour),
  'sign-in by name': atOnce(10, 10 * minute),
  'wrong code': atOnce(5, 10 * minute),
  'code by town': atOnce(3000, hour),
} satisfies Record<string, Rate>;

export type Limited = keyof typeof rates;

interface Count {
  points: number;
  /** Of these points, those that no other process knows of yet. */
  untold: number;
  /** When it is over, by this process's clock. */
  until: number;
  seconds: number;
}

const TELL_EVERY_MS = 500;
const TIDY_EVERY_MS = 60_000;

/**
 * Slows down who asks too often, in all processes alike. Nobody's address or name is held: only keyed hashes, in memory
 * and in PostgreSQL, whose key is another one each day, is deleted a day later, and is worth nothing without the secret key.
 */
@Injectable()
export class Limits implements OnModuleInit, OnApplicationShutdown {
  private readonly counts = new Map<string, Count>();
  private today: { day: string; key: Promise<Buffer> } | undefined;
  private telling: NodeJS.Timeout | undefined;
  private readonly tidying: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: RatesRepository,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly secrets: Secrets,
  ) {
    this.tidying = setInterval(() => this.tidy(), TIDY_EVERY_MS).unref();
  }

  onModuleInit(): void {
    this.jobs.every('41 * * * *', 'forget who asked how often', () => this.repository.forget(this.day()));
  }

  onApplicationShutdown(): void {
    clearTimeout(this.telling);
    clearInterval(this.tidying);
  }

  /** Every request, before anything else is done for it. @throws too_fast */
  ask(address: string): Promise<void> {
    return this.take('reading by address', networkOf(address));
  }

  /** A request of this pace. @throws too_fast */
  async pace(pace: Pace, personId: string | undefined, address: string): Promise<void> {
    if (pace === 'reading') return;
    if (pace !== 'signing in' && personId) return this.take(`${pace} by person`, personId);
    return this.take(`${pace} by address`, networkOf(address));
  }

  /** @throws too_fast with the seconds to wait. */
  async take(what: Limited, by: string): Promise<void> {
    const { points, seconds, told }: Rate = rates[what];
    const key = await this.hash(what, by);
    const now = Date.now();
    let count = this.counts.get(key);
    if (!count || count.until <= now) {
      count = { points: 0, untold: 0, until: now + seconds * 1000, seconds };
      this.counts.set(key, count);
    }
    if (count.points >= points) return this.refuse(count);
    count.points++;
    if (told === 'never') return;
    count.untold++;
    if (told === 'soon') {
      this.telling ??= setTimeout(() => this.tellSoon(), TELL_EVERY_MS).unref();
      return;
    }
    await this.tell([[key, count]]);
    if (count.points > points) this.refuse(count);
  }

  /** Forgets what was counted by this key: that was no guessing. */
  async forgive(what: Limited, by: string): Promise<void> {
    const key = await this.hash(what, by);
    this.counts.delete(key);
    await this.repository.remove(key);
  }

  private async hash(what: Limited, by: string): Promise<string> {
    return createHmac('sha256', await this.keyOfToday())
      .update(`${what} ${by}`)
      .digest('base64url');
  }

  private refuse({ until }: Count): void {
    if (!this.config.limits) return;
    throw new ProblemError('too_fast', { seconds: Math.max(1, Math.ceil((until - Date.now()) / 1000)) });
  }

  private tellSoon(): void {
    this.telling = undefined;
    const untold = [...this.counts].filter(([, count]) => count.untold > 0);
    // What could not be told stays untold, and goes with the next.
    if (untold.length > 0) this.tell(untold).catch(() => undefined);
  }

  private async tell(untold: [string, Count][]): Promise<void> {
    const counted = untold.map(([key, { untold: points, seconds }]) => ({ key, points, seconds }));
    for (const [, count] of untold) count.untold = 0;
    try {
      for (const { key, points, left } of await this.repository.add(counted)) {
        const count = this.counts.get(key);
        if (!count) continue;
        count.points = points + count.untold;
        count.until = Date.now() + left;
      }
    } catch (error) {
      for (const [at, [, count]] of untold.entries()) count.untold += counted[at]?.points ?? 0;
      throw error;
    }
  }

  private tidy(): void {
    const now = Date.now();
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key);
  }

  private day(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  private keyOfToday(): Promise<Buffer> {
    const day = this.day();
    if (this.today?.day !== day) {
      const key = this.repository
        .keyOf(day)
        .then((random) => this.secrets.hash('rates', random.toString('hex')));
      this.today = { day, key };
      key.catch(() => {
        this.today = undefined;
      });
    }
    return this.today.key;
  }
}
