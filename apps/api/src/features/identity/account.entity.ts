import type { Locale, Role } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** Somebody in one municipality; the operator alone belongs to none. Nothing here says who they are elsewhere. */
@Entity('account')
export class AccountEntity {
  @Personal({ purpose: 'account', keep: 'until erased' })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: string | null;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column('text')
  role: Role | 'operator';

  @Personal({ purpose: 'publicName', keep: 'until erased' })
  @Column('text', { name: 'display_name' })
  displayName: string;

  /** Null for an author who came with an import and cannot sign in; so are the next two. */
  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @Column('text', { name: 'sign_in_name', nullable: true })
  signInName: string | null;

  /** The form in which two names are the same. */
  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @Column('text', { name: 'sign_in_key', nullable: true })
  signInKey: string | null;

  /** argon2id, with its parameters. */
  @Personal({ purpose: 'signIn', keep: 'until erased' })
  @Column('text', { name: 'passphrase_hash', nullable: true })
  passphraseHash: string | null;

  @Personal({ purpose: 'language', keep: 'until erased' })
  @Column('text')
  language: Locale;

  @Personal({ purpose: 'account', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
