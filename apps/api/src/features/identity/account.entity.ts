import type { Locale, Role } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody in one municipality; the operator alone belongs to none. Nothing here says who they are elsewhere. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: string | null;

  @Column('text')
  role: Role | 'operator';

  @Column('text', { name: 'display_name' })
  displayName: string;

  /** Null for an author who came with an import and cannot sign in; so are the next two. */
  @Column('text', { name: 'sign_in_name', nullable: true })
  signInName: string | null;

  /** The form in which two names are the same. */
  @Column('text', { name: 'sign_in_key', nullable: true })
  signInKey: string | null;

  /** argon2id, with its parameters. */
  @Column('text', { name: 'passphrase_hash', nullable: true })
  passphraseHash: string | null;

  @Column('text')
  language: Locale;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
