import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import { rolesOfTwoSteps } from '@zbor/domain';
import { MoreThan, Not } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/database';
import type { SignedIn } from '../../platform/http/caller';
import { roleAt } from './roles.repository';
import { SessionEntity } from './session.entity';

export interface FoundSession extends SignedIn {
  startedAt: Date;
  lastSeenAt: Date;
  /** The account has a second step, by its role or by choice, and this session has not taken it. */
  halfway: boolean;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly db: Database) {}

  private get sessions() {
    return this.within(undefined);
  }

  private within(tx: Transaction | undefined) {
    return (tx?.manager ?? this.db.source).getRepository(SessionEntity);
  }

  async insert({ manager }: Transaction, session: SessionEntity): Promise<void> {
    await manager.insert(SessionEntity, session);
  }

  /** The open session of this token in this municipality, with its account and the role it has now; asked with every request. */
  async find(tokenHash: Buffer, municipalityId: string | null, now: Date): Promise<FoundSession | null> {
    const [row] = await this.db.query<FoundSession & { role: Role | 'operator' }>(
      `SELECT s.id AS "sessionId", s.started_at AS "startedAt", s.last_seen_at AS "lastSeenAt",
              s.proven_at AS "provenAt", s.assisted, a.id, held.role, a.display_name AS "displayName",
              a.sign_in_name AS "signInName", a.language,
              s.second_proven_at IS NULL AND (held.role = ANY ($4) OR EXISTS (
                SELECT 1 FROM totp WHERE totp.account_id = a.id AND totp.secret IS NOT NULL)) AS halfway
         FROM session s JOIN account a ON a.id = s.account_id
              CROSS JOIN LATERAL (SELECT
                CASE a.role WHEN 'operator' THEN a.role ELSE ${roleAt('a.id', '$2')} END AS role) held
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.municipality_id IS NOT DISTINCT FROM $3::uuid`,
      [tokenHash, now, municipalityId, rolesOfTwoSteps],
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

  async change(
    id: string,
    what: Partial<Pick<SessionEntity, 'lastSeenAt' | 'tokenHash' | 'provenAt' | 'secondProvenAt'>>,
  ): Promise<void> {
    await this.sessions.update(id, what);
  }

  ofAccount(accountId: string, now: Date): Promise<SessionEntity[]> {
    return this.sessions.find({
      where: { accountId, expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC' },
      take: 100,
    });
  }

  /** @returns whether there was such a session of this account. */
  async end(accountId: string, id: string, tx?: Transaction): Promise<boolean> {
    const { affected } = await this.within(tx).delete({ accountId, id });
    return (affected ?? 0) > 0;
  }

  /** All of an account, but for the one that is to stay. */
  async endAll(accountId: string, but: string | null, tx?: Transaction): Promise<void> {
    await this.within(tx).delete({ accountId, ...(but !== null && { id: Not(but) }) });
  }

  /** Assisted ones that nobody finished, at once: so long as one is there, its moments tell who helped. */
  async endAssisted(unusedSince: Date, now: Date): Promise<void> {
    await this.db.query('DELETE FROM session WHERE assisted AND (expires_at <= $1 OR last_seen_at <= $2)', [
      now,
      unusedSince,
    ]);
  }

  async endByToken(tokenHash: Buffer, tx?: Transaction): Promise<void> {
    await this.within(tx).delete({ tokenHash });
  }
}
