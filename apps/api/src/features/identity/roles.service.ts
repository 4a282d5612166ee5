import { Injectable } from '@nestjs/common';
import { contracts, type GivenRole, type Input, type RoleGrant } from '@zbor/contracts';
import { dayOf, leavesNoAdmin, roleDates } from '@zbor/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { fieldProblem, found, ProblemError } from '../../platform/http/problem';
import { LiveGateway } from '../../platform/live/live.gateway';
import { AuditService } from '../audit/audit.service';
import { AccountsRepository } from './accounts.repository';
import type { RoleGrantEntity } from './role-grant.entity';
import { RolesRepository } from './roles.repository';

/** Who has which role from when to when. */
@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsRepository,
    private readonly repository: RolesRepository,
    private readonly audit: AuditService,
    private readonly live: LiveGateway,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found, invalid_input for days that are past or in the wrong order, role_held when it overlaps. */
  async give(
    { town, person }: Caller,
    accountId: string,
    wanted: Input<typeof contracts.identity.giveRole>['body'],
  ): Promise<RoleGrant> {
    found(await this.accounts.byId(town.id, accountId));
    const now = this.clock.now();
    const dates = roleDates({ from: wanted.from, until: wanted.until }, town.timeZone, now);
    if ('tooEarly' in dates) throw fieldProblem(`body.${dates.tooEarly}`, 'too_early');
    const grant = newGrant(town.id, accountId, wanted.role, person.id, { ...dates, givenAt: now });
    await this.db.transaction(async (tx) => {
      await this.begin(tx, grant);
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'role_given',
        details: {
          account: accountId,
          role: grant.role,
          from: grant.startsAt.toISOString(),
          until: grant.endsAt?.toISOString() ?? null,
        },
      });
    });
    return present(grant, town, now);
  }

  /** Writes a grant, and the role beside the name where that changes now. */
  async begin(tx: Transaction, grant: RoleGrantEntity): Promise<void> {
    await this.repository.insert(tx, grant);
    await this.repository.show(tx, grant.givenAt, grant.accountId);
  }

  /** @throws not_found, last_admin when no other admin is left, or none whose role lasts as long. */
  async end({ town, person }: Caller, accountId: string, grantId: string): Promise<void> {
    found(await this.accounts.byId(town.id, accountId));
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      // Two admins who step down at once must not both succeed.
      const admins = await this.repository.holdAdmins(tx, town.id, now);
      if (leavesNoAdmin(admins, (admin) => admin.id === grantId)) throw new ProblemError('last_admin');
      const { role } = found(await this.repository.hold(tx, accountId, grantId, now));
      await this.repository.end(tx, grantId, now);
      await this.repository.show(tx, now, accountId);
      tx.afterCommit(() => this.live.recheck(accountId));
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'role_ended',
        details: { account: accountId, role },
      });
    });
  }

  /** Roles that run or will, by account. */
  async of(town: Town, accountIds: string[]): Promise<Map<string, RoleGrant[]>> {
    const now = this.clock.now();
    const grants = new Map<string, RoleGrant[]>(accountIds.map((id) => [id, []]));
    for (const grant of await this.repository.notEnded(accountIds, now))
      grants.get(grant.accountId)?.push(present(grant, town, now));
    return grants;
  }

  /** Brings what is shown, and who stands in which room, in step with roles that began or ended by themselves. */
  async keepInStep(): Promise<void> {
    for (const id of await this.repository.show(this.db, this.clock.now(), null)) this.live.recheck(id);
  }
}

/** @param givenBy null when no person gives it. */
export function newGrant(
  municipalityId: string,
  accountId: string,
  role: GivenRole,
  givenBy: string | null,
  dates: Pick<RoleGrantEntity, 'startsAt' | 'endsAt' | 'givenAt'>,
): RoleGrantEntity {
  const councilId = role === 'council' ? municipalityId : null;
  return { id: uuid(), accountId, role, councilId, givenBy, ...dates };
}

function present({ id, role, startsAt, endsAt }: RoleGrantEntity, { timeZone }: Town, now: Date): RoleGrant {
  return {
    id,
    role,
    from: dayOf(startsAt, timeZone),
    until: endsAt && dayOf(new Date(endsAt.getTime() - 1), timeZone),
    begun: startsAt <= now,
  };
}
