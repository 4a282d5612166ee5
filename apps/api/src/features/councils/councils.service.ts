import { Injectable } from '@nestjs/common';
import { type Council, contracts, type FieldError, type Input, type Translated } from '@zbor/contracts';
import type { Town } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { CouncilsRepository } from './councils.repository';

const noWords: Translated = { en: '', sl: '', de: '', uk: '', ar: '' };

@Injectable()
export class CouncilsService {
  constructor(private readonly repository: CouncilsRepository) {}

  /** A municipality without a council has an empty one: everything works without. */
  async read(town: Town): Promise<Council> {
    return (await this.repository.read(town.id)) ?? { name: noWords, about: noWords, members: [] };
  }

  /** @throws invalid_input naming each member who is not a council member here, or is named twice. */
  async write(
    town: Town,
    { name, about, members }: Input<typeof contracts.councils.write>['body'],
  ): Promise<Council> {
    const ids = members.map((member) => member.accountId);
    const councillors = new Set(await this.repository.councillors(town.id, ids));
    const errors = ids.flatMap((id, at): FieldError[] =>
      councillors.has(id) && ids.indexOf(id) === at
        ? []
        : [{ path: `body.members.${at}.accountId`, code: 'not_a_choice' }],
    );
    if (errors.length > 0) throw new ProblemError('invalid_input', undefined, errors);
    await this.repository.write({ municipalityId: town.id, name, about }, members);
    return this.read(town);
  }
}
