import { Injectable } from '@nestjs/common';
import type { Comment, contracts, Input, Liking, ThreadType } from '@zbor/contracts';
import { commentAbilities } from '@zbor/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { recogniseLanguage } from '../../platform/text/language';
import { renderMarkdown } from '../../platform/text/markdown';
import { ReadBack } from '../assistance/read-back';
import { CommentSubjects } from './comment-subjects';
import { CommentsLive } from './comments.live';
import { presentComment } from './comments.presenter';
import { CommentsRepository, type Moved } from './comments.repository';
import { type CommentRow, ThreadsRepository } from './threads.repository';

type Written = Input<typeof contracts.comments.write>['body'];

/** Writing in threads. Everything that happens takes a number there, and is told once it is committed. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Database,
    private readonly repository: CommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly subjects: CommentSubjects,
    private readonly readBack: ReadBack,
    private readonly live: CommentsLive,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws not_found, not_read_back, wrong_state when the subject or the parent takes no comments any more, sent_before
   * when its key has brought something else.
   */
  async write(caller: Caller, thread: { type: ThreadType; id: string }, written: Written): Promise<Comment> {
    const { person, town } = caller;
    const subject = this.subjects.of(thread.type);
    if (!found(await subject.abilities(caller, thread.id)).comment) throw new ProblemError('wrong_state');
    const { body, parentId = null, requestKey = null } = written;
    this.readBack.mustBe(caller, [body], written.readBack);
    const comment = {
      id: uuid(),
      municipalityId: town.id,
      thread,
      authorId: person.id,
      parentId,
      body,
      html: renderMarkdown(body),
      language: written.language ?? recogniseLanguage(body) ?? person.language,
      at: this.clock.now(),
      requestKey,
    };
    try {
      const row = await this.db.transaction(async (tx) => {
        const placed = await this.repository.insert(tx, comment);
        if (!placed) throw new ProblemError('wrong_state');
        await subject.counted(tx, thread.id, placed.total);
        const fresh = freshRow(comment, placed, person);
        tx.afterCommit(() => this.live.changed(fresh, placed.total));
        return fresh;
      });
      return presentComment(row, caller.viewer, true);
    } catch (error) {
      const before = requestKey && (await this.threads.byRequestKey(person.id, requestKey));
      if (!before || !(error instanceof ProblemError)) throw error;
      // The same request once more: answered as the first time. Other words must not be taken for arrived.
      const same = before.body === body && before.parentId === parentId && before.subjectId === thread.id;
      if (!same) throw new ProblemError('sent_before');
      return presentComment(before, caller.viewer, true);
    }
  }

  /** @throws not_found, not_allowed when it is somebody else's, wrong_state, not_read_back */
  async edit(
    caller: Caller,
    id: string,
    { body, language, readBack }: Input<typeof contracts.comments.edit>['body'],
  ): Promise<Comment> {
    const { row, can } = await this.mine(caller, id);
    if (!can.edit) throw new ProblemError('wrong_state');
    this.readBack.mustBe(caller, [body], readBack);
    const text = {
      body,
      html: renderMarkdown(body),
      language: language ?? (body === row.body ? row.language : (recogniseLanguage(body) ?? row.language)),
    };
    const after = await this.move(caller.town, row, 0, (tx, seq) =>
      this.repository.rewrite(tx, id, seq, text, this.clock.now()),
    );
    return presentComment({ ...after, liked: row.liked }, caller.viewer, true);
  }

  /** @throws not_found, not_allowed when it is somebody else's, wrong_state */
  async remove(caller: Caller, id: string): Promise<void> {
    const { row, can } = await this.mine(caller, id);
    if (!can.delete) throw new ProblemError('wrong_state');
    await this.move(caller.town, row, row.state === 'visible' ? -1 : 0, (tx, seq) =>
      this.repository.clear(tx, id, seq),
    );
  }

  /** @throws not_found, wrong_state */
  async like(caller: Caller, id: string): Promise<Liking> {
    const { row, can } = await this.readable(caller, id);
    if (!can.like) throw new ProblemError('wrong_state');
    const count = await this.repository.like(id, caller.person.id, this.clock.now());
    if (count) {
      this.live.liked(row, count);
      return { liked: true, ...count };
    }
    // Another press was first, or the comment went meanwhile: what was read before is old.
    const now = await this.readable(caller, id);
    if (!now.can.like) throw new ProblemError('wrong_state');
    const { likes, likeSeq } = now.row;
    return { liked: true, likes, likeSeq };
  }

  /** @throws not_found */
  async unlike(caller: Caller, id: string): Promise<Liking> {
    const { row } = await this.readable(caller, id);
    const count = await this.repository.unlike(id, caller.person.id);
    if (count) this.live.liked(row, count);
    const { likes, likeSeq } = count ?? (await this.readable(caller, id)).row;
    return { liked: false, likes, likeSeq };
  }

  /**
   * A change of one comment in its thread's order: takes the next number, writes, tells.
   * @throws wrong_state when the write finds that it came too late.
   */
  async move(
    town: Town,
    row: Pick<CommentRow, 'id' | 'type' | 'subjectId'>,
    by: -1 | 0 | 1,
    write: (tx: Transaction, seq: number) => Promise<boolean>,
    tx?: Transaction,
  ): Promise<CommentRow> {
    if (!tx) return this.db.transaction((own) => this.move(town, row, by, write, own));
    const moved: Moved = await this.repository.move(tx, { type: row.type, id: row.subjectId }, by);
    if (!(await write(tx, moved.seq))) throw new ProblemError('wrong_state');
    if (by !== 0) await this.subjects.of(row.type).counted(tx, row.subjectId, moved.total);
    const after = found(await this.threads.byId(null, town.id, row.id, tx));
    tx.afterCommit(() => this.live.changed(after, moved.total));
    return after;
  }

  private async readable(caller: Caller, id: string) {
    const row = found(await this.threads.byId(caller.viewer?.id ?? null, caller.town.id, id));
    const thread = found(await this.subjects.of(row.type).abilities(caller, row.subjectId));
    return { row, can: commentAbilities(caller.viewer, row, thread.comment) };
  }

  private async mine(caller: Caller, id: string) {
    const found = await this.readable(caller, id);
    if (found.row.authorId !== caller.person.id) throw new ProblemError('not_allowed');
    return found;
  }
}

/** The row as it now stands in the database, without asking for it again. */
function freshRow(
  comment: Parameters<CommentsRepository['insert']>[1],
  placed: NonNullable<Awaited<ReturnType<CommentsRepository['insert']>>>,
  person: Caller['person'],
): CommentRow {
  return {
    id: comment.id,
    type: comment.thread.type,
    subjectId: comment.thread.id,
    authorId: comment.authorId,
    parentId: comment.parentId,
    rootId: placed.rootId,
    path: [],
    depth: placed.depth,
    seq: placed.seq,
    state: 'visible',
    body: comment.body,
    html: comment.html,
    language: comment.language,
    version: 1,
    createdAt: comment.at,
    editedAt: null,
    likes: 0,
    likeSeq: 0,
    replies: 0,
    hiddenAt: null,
    hiddenReason: null,
    hiddenNote: null,
    authorName: person.displayName,
    authorRole: person.role,
    liked: false,
  };
}
