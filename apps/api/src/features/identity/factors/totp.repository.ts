import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { TotpEntity } from './totp.entity';

@Injectable()
export class TotpRepository {
  constructor(private readonly db: Database) {}

  private get secrets() {
    return this.db.source.getRepository(TotpEntity);
  }

  of(accountId: string): Promise<TotpEntity | null> {
    return this.secrets.findOneBy({ accountId });
  }

  /** Offers a new secret, beside the one that counts until its first code was typed. */
  async offer(accountId: string, offered: Buffer): Promise<void> {
    await this.secrets.upsert({ accountId, offered }, ['accountId']);
  }

  /** Makes the offered secret count, unless another one was offered meanwhile. @returns whether it does. */
  async confirm(accountId: string, offered: Buffer, usedStep: number): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE totp SET secret = offered, offered = NULL, used_step = $3
        WHERE account_id = $1 AND offered = $2 RETURNING account_id`,
      [accountId, offered, usedStep],
    );
    return rows.length > 0;
  }

  /** Uses up a step and all before it. @returns false when it was used already: of many at once, one alone gets it. */
  async use(accountId: string, secret: Buffer, step: number): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE totp SET used_step = $3
        WHERE account_id = $1 AND secret = $2 AND (used_step IS NULL OR used_step < $3) RETURNING account_id`,
      [accountId, secret, step],
    );
    return rows.length > 0;
  }

  async remove(accountId: string): Promise<void> {
    await this.secrets.delete({ accountId });
  }
}
