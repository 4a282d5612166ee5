import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../platform/database/database';
import { RecoveryEntity } from './recovery.entity';

@Injectable()
export class RecoveryRepository {
  constructor(private readonly db: Database) {}

  private get phrases() {
    return this.db.source.getRepository(RecoveryEntity);
  }

  of(accountId: string): Promise<RecoveryEntity | null> {
    return this.phrases.findOneBy({ accountId });
  }

  byHash(hash: Buffer): Promise<RecoveryEntity | null> {
    return this.phrases.findOneBy({ hash });
  }

  /** In place of an older one. */
  async write(phrase: RecoveryEntity): Promise<void> {
    await this.phrases.upsert(phrase, ['accountId']);
  }

  /** @returns whether it was there to be used: of many at once, one alone gets it. */
  async use({ manager }: Transaction, hash: Buffer): Promise<boolean> {
    return ((await manager.delete(RecoveryEntity, { hash })).affected ?? 0) > 0;
  }
}
