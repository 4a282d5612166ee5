import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Caller, Callers, type SignedIn } from '../../platform/http/caller';
import { SessionCookies } from '../../platform/http/cookies';
import { found } from '../../platform/http/problem';
import { MunicipalitiesService } from '../municipalities/municipalities.service';
import type { SessionEntity } from './session.entity';
import { SessionsRepository } from './sessions.repository';

const DAY_MS = 24 * 3600 * 1000;
/** How long a session lasts, however it is used: shorter where more can be done with it. */
const lifeInDays: Record<Role | 'operator', number> = {
  participant: 90,
  facilitator: 7,
  council: 30,
  staff: 1,
  admin: 1,
  operator: 1,
};
/** `lastSeenAt` need not be exacter than this. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

/** When a session ends for somebody with this role, whatever their role was when it began. */
const endOf = (
  { startedAt, expiresAt }: Pick<SessionEntity, 'startedAt' | 'expiresAt'>,
  role: Role | 'operator',
) => new Date(Math.min(expiresAt.getTime(), startedAt.getTime() + lifeInDays[role] * DAY_MS));

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Opaque sessions: the cookie holds 256 random bits, the database their hash. */
@Injectable()
export class SessionsService extends Callers {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly municipalities: MunicipalitiesService,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async identify(cookieHeader: string | undefined, slug: string | null): Promise<Caller> {
    const town = slug === null ? null : await this.municipalities.bySlug(slug);
    const token = this.cookies.read(cookieHeader, slug);
    if (!token) return new Caller(town, null);
    const now = this.clock.now();
    const session = await this.repository.find(hashOf(token), town?.id ?? null, now);
    // Whoever was given a role with more rights meanwhile signs in anew as soon as such a session is too old.
    if (session && endOf(session, session.role) <= now) return new Caller(town, null);
    if (session && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      await this.repository.seen(session.sessionId, now);
    }
    return new Caller(town, session);
  }

  override stillOpen(sessionIds: string[]): Promise<Set<string>> {
    return this.repository.stillOpen(sessionIds, this.clock.now());
  }

  /** Opens a session; the cookie goes out with this reply. One that the browser came with ends. */
  async open(reply: FastifyReply, place: string | null, account: Omit<SignedIn, 'sessionId'>): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + lifeInDays[account.role] * DAY_MS);
    await this.repository.insert({
      id: uuid(),
      tokenHash: hashOf(token),
      accountId: account.id,
      startedAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    const before = this.cookies.read(reply.request.headers.cookie, place);
    if (before) await this.repository.endByToken(hashOf(before));
    this.cookies.set(reply, place, token, expiresAt);
  }

  async close(reply: FastifyReply, place: string | null, account: SignedIn | null): Promise<void> {
    if (account) await this.repository.end(account.id, account.sessionId);
    this.cookies.clear(reply, place);
    reply.header('clear-site-data', '"cache", "storage"');
  }

  async list(person: SignedIn) {
    const sessions = await this.repository.ofAccount(person.id, this.clock.now());
    return sessions.map((session) => ({
      id: session.id,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: endOf(session, person.role).toISOString(),
      current: session.id === person.sessionId,
    }));
  }

  /** @throws not_found when it is none of mine. */
  async end(person: SignedIn, id: string): Promise<void> {
    found((await this.repository.end(person.id, id)) || null);
  }

  /** Wherever the account is open. */
  endAll(accountId: string): Promise<void> {
    return this.repository.endAll(accountId);
  }
}
