import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language, ModerationSubject, ReportReason } from '@zbor/contracts';
import { ideaAbilities } from '@zbor/domain';
import type { Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { type CommentSubject, CommentSubjects, type ThreadAbilities } from '../comments/comment-subjects';
import { type ModeratedSubject, ModeratedSubjects } from '../moderation/moderated-subjects';
import { IdeasLive } from './ideas.live';
import { factsOf } from './ideas.presenter';
import { IdeasRepository } from './ideas.repository';
import { IdeasService } from './ideas.service';

/** What ideas opt into: they can be discussed, and moderated. */
@Injectable()
export class IdeaCapabilities implements CommentSubject, ModeratedSubject, OnModuleInit {
  constructor(
    private readonly discussed: CommentSubjects,
    private readonly moderated: ModeratedSubjects,
    private readonly ideas: IdeasService,
    private readonly repository: IdeasRepository,
    private readonly live: IdeasLive,
  ) {}

  onModuleInit(): void {
    this.discussed.register('idea', this);
    this.moderated.register('idea', this);
  }

  abilities(caller: Caller, id: string): Promise<ThreadAbilities | null> {
    return this.ideas.abilities(caller, id);
  }

  counted(tx: Transaction, id: string, total: number): Promise<void> {
    return this.repository.counted(tx, id, total);
  }

  async pages(town: Town, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.repository.byIds(town.id, ids);
    return new Map(rows.map((row) => [row.id, pageOf(row)]));
  }

  async load(town: Town, ids: string[]): Promise<ModerationSubject[]> {
    const rows = await this.repository.byIds(town.id, ids);
    return rows
      .filter((row) => row.state !== 'draft')
      .map((row) => ({
        type: 'idea',
        id: row.id,
        page: pageOf(row),
        title: row.title,
        text: row.body,
        language: row.language as Language,
        author: { name: row.authorName, role: row.authorRole },
        hidden:
          row.hiddenAt && row.hiddenReason
            ? { reason: row.hiddenReason, note: row.hiddenNote ?? '', at: row.hiddenAt.toISOString() }
            : null,
      }));
  }

  async mayReport(caller: Caller, id: string): Promise<boolean> {
    const facts = await this.repository.facts(caller.town.id, id);
    return facts !== null && ideaAbilities(caller.viewer, factsOf(facts)).report;
  }

  async hide(
    tx: Transaction,
    town: Town,
    id: string,
    why: { reason: ReportReason; note: string; at: Date },
  ): Promise<boolean> {
    const hidden = await this.repository.hide(tx, town.id, id, why);
    if (hidden) tx.afterCommit(() => this.live.hidden(id));
    return hidden;
  }

  restore(tx: Transaction, town: Town, id: string): Promise<boolean> {
    return this.repository.restore(tx, town.id, id);
  }
}

const pageOf = ({ id, slug }: { id: string; slug: string }) => `/ideas/${id}/${slug}`;
