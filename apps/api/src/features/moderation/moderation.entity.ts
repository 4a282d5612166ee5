import type { ModeratedType, ReportReason } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

@Entity('report')
export class ReportEntity {
  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('text', { name: 'subject_type' })
  subjectType: ModeratedType;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** Null for a visitor. */
  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'reporter_id', nullable: true })
  reporterId: string | null;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('text')
  reason: ReportReason;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('text')
  note: string;

  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** The act that settled it. */
  @Personal({ purpose: 'reports', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy: string | null;
}

/** One line of the log of moderation; never changed. */
@Entity('moderation_act')
export class ModerationActEntity {
  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'moderator_id', nullable: true })
  moderatorId: string | null;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('text')
  act: 'hide' | 'restore' | 'dismiss';

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('text', { name: 'subject_type' })
  subjectType: ModeratedType;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('text', { nullable: true })
  reason: ReportReason | null;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column('text')
  note: string;

  @Personal({ purpose: 'decisions', keep: { days: 365, after: 'at' } })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
