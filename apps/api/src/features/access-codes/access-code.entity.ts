import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/**
 * A printed code that nobody has used yet. Whoever uses it takes the row away in the same transaction that makes their
 * account, and nothing else is written then: the account has no reference to code or batch, the batch is not touched,
 * and no moment of use is kept anywhere. So nobody can tell who got which code, whatever of the database they have.
 */
@Entity('access_code')
export class AccessCodeEntity {
  /** HMAC-SHA-256 of municipality and code, whose key the database does not have; the code itself is on paper alone. */
  @Personal({ purpose: 'codes', keep: 'until erased' })
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Personal({ purpose: 'codes', keep: 'until erased' })
  @Column('uuid', { name: 'batch_id' })
  batchId: string;
}

/** Codes that were made and printed together. What became of them is known in numbers alone. */
@Entity('access_code_batch')
export class AccessCodeBatchEntity {
  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('uuid', { name: 'maker_id' })
  makerId: string;

  /** Chosen by the page: sending the form twice makes no second batch. */
  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('uuid', { name: 'request_key' })
  requestKey: string;

  /** In whose quota it counts. */
  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('integer')
  year: number;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('integer')
  made: number;

  /** As of last night; see `AccessCodesRepository.count`. */
  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('integer')
  used: number;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('integer')
  expired: number;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column('integer')
  cancelled: number;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'made_at', precision: 3 })
  madeAt: Date;

  @Personal({ purpose: 'codeBatches', keep: { days: 365, after: 'expiresAt' } })
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}

/** How many codes a maker may make in a year, and how many of them are made. */
@Entity('access_code_quota')
export class AccessCodeQuotaEntity {
  @Personal({ purpose: 'codes', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'maker_id' })
  makerId: string;

  /** Null where no admin has said anything: then what is usual for the role. */
  @Personal({ purpose: 'codes', keep: 'until erased' })
  @Column('integer', { name: 'per_year', nullable: true })
  perYear: number | null;

  /** The year that `made` counts; an earlier one means that nothing is made yet in this one. */
  @Personal({ purpose: 'codes', keep: 'until erased' })
  @Column('integer')
  year: number;

  @Personal({ purpose: 'codes', keep: 'until erased' })
  @Column('integer')
  made: number;
}
