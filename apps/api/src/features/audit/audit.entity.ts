import type { AuditAct, AuditDetails } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** A privileged act. The database refuses to change or to delete one. */
@Entity('audit_entry')
export class AuditEntryEntity {
  /** The municipality in whose log it stands; the nil UUID for the operator's. */
  @Personal({ purpose: 'audit', keep: 'for good' })
  @PrimaryColumn('uuid')
  chain: string;

  /** From 1, without a gap. */
  @Personal({ purpose: 'audit', keep: 'for good' })
  @PrimaryColumn('integer')
  number: number;

  @Personal({ purpose: 'audit', keep: 'for good' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** Null when nobody in particular did it: a job or a command. */
  @Personal({ purpose: 'audit', keep: 'for good' })
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Personal({ purpose: 'audit', keep: 'for good' })
  @Column('text')
  act: AuditAct;

  @Personal({ purpose: 'audit', keep: 'for good' })
  @Column('jsonb')
  details: AuditDetails<AuditAct>;

  @Personal({ purpose: 'audit', keep: 'for good' })
  @Column('bytea')
  hash: Buffer;
}

/** The end of a log: whoever adds to it holds this row, so that two at once come one after the other. */
@Entity('audit_chain')
export class AuditChainEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Of the last entry. */
  @Column('integer')
  number: number;

  @Column('bytea')
  hash: Buffer;
}
