import { Injectable } from '@nestjs/common';
import { leavesNoAdmin, nameKey } from '@zbor/domain';
import { Clock } from '../../platform/clock';
import type { Queries } from '../../platform/database/database';
import { Database } from '../../platform/database/database';
import type { SignedIn } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { AccountEntity } from './account.entity';
import { passphraseFits } from './passphrases';
import { RolesRepository } from './roles.repository';

/** Somebody goes for good: what it takes, and the end of the account. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly db: Database,
    private readonly roles: RolesRepository,
    private readonly clock: Clock,
  ) {}

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
  async isLastAdmin(within: Queries, person: SignedIn): Promise<boolean> {
    if (person.role !== 'admin') return false;
    const { municipalityId } = await this.account(person);
    const admins = await this.roles.holdAdmins(within, municipalityId ?? '', this.clock.now());
    return leavesNoAdmin(admins, ({ accountId }) => accountId === person.id);
  }

  /**
   * Lets nothing more be written by this account until the transaction ends.
   * @throws last_admin, not_found when it is gone already.
   */
  async hold(tx: Queries, person: SignedIn): Promise<void> {
    // Two admins who leave at once must not both succeed, so each waits for all of them.
    if (await this.isLastAdmin(tx, person)) throw new ProblemError('last_admin');
    const [held] = await tx.query('SELECT id FROM account WHERE id = $1 FOR UPDATE', [person.id]);
    found(held);
  }

  /** The account and everything that hangs on it: sessions, supports, seats. */
  async remove(tx: Queries, { id }: SignedIn): Promise<void> {
    await tx.query('DELETE FROM account WHERE id = $1', [id]);
  }

  private async account({ id }: SignedIn): Promise<AccountEntity> {
    return found(await this.db.source.getRepository(AccountEntity).findOneBy({ id }));
  }
}
