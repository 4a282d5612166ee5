import type { Translated } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  @PrimaryColumn('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  position: 'chair' | 'deputy' | 'member';

  @Column('date', { nullable: true })
  since: string | null;

  @Column('jsonb')
  note: Translated;

  /** Order on the page. */
  @Column('integer')
  place: number;
}
