import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ModeratedType } from '@zbor/contracts';
import type { Transaction } from '../../platform/database/database';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';
import { ModerationRepository } from './moderation.repository';

/** What one reported, and what one decided as a moderator. A decision stays without the name of who made it. */
@Injectable()
export class ModerationThings implements PersonalThings, OnModuleInit {
  constructor(
    private readonly register: PersonalRegister,
    private readonly repository: ModerationRepository,
  ) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'reports',
      tables: ['report'],
      from: 'report r WHERE r.reporter_id = $1',
      key: 'r.id',
      columns: {
        about: 'r.subject_type',
        id: 'r.subject_id',
        reason: 'r.reason',
        note: 'r.note',
        at: 'r.at',
      },
    },
    {
      name: 'decisionsMade',
      tables: ['moderation_act'],
      from: 'moderation_act m WHERE m.moderator_id = $1',
      key: 'm.id',
      columns: {
        act: 'm.act',
        about: 'm.subject_type',
        id: 'm.subject_id',
        reason: 'm.reason',
        note: 'm.note',
        at: 'm.at',
      },
    },
  ] satisfies PersonalThings['sections'];

  erase(tx: Transaction, accountId: string): Promise<void> {
    return this.repository.forgetReporter(tx, accountId);
  }

  /** The text is gone for good: nothing is left to decide about it, and no word of it stays in the record. */
  emptied(tx: Transaction, type: ModeratedType, ids: string[]): Promise<void> {
    return this.repository.forgetWords(tx, type, ids);
  }
}
