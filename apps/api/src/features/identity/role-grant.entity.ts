import type { GivenRole } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** A role that somebody was given, and when it holds. What role they have is asked of these rows at each moment. */
@Entity('role_grant')
export class RoleGrantEntity {
  @Personal({ purpose: 'account', keep: 'until erased' })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('text')
  role: GivenRole;

  /** The council, for its members; each municipality has one, which goes by the municipality's id. */
  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('uuid', { name: 'council_id', nullable: true })
  councilId: string | null;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt: Date;

  /** The first moment without it. */
  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3, nullable: true })
  endsAt: Date | null;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'given_at', precision: 3 })
  givenAt: Date;
}
