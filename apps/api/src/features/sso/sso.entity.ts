import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** Who comes from a provider. Nothing that the provider says is kept: no name, no address, not even its number. */
@Entity('sso_identity')
export class SsoIdentityEntity {
  /** Keyed, of municipality, issuer and subject: the same person is another one in each municipality. */
  @Personal({ purpose: 'sso', keep: 'until erased' })
  @PrimaryColumn('bytea', { name: 'subject_hash' })
  subjectHash: Buffer;

  @Personal({ purpose: 'sso', keep: 'until erased' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;
}
