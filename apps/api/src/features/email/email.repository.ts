import { Injectable } from '@nestjs/common';
import type { Locale } from '@zbor/contracts';
import { Database, type Transaction } from '../../platform/database/database';
import { EmailAddressEntity, EmailCodeEntity, type Purpose } from './email.entity';

/** By which a code is found: the cookie of the browser that asked, or the link of the mail. */
export type Handle = { tokenHash: Buffer } | { id: string };

/** To whom a mail goes, and about which account. */
export interface Addressee {
  address: string;
  language: Locale;
  accountId: string;
  slug: string;
  town: string;
}

const TRIES = 5;

@Injectable()
export class EmailRepository {
  constructor(private readonly db: Database) {}

  private get addresses() {
    return this.db.source.getRepository(EmailAddressEntity);
  }

  async addressOf(accountId: string): Promise<string | null> {
    return (await this.addresses.findOneBy({ accountId }))?.address ?? null;
  }

  async accountOf(municipalityId: string, address: string): Promise<string | null> {
    return (await this.addresses.findOneBy({ municipalityId, address }))?.accountId ?? null;
  }

  /** Gives an account this address, or none. @throws email_taken */
  async setAddress(
    tx: Transaction,
    address: EmailAddressEntity | { accountId: string; address: null },
  ): Promise<void> {
    const addresses = tx.manager.getRepository(EmailAddressEntity);
    if (address.address === null) await addresses.delete({ accountId: address.accountId });
    else await addresses.upsert(address, ['accountId']);
  }

  async insertCode(tx: Transaction, code: Omit<EmailCodeEntity, 'tries'>): Promise<void> {
    await tx.manager.insert(EmailCodeEntity, { ...code, tries: 0 });
  }

  /** What the code of this browser is for, while it may be tried. */
  async purposeOf(municipalityId: string, tokenHash: Buffer, now: Date): Promise<Purpose | null> {
    const [row] = await this.db.query<{ purpose: Purpose }>(
      `SELECT purpose FROM email_code
        WHERE token_hash = $1 AND municipality_id = $2 AND expires_at > $3 AND tries < $4`,
      [tokenHash, municipalityId, now, TRIES],
    );
    return row?.purpose ?? null;
  }

  /** Takes one of the tries; null when there is no such code, or it was tried too often. */
  async tryCode(
    municipalityId: string,
    purpose: Purpose,
    handle: Handle,
    now: Date,
  ): Promise<EmailCodeEntity | null> {
    const [column, value] = 'id' in handle ? ['id', handle.id] : ['token_hash', handle.tokenHash];
    const [row] = await this.db.query<EmailCodeEntity>(
      `UPDATE email_code SET tries = tries + 1
        WHERE ${column} = $1 AND municipality_id = $2 AND purpose = $3 AND expires_at > $4 AND tries < $5
      RETURNING id, account_id AS "accountId", address, code_hash AS "codeHash"`,
      [value, municipalityId, purpose, now, TRIES],
    );
    return row ?? null;
  }

  /** @returns whether it was there: of many who use it at once, one alone does. */
  async useCode(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query('DELETE FROM email_code WHERE id = $1 RETURNING id', [id])).length > 0;
  }

  async forgetCodes(tx: Transaction, accountId: string, purposes: Purpose[]): Promise<void> {
    await tx.query('DELETE FROM email_code WHERE account_id = $1 AND purpose = ANY ($2)', [
      accountId,
      purposes,
    ]);
  }

  /** Whom the mail with this code is for; null when it is of no use any more, or goes to nobody. */
  async addressee(codeId: string, now: Date): Promise<Addressee | null> {
    const [row] = await this.db.query<Addressee>(
      `SELECT coalesce(c.address, e.address) AS address, a.language, a.id AS "accountId", m.slug, m.name AS town
         FROM email_code c JOIN account a ON a.id = c.account_id JOIN municipality m ON m.id = c.municipality_id
         LEFT JOIN email_address e ON e.account_id = a.id
        WHERE c.id = $1 AND c.expires_at > $2 AND coalesce(c.address, e.address) IS NOT NULL`,
      [codeId, now],
    );
    return row ?? null;
  }

  async forgetExpired(now: Date): Promise<void> {
    await this.db.query('DELETE FROM email_code WHERE expires_at <= $1', [now]);
  }
}
