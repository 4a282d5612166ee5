import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../../platform/database/personal';

/** A passkey of an account: the public half alone. Which device holds the other half is not asked for. */
@Entity('passkey')
export class PasskeyEntity {
  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('bytea', { name: 'credential_id' })
  credentialId: Buffer;

  /** COSE (RFC 9052). */
  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('bytea', { name: 'public_key' })
  publicKey: Buffer;

  /** How often it was used, by its own account; a number of 32 bits without a sign, which the driver reads as text. */
  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('int8', { name: 'sign_count', transformer: { from: Number, to: (count: number) => count } })
  signCount: number;

  /** How a browser reaches it: `internal`, `hybrid`, `usb`. */
  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('text', { array: true })
  transports: string[];

  /** What its person calls it. */
  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('text')
  name: string;

  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('date', { name: 'created_on' })
  createdOn: string;

  @Personal({ purpose: 'passkey', keep: 'until erased' })
  @Column('date', { name: 'last_used_on', nullable: true })
  lastUsedOn: string | null;
}

/** A challenge that was not answered yet; whose it is stands nowhere. */
@Entity('passkey_challenge')
export class PasskeyChallengeEntity {
  /** Keyed, of the challenge, what it is for, and who asked for it. */
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
