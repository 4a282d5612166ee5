import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { contracts, Input, Receipt } from '@zbor/contracts';
import { CODE_FIGURES, codeOf, typedCode } from '@zbor/domain';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller, Proven, Town } from '../../platform/http/caller';
import { Limits } from '../../platform/http/limits';
import { fieldProblem, found, ProblemError } from '../../platform/http/problem';
import { Secrets } from '../../platform/secrets';
import { AuditService } from '../audit/audit.service';
import { IdentityService } from '../identity/identity.service';
import type { Enter } from '../identity/sessions.service';
import { ExportService } from '../privacy/export.service';
import { AssistanceRepository } from './assistance.repository';

type Assistance = (typeof contracts)['assistance'];

/** For how many days a receipt can be claimed. */
const CLAIM_DAYS = 90;

/** People who write with somebody at their side, and take home a paper that makes it their own. */
@Injectable()
export class AssistanceService {
  constructor(
    private readonly db: Database,
    private readonly repository: AssistanceRepository,
    private readonly identity: IdentityService,
    private readonly exported: ExportService,
    private readonly audit: AuditService,
    private readonly secrets: Secrets,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * An account for somebody at the caller's side. It is made apart from the entry that the caller helped somebody: not
   * even PostgreSQL's mark of what was written together (xmin) joins the two.
   */
  async open({ town, person }: Caller, wanted: Input<Assistance['open']>['body']): Promise<Proven> {
    await this.db.transaction((tx) =>
      this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'assisted_session_opened',
        details: {},
      }),
    );
    return this.db.transaction((tx) => this.identity.admit(tx, town, wanted));
  }

  /** @param leave ends the session. */
  async receipt({ town, person }: Caller, leave: (tx: Transaction) => Promise<void>): Promise<Receipt> {
    const written = await this.written(person.id);
    const code = codeOf(Array.from({ length: CODE_FIGURES - 1 }, () => randomInt(10)).join(''));
    const expiresAt = this.clock.now();
    expiresAt.setUTCHours(0, 0, 0, 0);
    expiresAt.setUTCDate(expiresAt.getUTCDate() + CLAIM_DAYS + 1);
    const claim = { hash: this.hash(town, code), accountId: person.id, expiresAt };
    await this.db.transaction(async (tx) => {
      await this.repository.insert(tx, claim);
      await leave(tx);
    });
    return { code, expiresAt: expiresAt.toISOString(), written };
  }

  /**
   * @throws invalid_input for a slip of typing or a weak passphrase; code_refused for every code that does not count, be
   * it unknown, used or expired; name_taken, which leaves the code good.
   */
  async claim(
    town: Town,
    { code, ...wanted }: Input<Assistance['claim']>['body'],
    enter: Enter,
  ): Promise<Proven> {
    const figures = typedCode(code);
    if (!figures) throw fieldProblem('body.code', 'mistyped_code');
    await this.limits.take('code by town', town.id);
    const way = await this.identity.wayIn(wanted);
    return this.db.transaction(async (tx) => {
      const accountId = await this.repository.use(tx, this.hash(town, figures), this.clock.now());
      if (!accountId) throw new ProblemError('code_refused');
      await this.identity.give(tx, accountId, way);
      const account = found(await this.identity.proven(town.id, accountId, tx));
      await enter(tx, account);
      return account;
    });
  }

  private async written(accountId: string): Promise<Receipt['written']> {
    const ideas = await this.exported.section('ideas', accountId);
    const comments = await this.exported.section('comments', accountId);
    return [
      ...ideas.map(({ title, text }) => ({
        kind: 'idea' as const,
        title: String(title),
        text: String(text),
      })),
      ...comments.map(({ text }) => ({ kind: 'comment' as const, title: null, text: String(text) })),
    ].filter(({ text }) => text !== '');
  }

  private hash(town: Town, code: string): Buffer {
    return this.secrets.hash('claim', town.id, code);
  }
}
