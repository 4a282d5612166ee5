import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../database/personal';

@Entity('rate_count')
export class RateCountEntity {
  /** Keyed hash of what is limited and of whom; nobody can be read out of it once the key of its day is gone. */
  @Personal({ purpose: 'limits', keep: { days: 1, after: 'expiresAt' } })
  @PrimaryColumn('text')
  key: string;

  @Personal({ purpose: 'limits', keep: { days: 1, after: 'expiresAt' } })
  @Column('integer')
  points: number;

  /** When counting begins anew. */
  @Personal({ purpose: 'limits', keep: { days: 1, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}

@Entity('rate_key')
export class RateKeyEntity {
  @PrimaryColumn('date')
  day: string;

  /** 256 random bits, the same in every process; deleted when the next day is over. */
  @Column('bytea')
  key: Buffer;
}
