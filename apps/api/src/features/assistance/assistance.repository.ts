import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/database';
import { ClaimEntity } from './claim.entity';

@Injectable()
export class AssistanceRepository {
  async insert({ manager }: Transaction, claim: ClaimEntity): Promise<void> {
    await manager.insert(ClaimEntity, claim);
  }

  /** Takes a code away for good. @returns its account; null where it is not there or expired. */
  async use(tx: Transaction, hash: Buffer, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ accountId: string }>(
      'DELETE FROM claim WHERE hash = $1 AND expires_at > $2 RETURNING account_id AS "accountId"',
      [hash, now],
    );
    return row?.accountId ?? null;
  }
}
