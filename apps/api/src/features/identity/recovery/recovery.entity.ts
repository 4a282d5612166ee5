import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../../platform/database/personal';

/** The phrase with which somebody who lost everything else comes back; one for an account. */
@Entity('recovery')
export class RecoveryEntity {
  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  /**
   * HMAC-SHA-256 of municipality and phrase, whose key the database does not have. A slow hash would add nothing: of
   * 102 bits drawn by chance, nobody tries out a part worth naming.
   */
  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @Column('bytea')
  hash: Buffer;

  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'made_at', precision: 3 })
  madeAt: Date;
}
