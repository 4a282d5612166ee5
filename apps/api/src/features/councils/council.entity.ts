import type { Translated } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

@Entity('council')
export class CouncilEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('jsonb')
  name: Translated;

  @Column('jsonb')
  about: Translated;
}

@Entity('council_member')
export class CouncilMemberEntity {
  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @Column('text')
  position: 'chair' | 'deputy' | 'member';

  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @Column('date', { nullable: true })
  since: string | null;

  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @Column('jsonb')
  note: Translated;

  /** Order on the page. */
  @Personal({ purpose: 'councilSeat', keep: 'until erased' })
  @Column('integer')
  place: number;
}
