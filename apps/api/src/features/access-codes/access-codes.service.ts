import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { admits, type contracts, type Input, type Role } from '@zbor/contracts';
import { CODE_FIGURES, codeOf, typedCode, usualQuota, yearIn } from '@zbor/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { Limits } from '../../platform/http/limits';
import { fieldProblem, found, ProblemError } from '../../platform/http/problem';
import { Secrets } from '../../platform/secrets';
import { AuditService } from '../audit/audit.service';
import { IdentityService } from '../identity/identity.service';
import type { Enter } from '../identity/sessions.service';
import { AccessCodesRepository } from './access-codes.repository';

type Codes = (typeof contracts)['access-codes'];

const DAY_MS = 24 * 3600 * 1000;
const makers = admits.facilitator as readonly Role[];

/** Printed codes that let somebody in without a name, an address or a number. */
@Injectable()
export class AccessCodesService {
  constructor(
    private readonly db: Database,
    private readonly repository: AccessCodesRepository,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async batches({ town, person }: Caller) {
    const now = this.clock.now();
    const quota = await this.repository.quota(person.id, yearIn(town.timeZone, now));
    const batches = await this.repository.batches(person.id);
    return {
      items: batches.map(({ id, made, used, expired, cancelled, madeAt, expiresAt }) => ({
        ...{ id, made, used, expired, cancelled },
        madeAt: madeAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        open: expiresAt > now && used + expired + cancelled < made,
      })),
      quota: { perYear: quota?.perYear ?? usualQuota(person.role), madeThisYear: quota?.made ?? 0 },
    };
  }

  /** @throws quota_used_up, wrong_state when this very batch was made before. */
  async make({ town, person }: Caller, { size, days, requestKey }: Input<Codes['make']>['body']) {
    const madeAt = this.clock.now();
    const year = yearIn(town.timeZone, madeAt);
    const expiresAt = new Date(madeAt.getTime() + Number(days) * DAY_MS);
    const codes = [...drawCodes(size)];
    const id = uuid();
    const none = { used: 0, expired: 0, cancelled: 0 };
    const batch = { id, municipalityId: town.id, makerId: person.id, requestKey, year, madeAt, expiresAt };
    await this.db.transaction(async (tx) => {
      const hashes = codes.map((code) => this.hash(town, code));
      await this.repository.insert(tx, { ...batch, made: size, ...none }, hashes);
      if (!(await this.repository.take(tx, person.id, year, size, usualQuota(person.role)))) {
        throw new ProblemError('quota_used_up');
      }
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'codes_made',
        details: { batch: id, codes: size },
      });
    });
    return { codes, expiresAt: expiresAt.toISOString() };
  }

  /** @throws not_found when I have made no such batch. */
  async cancel({ town, person }: Caller, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const codes = found(await this.repository.cancel(tx, person.id, id));
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'codes_cancelled',
        details: { batch: id, codes },
      });
    });
  }

  async quotas(town: Town) {
    const now = this.clock.now();
    const rows = await this.repository.makers(town.id, makers, yearIn(town.timeZone, now), now);
    return {
      items: rows.map(({ id, displayName, role, perYear, made }) => ({
        ...{ id, displayName, role },
        perYear: perYear ?? usualQuota(role),
        madeThisYear: made,
      })),
    };
  }

  /** @throws not_found when the account may make no codes anyway. */
  async giveQuota({ town, person }: Caller, id: string, perYear: number): Promise<void> {
    const now = this.clock.now();
    const year = yearIn(town.timeZone, now);
    await this.db.transaction(async (tx) => {
      const maker = { municipalityId: town.id, id, roles: makers };
      found((await this.repository.giveQuota(tx, maker, perYear, year, now)) || null);
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'quota_given',
        details: { account: id, perYear },
      });
    });
  }

  /**
   * @throws invalid_input for a slip of typing, which the check figure tells; code_refused for every code that does not
   * count, be it unknown, used, cancelled or expired.
   */
  async join(town: Town, { code, displayName, language }: Input<Codes['join']>['body'], enter: Enter) {
    const figures = typedCode(code);
    if (!figures) throw fieldProblem('body.code', 'mistyped_code');
    await this.limits.take('code by town', town.id);
    return this.db.transaction(async (tx) => {
      if (!(await this.repository.use(tx, this.hash(town, figures), this.clock.now()))) {
        throw new ProblemError('code_refused');
      }
      const account = await this.identity.admit(tx, town, { displayName, language });
      await enter(tx, account);
      return account;
    });
  }

  count(): Promise<void> {
    return this.db.transaction((tx) => this.repository.count(tx, this.clock.now()));
  }

  private hash(town: Town, code: string): Buffer {
    return this.secrets.hash('access code', town.id, code);
  }
}

function drawCodes(count: number): Set<string> {
  const codes = new Set<string>();
  const draw = () => Array.from({ length: CODE_FIGURES - 1 }, () => randomInt(10)).join('');
  while (codes.size < count) codes.add(codeOf(draw()));
  return codes;
}
