import type { Accent, Locale, Translated } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('municipality')
export class MunicipalityEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  country: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text', { array: true })
  languages: Locale[];

  @Column('text')
  accent: Accent;

  @Column('jsonb')
  invitation: Translated;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}

/** A host name that leads straight to a municipality. */
@Entity('municipality_host')
export class MunicipalityHostEntity {
  @PrimaryColumn('text')
  host: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;
}

@Entity('category')
export class CategoryEntity {
  @PrimaryColumn('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('jsonb')
  names: Translated;

  @Column('integer')
  position: number;
}
