import { Injectable } from '@nestjs/common';
import type { Held, Input, Output, privacy } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { LiveGateway } from '../../platform/live/live.gateway';
import { LeavingService } from '../identity/leaving.service';
import { PersonalRegister } from './personal-things';
import { PrivacyRepository } from './privacy.repository';

@Injectable()
export class PrivacyService {
  constructor(
    private readonly db: Database,
    private readonly repository: PrivacyRepository,
    private readonly register: PersonalRegister,
    private readonly leaving: LeavingService,
    private readonly live: LiveGateway,
    private readonly clock: Clock,
  ) {}

  /** One line for each purpose, in the order in which the entities name them. */
  held(): { items: Held[] } {
    const byPurpose = new Map(this.repository.columns().map(({ purpose, keep }) => [purpose, keep]));
    return { items: [...byPurpose].map(([purpose, keep]) => ({ purpose, keep })) };
  }

  async mine({ person }: Caller): Promise<Output<typeof privacy.mine>> {
    return {
      proof: await this.leaving.proof(person),
      lastAdmin: await this.leaving.isLastAdmin(this.db, person),
    };
  }

  /**
   * Erases the caller, all or nothing. Whoever has a page open hears what became of the texts.
   * @throws not_confirmed, last_admin
   */
  async erase(
    { person }: Caller,
    { contributions, proof }: Input<typeof privacy.erase>['body'],
  ): Promise<void> {
    await this.leaving.confirm(person, proof);
    await this.db.transaction(async (tx) => {
      await this.repository.oneAfterTheOther(tx);
      await this.leaving.hold(tx, person);
      await this.register.erase(tx, person.id, contributions);
      await this.leaving.remove(tx, person);
      await this.repository.forgetMessages(tx);
      tx.afterCommit(() => this.live.disconnect(person.id));
    });
  }

  async forget(): Promise<void> {
    await this.repository.expire(this.clock.now());
  }
}
