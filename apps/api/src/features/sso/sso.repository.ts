import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/database';
import { SsoIdentityEntity } from './sso.entity';

@Injectable()
export class SsoRepository {
  constructor(private readonly db: Database) {}

  async accountOf(subjectHash: Buffer): Promise<string | null> {
    const found = await this.db.source.getRepository(SsoIdentityEntity).findOneBy({ subjectHash });
    return found?.accountId ?? null;
  }

  /** @throws wrong_state where this subject has an account already. */
  async insert({ manager }: Transaction, identity: SsoIdentityEntity): Promise<void> {
    await manager.insert(SsoIdentityEntity, identity);
  }
}
