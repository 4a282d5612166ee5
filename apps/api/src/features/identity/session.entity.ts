import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

@Entity('session')
export class SessionEntity {
  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the token in the cookie; the token itself is nowhere. */
  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'started_at', precision: 3 })
  startedAt: Date;

  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3 })
  lastSeenAt: Date;

  /** When its person last proved who they are. */
  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'proven_at', precision: 3 })
  provenAt: Date;

  /** When the second factor was last proven; null until then. */
  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'second_proven_at', precision: 3, nullable: true })
  secondProvenAt: Date | null;

  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  /** Whether somebody helps; who that is, is kept nowhere. */
  @Personal({ purpose: 'session', keep: { days: 1, after: 'expiresAt' } })
  @Column('bool')
  assisted: boolean;
}
