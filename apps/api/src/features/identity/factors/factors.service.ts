import { Injectable } from '@nestjs/common';
import type { Role, Step } from '@zbor/contracts';
import { mayDoWithout, nameKey, rolesOfTwoSteps } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock';
import { Database, type Transaction } from '../../../platform/database/database';
import type { Caller, Proven, Town } from '../../../platform/http/caller';
import { Limits } from '../../../platform/http/limits';
import { found, ProblemError } from '../../../platform/http/problem';
import { AuditService } from '../../audit/audit.service';
import { AccountsRepository } from '../accounts.repository';
import { IdentityService } from '../identity.service';
import { SessionEntity } from '../session.entity';
import { SessionsService } from '../sessions.service';
import { PasskeyEntity } from './passkey.entity';
import { TotpEntity } from './totp.entity';
import { TotpService } from './totp.service';

/** How far signing in has come, proving more, and starting over for somebody who lost what they prove it with. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly totp: TotpService,
    private readonly identity: IdentityService,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly limits: Limits,
    private readonly audit: AuditService,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async step(caller: Caller): Promise<Step> {
    const { proven } = caller;
    return {
      halfway: caller.halfway !== null,
      fresh: this.sessions.isFresh(proven),
      required: rolesOfTwoSteps.includes(proven.role),
      factors: await this.totp.factors(proven.id),
      closed: await this.totp.isClosed(proven.id),
      demo: await this.totp.demo(proven.id),
    };
  }

  /**
   * @param town null for the operator.
   * @throws wrong_passphrase, too_fast
   */
  async provePassphrase(
    reply: FastifyReply,
    town: Town | null,
    { proven }: Caller,
    passphrase: string,
  ): Promise<void> {
    const signInName = proven.signInName ?? '';
    await this.limits.take('sign-in by name', `${town?.id ?? 'operator'} ${nameKey(signInName)}`);
    await this.identity.verify(town, signInName, passphrase).catch((refusal: unknown) => {
      const wrong = refusal instanceof ProblemError && refusal.code === 'wrong_credentials';
      throw wrong ? new ProblemError('wrong_passphrase') : refusal;
    });
    await this.sessions.prove(reply, town?.slug ?? null, proven, false);
  }

  /** @throws wrong_code, also for one that was used before; too_fast */
  async proveCode(
    reply: FastifyReply,
    place: string | null,
    { proven }: Caller,
    code: string,
  ): Promise<void> {
    await this.totp.prove(proven, code);
    await this.sessions.prove(reply, place, proven, true);
  }

  /** @throws not_found */
  async of(town: Town, id: string) {
    const { displayName, role } = found(await this.accounts.byId(town.id, id));
    return { displayName, role: role as Role, factors: await this.totp.factors(id) };
  }

  /**
   * Takes the second factors of somebody away and ends their sessions.
   * @throws not_found, prove_again, wrong_state where there are none, not_allowed for an admin, whom the operator alone
   * may help.
   */
  async reset(caller: Caller, id: string): Promise<void> {
    this.sessions.mustBeFresh(caller.person);
    found(await this.accounts.byId(caller.town.id, id));
    const admins = await this.accounts.admins(caller.town.id, this.clock.now());
    if (admins.some((admin) => admin.id === id)) throw new ProblemError('not_allowed');
    await this.db.transaction(async (tx) => {
      await this.startOver(tx, id);
      await this.audit.record(tx, {
        municipalityId: caller.town.id,
        actorId: caller.person.id,
        act: 'factors_reset',
        details: { account: id },
      });
    });
  }

  /**
   * Forgets every passkey of somebody who comes back, one of which may be in a thief's hand. Where a role asks for a
   * second factor and they were all that there was, none can be set up in their place: a paper replaces no factor.
   */
  async losePasskeys({ manager }: Transaction, { id: accountId, role }: Proven): Promise<void> {
    const factors = await this.totp.factors(accountId);
    const { affected } = await manager.delete(PasskeyEntity, { accountId });
    if (!affected || mayDoWithout('passkey', { role, factors })) return;
    await manager.upsert(TotpEntity, { accountId, secret: Buffer.alloc(0) }, ['accountId']);
  }

  /**
   * Nothing of the second step is left, and nobody is signed in: whose role asks for one sets it up anew.
   * @throws wrong_state where there is no second step.
   */
  async startOver(tx: Transaction, accountId: string): Promise<void> {
    if ((await this.totp.factors(accountId)).length === 0) throw new ProblemError('wrong_state');
    await endFactors(tx, accountId);
  }
}

/** Takes every second factor and every session of an account away. */
export async function endFactors({ manager }: Transaction, accountId: string): Promise<void> {
  for (const entity of [SessionEntity, TotpEntity, PasskeyEntity])
    await manager.delete(entity, { accountId });
}
