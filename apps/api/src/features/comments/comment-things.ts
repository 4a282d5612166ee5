import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Contributions } from '@zbor/contracts';
import type { Transaction } from '../../platform/database/database';
import { ModerationThings } from '../moderation/moderation-things';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';
import { CommentSubjects } from './comment-subjects';
import { CommentsLive } from './comments.live';
import { LeavingRepository } from './leaving.repository';
import { ThreadsRepository } from './threads.repository';

/** Comments stay as those of somebody who left, or leave an empty place; likes are taken back. */
@Injectable()
export class CommentThings implements PersonalThings, OnModuleInit {
  constructor(
    private readonly register: PersonalRegister,
    private readonly moderation: ModerationThings,
    private readonly repository: LeavingRepository,
    private readonly threads: ThreadsRepository,
    private readonly subjects: CommentSubjects,
    private readonly live: CommentsLive,
  ) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'comments',
      tables: ['comment', 'comment_version'],
      from: 'comment c WHERE c.author_id = $1',
      key: 'c.id',
      columns: {
        text: 'c.body',
        state: 'c.state',
        language: 'c.language',
        createdAt: 'c.created_at',
        editedAt: 'c.edited_at',
        likes: 'c.like_total',
        hiddenAt: 'c.hidden_at',
        reason: 'c.hidden_reason',
        note: 'c.hidden_note',
        versions: `(SELECT json_agg(json_build_object('text', v.body, 'at', v.at) ORDER BY v.number)
                      FROM comment_version v WHERE v.comment_id = c.id)`,
      },
    },
    {
      name: 'commentDecisions',
      tables: ['moderation_act'],
      from: `moderation_act m JOIN comment c ON m.subject_type = 'comment' AND c.id = m.subject_id WHERE c.author_id = $1`,
      key: 'm.id',
      columns: { act: 'm.act', text: 'c.body', reason: 'm.reason', note: 'm.note', at: 'm.at' },
    },
    {
      name: 'likes',
      tables: ['comment_like'],
      from: 'comment_like l WHERE l.account_id = $1',
      key: 'l.comment_id',
      columns: { id: 'l.comment_id', at: 'l.at' },
    },
  ] satisfies PersonalThings['sections'];

  async erase(tx: Transaction, accountId: string, contributions: Contributions): Promise<void> {
    const left = await this.repository.leave(tx, accountId, contributions === 'remove');
    const emptied = left.filter((comment) => comment.emptied).map(({ id }) => id);
    await this.moderation.emptied(tx, 'comment', emptied);
    for (const last of latestOfEach(left)) {
      await this.subjects.of(last.type).counted(tx, last.subjectId, last.total);
      // One change is told for each thread: who misses those before it sees the gap, and asks for them.
      const row = await this.threads.byId(null, last.municipalityId, last.id, tx);
      if (row) tx.afterCommit(() => this.live.changed(row, last.total));
    }
    for (const unliked of await this.repository.unlikeAll(tx, accountId)) {
      tx.afterCommit(() => this.live.liked(unliked, unliked));
    }
  }
}

function latestOfEach<T extends { type: string; subjectId: string; seq: number }>(comments: T[]): T[] {
  const latest = new Map<string, T>();
  for (const comment of comments) {
    const thread = `${comment.type}:${comment.subjectId}`;
    if (comment.seq > (latest.get(thread)?.seq ?? 0)) latest.set(thread, comment);
  }
  return [...latest.values()];
}
