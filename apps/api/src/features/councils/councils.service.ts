import { Injectable } from '@nestjs/common';
import { type Council, contracts, type FieldError, type Input, type Translated } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { AuditService } from '../audit/audit.service';
import { CouncilsRepository } from './councils.repository';

const noWords: Translated = { en: '', sl: '', de: '', uk: '', ar: '' };

@Injectable()
export class CouncilsService {
  constructor(
    private readonly db: Database,
    private readonly repository: CouncilsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A municipality without a council has an empty one: everything works without. */
  async read(town: Town): Promise<Council> {
    return (await this.repository.read(town.id)) ?? { name: noWords, about: noWords, members: [] };
  }

  /** @throws invalid_input naming each member who is not a council member here, or is named twice. */
  async write(
    { town, person }: Caller,
    { name, about, members }: Input<typeof contracts.councils.write>['body'],
  ): Promise<Council> {
    const ids = members.map((member) => member.accountId);
    const councillors = new Set(await this.repository.councillors(town.id, ids, this.clock.now()));
    const errors = ids.flatMap((id, at): FieldError[] =>
      councillors.has(id) && ids.indexOf(id) === at
        ? []
        : [{ path: `body.members.${at}.accountId`, code: 'not_a_choice' }],
    );
    if (errors.length > 0) throw new ProblemError('invalid_input', undefined, errors);
    await this.db.transaction(async (tx) => {
      await this.repository.write(tx, { municipalityId: town.id, name, about }, members);
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'council_changed',
        details: { members: members.length },
      });
    });
    return this.read(town);
  }
}
