import { Injectable } from '@nestjs/common';
import type { Account } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { AuditService } from '../audit/audit.service';
import { MunicipalitiesService } from '../municipalities/municipalities.service';
import { AccountsRepository } from './accounts.repository';
import { FactorsService } from './factors/factors.service';
import { presentAccount } from './identity.presenter';
import { IdentityService, type NewAccount, toSignedIn } from './identity.service';
import { newGrant, RolesService } from './roles.service';
import { SessionsService } from './sessions.service';

/** What the operator knows of the admins of municipalities, and does for them; everything else the admins do. */
@Injectable()
export class AdminsService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsRepository,
    private readonly municipalities: MunicipalitiesService,
    private readonly identity: IdentityService,
    private readonly roles: RolesService,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every municipality, by name, and whether anybody is an admin of it now. */
  async towns() {
    const [towns, withAdmin] = await Promise.all([
      this.municipalities.all(),
      this.accounts.withAdmin(this.clock.now()),
    ]);
    return towns.map(({ id, slug, name, languages }) => ({
      slug,
      name,
      languages,
      hasAdmin: withAdmin.has(id),
    }));
  }

  /** @throws not_found */
  async of(slug: string) {
    const { id } = await this.municipalities.bySlug(slug);
    return this.accounts.admins(id, this.clock.now());
  }

  /** @throws wrong_state when the municipality has an admin already. */
  async first({ proven: operator }: Caller, slug: string, wanted: NewAccount): Promise<Account> {
    const town = await this.municipalities.bySlug(slug);
    const now = this.clock.now();
    if ((await this.accounts.admins(town.id, now)).length > 0) throw new ProblemError('wrong_state');
    const admin = await this.identity.newAccount(town.id, wanted, 'admin', town.languages[0] ?? 'en');
    await this.db.transaction(async (tx) => {
      await this.accounts.insert(tx, admin);
      const dates = { startsAt: now, endsAt: null, givenAt: now };
      await this.roles.begin(tx, newGrant(town.id, admin.id, 'admin', operator.id, dates));
      await this.record(tx, operator.id, 'first_admin_made', { municipality: town.id, account: admin.id });
    });
    return presentAccount(toSignedIn(admin));
  }

  /**
   * Takes the second factors of an admin away and ends their sessions. Their passphrase stays, which the operator does
   * not know.
   * @throws not_found for whoever is no admin there now, prove_again, wrong_state where there are none.
   */
  async resetFactors({ proven: operator }: Caller, slug: string, id: string): Promise<void> {
    this.sessions.mustBeFresh(operator);
    const town = await this.municipalities.bySlug(slug);
    const admins = await this.accounts.admins(town.id, this.clock.now());
    found(admins.find((admin) => admin.id === id));
    await this.db.transaction(async (tx) => {
      await this.factors.startOver(tx, id);
      await this.record(tx, operator.id, 'admin_factors_reset', { municipality: town.id, account: id });
    });
  }

  /** In both logs: it is the operator's act, and concerns those who rule in the municipality. */
  private async record(
    tx: Transaction,
    actorId: string,
    act: 'first_admin_made' | 'admin_factors_reset',
    details: { municipality: string; account: string },
  ): Promise<void> {
    for (const municipalityId of [null, details.municipality])
      await this.audit.record(tx, { municipalityId, actorId, act, details });
  }
}
