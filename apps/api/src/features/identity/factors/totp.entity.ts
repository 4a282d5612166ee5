import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../../platform/database/personal';

/** The secret that an account shares with an authenticator app; sealed, because codes are computed from it. */
@Entity('totp')
export class TotpEntity {
  @Personal({ purpose: 'secondFactor', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  /** Null until a first code was typed. Empty, which no code fits, since a recovery took every second factor away. */
  @Personal({ purpose: 'secondFactor', keep: 'until erased' })
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  /** The last step of 30 seconds whose code was used; neither it nor an earlier one is taken again. */
  @Personal({ purpose: 'secondFactor', keep: 'until erased' })
  @Column('integer', { name: 'used_step', nullable: true })
  usedStep: number | null;

  /** A new secret that waits for its first code. */
  @Personal({ purpose: 'secondFactor', keep: 'until erased' })
  @Column('bytea', { nullable: true })
  offered: Buffer | null;
}
