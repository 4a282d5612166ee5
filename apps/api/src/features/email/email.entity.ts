import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** The address that somebody gave; nobody else ever sees it. */
@Entity('email_address')
export class EmailAddressEntity {
  @Personal({ purpose: 'email', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  /** An address belongs to one account of a municipality. */
  @Personal({ purpose: 'email', keep: 'until erased' })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  /** In the one form that the rule knows. */
  @Personal({ purpose: 'email', keep: 'until erased' })
  @Column('text')
  address: string;
}

/**
 * What a code of a mail is good for: signing in, making an address one's own, or taking a change of it back. A code is
 * worth nothing for another purpose or in another municipality.
 */
export type Purpose = 'sign-in' | 'address' | 'undo';

@Entity('email_code')
export class EmailCodeEntity {
  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('text')
  purpose: Purpose;

  /** Null where an address was named that nobody has: the row is made all the same, and fits no code. */
  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** The address to be, or to be had back; null for signing in. */
  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('text', { nullable: true })
  address: string | null;

  /** SHA-256 of the cookie of whoever asked; null where it may be used from anywhere. */
  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('bytea', { name: 'token_hash', nullable: true })
  tokenHash: Buffer | null;

  /** Keyed, because six figures are soon tried out. */
  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column('integer')
  tries: number;

  @Personal({ purpose: 'emailCode', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
