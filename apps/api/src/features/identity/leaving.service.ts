import { Injectable } from '@nestjs/common';
import { nameKey } from '@zbor/domain';
import type { Queries } from '../../platform/database/database';
import { Database } from '../../platform/database/database';
import type { SignedIn } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { AccountEntity } from './account.entity';
import { passphraseFits } from './passphrases';

/** Somebody goes for good: what it takes, and the end of the account. */
@Injectable()
export class LeavingService {
  constructor(private readonly db: Database) {}

  /** By what a person shows that it is them, beyond the session. */
  async proof(person: SignedIn): Promise<'passphrase' | 'name'> {
    return (await this.account(person)).passphraseHash === null ? 'name' : 'passphrase';
  }

  /** @throws not_confirmed */
  async confirm(person: SignedIn, typed: string): Promise<void> {
    const { passphraseHash, displayName } = await this.account(person);
    const fits =
      passphraseHash === null
        ? nameKey(typed.trim()) === nameKey(displayName)
        : await passphraseFits(passphraseHash, typed);
    if (!fits) throw new ProblemError('not_confirmed');
  }

  /** Whether the municipality would be left without an admin. */
  async isLastAdmin(within: Queries, { id, role }: SignedIn): Promise<boolean> {
    if (role !== 'admin') return false;
    const others = await within.query(
      `SELECT 1 FROM account other JOIN account a USING (municipality_id)
        WHERE a.id = $1 AND other.id <> a.id AND other.role = 'admin' LIMIT 1`,
      [id],
    );
    return others.length === 0;
  }

  /**
   * Lets nothing more be written by this account until the transaction ends.
   * @throws last_admin, not_found when it is gone already.
   */
  async hold(tx: Queries, person: SignedIn): Promise<void> {
    // Two admins who leave at once must not both succeed, so each waits for all of them.
    const held = await tx.query<{ id: string }>(
      `SELECT id FROM account WHERE id = $1 OR (role = 'admin' AND municipality_id = (
          SELECT municipality_id FROM account WHERE id = $1)) ORDER BY id FOR UPDATE`,
      [person.id],
    );
    found(held.find(({ id }) => id === person.id));
    if (await this.isLastAdmin(tx, person)) throw new ProblemError('last_admin');
  }

  /** The account and everything that hangs on it: sessions, supports, seats. */
  async remove(tx: Queries, { id }: SignedIn): Promise<void> {
    await tx.query('DELETE FROM account WHERE id = $1', [id]);
  }

  private async account({ id }: SignedIn): Promise<AccountEntity> {
    return found(await this.db.source.getRepository(AccountEntity).findOneBy({ id }));
  }
}
