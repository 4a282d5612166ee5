import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { PasskeyChallengeEntity, PasskeyEntity } from './passkey.entity';

@Injectable()
export class PasskeysRepository {
  constructor(private readonly db: Database) {}

  private get passkeys() {
    return this.db.source.getRepository(PasskeyEntity);
  }

  private get challenges() {
    return this.db.source.getRepository(PasskeyChallengeEntity);
  }

  of(accountId: string): Promise<PasskeyEntity[]> {
    return this.passkeys.find({ where: { accountId }, order: { id: 'ASC' } });
  }

  has(accountId: string): Promise<boolean> {
    return this.passkeys.existsBy({ accountId });
  }

  byCredential(credentialId: Buffer): Promise<PasskeyEntity | null> {
    return this.passkeys.findOneBy({ credentialId });
  }

  /** @throws passkey_refused where it is known already. */
  async insert(passkey: PasskeyEntity): Promise<void> {
    await this.passkeys.insert(passkey);
  }

  async rename(id: string, name: string): Promise<void> {
    await this.passkeys.update(id, { name });
  }

  async remove(id: string): Promise<void> {
    await this.passkeys.delete(id);
  }

  /** @returns false when it was used by somebody else meanwhile. */
  async use({ id, signCount: before }: PasskeyEntity, signCount: number, day: string): Promise<boolean> {
    const used = await this.passkeys.update({ id, signCount: before }, { signCount, lastUsedOn: day });
    return (used.affected ?? 0) > 0;
  }

  async ask(challenge: PasskeyChallengeEntity): Promise<void> {
    await this.challenges.insert(challenge);
  }

  /** Uses a challenge up. @returns whether there was one: of many answers at once, one alone gets it. */
  async answer(hash: Buffer, now: Date): Promise<boolean> {
    return ((await this.challenges.delete({ hash, expiresAt: MoreThan(now) })).affected ?? 0) > 0;
  }

  async forgetExpired(now: Date): Promise<void> {
    await this.challenges.delete({ expiresAt: LessThanOrEqual(now) });
  }
}
