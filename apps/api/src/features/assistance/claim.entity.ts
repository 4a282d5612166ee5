import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** The code on a receipt, until it is used: whoever has the paper can make the account their own. */
@Entity('claim')
export class ClaimEntity {
  /** HMAC-SHA-256 of municipality and code, whose key the database does not have; the code itself is on paper alone. */
  @Personal({ purpose: 'claim', keep: { days: 1, after: 'expiresAt' } })
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Personal({ purpose: 'claim', keep: { days: 1, after: 'expiresAt' } })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** Midnight, so that it does not tell the moment at which the session ended. */
  @Personal({ purpose: 'claim', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
