import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import { MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { SignedIn } from '../../platform/http/caller';
import { roleAt } from './roles.repository';
import { SessionEntity } from './session.entity';

export interface FoundSession extends SignedIn {
  startedAt: Date;
  expiresAt: Date;
  lastSeenAt: Date;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly db: Database) {}

  private get sessions() {
    return this.db.source.getRepository(SessionEntity);
  }

  async insert(session: SessionEntity): Promise<void> {
    await this.sessions.insert(session);
  }

  /** The open session of this token in this municipality, with its account and the role it has now; asked with every request. */
  async find(tokenHash: Buffer, municipalityId: string | null, now: Date): Promise<FoundSession | null> {
    const [row] = await this.db.query<FoundSession & { role: Role | 'operator' }>(
      `SELECT s.id AS "sessionId", s.started_at AS "startedAt", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt", a.id,
              CASE a.role WHEN 'operator' THEN a.role ELSE ${roleAt('a.id', '$2')} END AS role, a.display_name AS "displayName",
              a.sign_in_name AS "signInName", a.language
         FROM session s JOIN account a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.municipality_id IS NOT DISTINCT FROM $3::uuid`,
      [tokenHash, now, municipalityId],
    );
    return row ?? null;
  }

  async stillOpen(ids: string[], now: Date): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      'SELECT id FROM session WHERE id = ANY($1) AND expires_at > $2',
      [ids, now],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async seen(id: string, at: Date): Promise<void> {
    await this.sessions.update(id, { lastSeenAt: at });
  }

  ofAccount(accountId: string, now: Date): Promise<SessionEntity[]> {
    return this.sessions.find({
      where: { accountId, expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC' },
      take: 100,
    });
  }

  /** @returns whether there was such a session of this account. */
  async end(accountId: string, id: string): Promise<boolean> {
    return ((await this.sessions.delete({ accountId, id })).affected ?? 0) > 0;
  }

  async endAll(accountId: string): Promise<void> {
    await this.sessions.delete({ accountId });
  }

  async endByToken(tokenHash: Buffer): Promise<void> {
    await this.sessions.delete({ tokenHash });
  }
}
