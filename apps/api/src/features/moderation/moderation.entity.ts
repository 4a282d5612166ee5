import type { ModeratedType, ReportReason } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report')
export class ReportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('text', { name: 'subject_type' })
  subjectType: ModeratedType;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** Null for a visitor. */
  @Column('uuid', { name: 'reporter_id', nullable: true })
  reporterId: string | null;

  @Column('text')
  reason: ReportReason;

  @Column('text')
  note: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** The act that settled it. */
  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy: string | null;
}

/** One line of the log of moderation; never changed. */
@Entity('moderation_act')
export class ModerationActEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('uuid', { name: 'moderator_id', nullable: true })
  moderatorId: string | null;

  @Column('text')
  act: 'hide' | 'restore' | 'dismiss';

  @Column('text', { name: 'subject_type' })
  subjectType: ModeratedType;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { nullable: true })
  reason: ReportReason | null;

  @Column('text')
  note: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
