import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rate_count')
export class RateCountEntity {
  /** Keyed hash of what is limited and of whom; nobody can be read out of it once the key of its day is gone. */
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  points: number;

  /** When counting begins anew. */
  @Column({ type: 'timestamptz', precision: 3 })
  until: Date;
}

@Entity('rate_key')
export class RateKeyEntity {
  @PrimaryColumn('date')
  day: string;

  /** 256 random bits, the same in every process; deleted when the next day is over. */
  @Column('bytea')
  key: Buffer;
}
