import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language, ModerationSubject, ReportReason } from '@zbor/contracts';
import { commentAbilities } from '@zbor/domain';
import type { Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { type ModeratedSubject, ModeratedSubjects } from '../moderation/moderated-subjects';
import { CommentSubjects } from './comment-subjects';
import { CommentsRepository } from './comments.repository';
import { CommentsService } from './comments.service';
import { type CommentRow, ThreadsRepository } from './threads.repository';

/** Comments can be reported, hidden and restored. */
@Injectable()
export class ModeratedComments implements ModeratedSubject, OnModuleInit {
  constructor(
    private readonly moderated: ModeratedSubjects,
    private readonly subjects: CommentSubjects,
    private readonly threads: ThreadsRepository,
    private readonly repository: CommentsRepository,
    private readonly comments: CommentsService,
  ) {}

  onModuleInit(): void {
    this.moderated.register('comment', this);
  }

  async load(town: Town, ids: string[]): Promise<ModerationSubject[]> {
    const rows = await this.threads.byIds(town.id, ids);
    const pages = await this.subjects.of('idea').pages(town, [...new Set(rows.map((row) => row.subjectId))]);
    return rows.map((row) => ({
      type: 'comment',
      id: row.id,
      page: `${pages.get(row.subjectId) ?? ''}?focus=${row.id}#c-${row.id}`,
      title: null,
      text: row.body,
      language: row.language as Language,
      author: { name: row.authorName, role: row.authorRole },
      hidden: hidingOf(row),
    }));
  }

  async mayReport(caller: Caller, id: string): Promise<boolean> {
    const row = await this.threads.byId(null, caller.town.id, id);
    if (!row) return false;
    const thread = await this.subjects.of(row.type).abilities(caller, row.subjectId);
    return thread !== null && commentAbilities(caller.viewer, row, thread.comment).report;
  }

  hide(
    tx: Transaction,
    town: Town,
    id: string,
    why: { reason: ReportReason; note: string; at: Date },
  ): Promise<boolean> {
    return this.change(tx, town, id, 'visible', -1, (seq) => this.repository.hide(tx, id, seq, why));
  }

  restore(tx: Transaction, town: Town, id: string): Promise<boolean> {
    return this.change(tx, town, id, 'hidden', 1, (seq) => this.repository.restore(tx, id, seq));
  }

  private async change(
    tx: Transaction,
    town: Town,
    id: string,
    from: CommentRow['state'],
    by: -1 | 1,
    write: (seq: number) => Promise<boolean>,
  ): Promise<boolean> {
    const row = await this.threads.byId(null, town.id, id, tx);
    if (row?.state !== from) return false;
    await this.comments.move(town, row, by, (_tx, seq) => write(seq), tx);
    return true;
  }
}

function hidingOf({ hiddenAt, hiddenReason, hiddenNote, state }: CommentRow): ModerationSubject['hidden'] {
  if (state !== 'hidden' || !hiddenAt || !hiddenReason) return null;
  return { reason: hiddenReason, note: hiddenNote ?? '', at: hiddenAt.toISOString() };
}
