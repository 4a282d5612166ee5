import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isFresh } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import { enterTown } from '../../platform/database/towns';
import { Caller, Callers, type Proven, type SignedIn } from '../../platform/http/caller';
import { SessionCookies } from '../../platform/http/cookies';
import { found, ProblemError } from '../../platform/http/problem';
import { MunicipalitiesService } from '../municipalities/municipalities.service';
import { assistedSince, endOf, isOver, isSeenAnew, lastsUntil } from './session-lives';
import { SessionsRepository } from './sessions.repository';

/** Opens the session of somebody whom a transaction lets in: with it, or not at all. */
export type Enter = (tx: Transaction, account: Proven) => Promise<void>;

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Opaque sessions: the cookie holds 256 random bits, the database their hash. */
@Injectable()
export class SessionsService extends Callers {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly municipalities: MunicipalitiesService,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {
    super();
  }

  override async identify(
    cookieHeader: string | undefined,
    slug: string | null,
    use = true,
  ): Promise<Caller> {
    const town = slug === null ? null : await this.municipalities.bySlug(slug);
    if (town) enterTown(town.id);
    const token = this.cookies.read(cookieHeader, slug);
    if (!token) return new Caller(town, null);
    const now = this.clock.now();
    const session = await this.repository.find(hashOf(token), town?.id ?? null, now);
    if (!session || isOver(session, now)) return new Caller(town, null);
    if (use && isSeenAnew(session, now)) await this.repository.change(session.sessionId, { lastSeenAt: now });
    return session.halfway ? new Caller(town, null, session) : new Caller(town, session);
  }

  override stillOpen(sessionIds: string[]): Promise<Set<string>> {
    return this.repository.stillOpen(sessionIds, this.clock.now());
  }

  /**
   * Opens a session; the cookie goes out with this reply, and one that the browser came with ends. Where the account has
   * a second step, the session is halfway until that is proven too.
   * @param both whether both factors were proven at once, as a passkey does.
   */
  open(reply: FastifyReply, place: string | null, account: Proven, both = false): Promise<void> {
    return this.db.transaction((tx) => this.entering(reply, place, both)(tx, account));
  }

  /** The same for a transaction that lets somebody in. */
  entering(reply: FastifyReply, place: string | null, both = false): Enter {
    return async (tx, account) => {
      await this.begin(tx, reply, place, account, { both, assisted: false });
      await this.endBefore(reply, place, tx);
    };
  }

  /** Opens a short one for somebody whom the caller helps; the caller's own ends, apart from it, so that nothing joins the two. */
  async openAssisted(reply: FastifyReply, place: string, account: Proven): Promise<void> {
    await this.db.transaction((tx) => this.begin(tx, reply, place, account, { both: false, assisted: true }));
    await this.endBefore(reply, place);
  }

  /** The session that the browser came with. */
  private async endBefore(reply: FastifyReply, place: string | null, tx?: Transaction): Promise<void> {
    const before = this.cookies.read(reply.request.headers.cookie, place);
    if (before) await this.repository.endByToken(hashOf(before), tx);
  }

  /** Takes away assisted sessions that ran out. */
  endAssisted(): Promise<void> {
    const now = this.clock.now();
    return this.repository.endAssisted(assistedSince(now), now);
  }

  private async begin(
    tx: Transaction,
    reply: FastifyReply,
    place: string | null,
    account: Proven,
    { both, assisted }: { both: boolean; assisted: boolean },
  ): Promise<void> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = lastsUntil({ role: account.role, assisted, startedAt: now });
    await this.repository.insert(tx, {
      id: uuid(),
      tokenHash: hashOf(token),
      accountId: account.id,
      startedAt: now,
      lastSeenAt: now,
      provenAt: now,
      secondProvenAt: both ? now : null,
      expiresAt,
      assisted,
    });
    tx.afterCommit(() => this.cookies.set(reply, place, token, expiresAt));
  }

  /** Notes that its person has proven something once more. The token changes, so that an older one is worth nothing. */
  async prove(reply: FastifyReply, place: string | null, person: SignedIn, second: boolean): Promise<void> {
    const token = newToken();
    const now = this.clock.now();
    await this.repository.change(person.sessionId, {
      tokenHash: hashOf(token),
      provenAt: now,
      ...(second && { secondProvenAt: now }),
    });
    this.cookies.set(reply, place, token, lastsUntil({ ...person, startedAt: now }));
  }

  isFresh({ provenAt }: SignedIn): boolean {
    return isFresh(provenAt, this.clock.now());
  }

  /** @throws prove_again unless something was proven in this session within the last ten minutes. */
  mustBeFresh(person: SignedIn): void {
    if (!this.isFresh(person)) throw new ProblemError('prove_again');
  }

  async close(
    reply: FastifyReply,
    place: string | null,
    { account, halfway }: Caller,
    tx?: Transaction,
  ): Promise<void> {
    const person = account ?? halfway;
    if (person) await this.repository.end(person.id, person.sessionId, tx);
    const forget = () => {
      this.cookies.clear(reply, place);
      reply.header('clear-site-data', '"cache", "storage"');
    };
    if (tx) tx.afterCommit(forget);
    else forget();
  }

  async list(person: SignedIn) {
    const now = this.clock.now();
    const sessions = await this.repository.ofAccount(person.id, now);
    const { role } = person;
    return sessions
      .filter((session) => !isOver({ ...session, role }, now))
      .map((session) => ({
        id: session.id,
        startedAt: session.startedAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: endOf(session, role).toISOString(),
        current: session.id === person.sessionId,
      }));
  }

  /** @throws not_found when it is none of mine. */
  async end(person: SignedIn, id: string): Promise<void> {
    found((await this.repository.end(person.id, id)) || null);
  }

  endOthers({ id, sessionId }: SignedIn): Promise<void> {
    return this.repository.endAll(id, sessionId);
  }

  /** Wherever the account is open. */
  endAll(accountId: string, tx?: Transaction): Promise<void> {
    return this.repository.endAll(accountId, null, tx);
  }
}
