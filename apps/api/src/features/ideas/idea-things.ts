import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Contributions } from '@zbor/contracts';
import type { Transaction } from '../../platform/database/database';
import { ModerationThings } from '../moderation/moderation-things';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';
import { IdeasLive } from './ideas.live';
import { LeavingRepository } from './leaving.repository';

/** Ideas stay as those of somebody who left, or stand there withdrawn and empty; supports are taken back. */
@Injectable()
export class IdeaThings implements PersonalThings, OnModuleInit {
  constructor(
    private readonly register: PersonalRegister,
    private readonly moderation: ModerationThings,
    private readonly repository: LeavingRepository,
    private readonly live: IdeasLive,
  ) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'ideas',
      tables: ['idea', 'idea_version', 'idea_search'],
      from: 'idea i WHERE i.author_id = $1',
      key: 'i.id',
      columns: {
        title: 'i.title',
        text: 'i.body',
        state: 'i.state',
        language: 'i.language',
        category: 'i.category',
        tags: 'i.tags',
        createdAt: 'i.created_at',
        publishedAt: 'i.published_at',
        editedAt: 'i.edited_at',
        supports: 'i.support_total',
        comments: 'i.comments',
        hiddenAt: 'i.hidden_at',
        reason: 'i.hidden_reason',
        note: 'i.hidden_note',
        versions: `(SELECT json_agg(json_build_object('title', v.title, 'text', v.body, 'at', v.at) ORDER BY v.number)
                      FROM idea_version v WHERE v.idea_id = i.id)`,
      },
    },
    {
      name: 'ideaDecisions',
      tables: ['moderation_act'],
      from: `moderation_act m JOIN idea i ON m.subject_type = 'idea' AND i.id = m.subject_id WHERE i.author_id = $1`,
      key: 'm.id',
      columns: { act: 'm.act', title: 'i.title', reason: 'm.reason', note: 'm.note', at: 'm.at' },
    },
    {
      name: 'supports',
      tables: ['support'],
      from: 'support s JOIN idea i ON i.id = s.idea_id WHERE s.account_id = $1',
      key: 's.idea_id',
      columns: { title: 'i.title', id: 's.idea_id', at: 's.at' },
    },
  ] satisfies PersonalThings['sections'];

  async erase(tx: Transaction, accountId: string, contributions: Contributions): Promise<void> {
    for (const { id, ...count } of await this.repository.unsupportAll(tx, accountId)) {
      tx.afterCommit(() => this.live.supported(id, count));
    }
    await this.moderation.emptied(
      tx,
      'idea',
      await this.repository.leave(tx, accountId, contributions === 'remove'),
    );
  }
}
