import { Injectable } from '@nestjs/common';
import type { CommentSort, contracts, Input, Output, Thread, ThreadType } from '@zbor/contracts';
import { commentAbilities } from '@zbor/domain';
import { readCursor, writeCursor } from '../../platform/cursor';
import type { Caller } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { CommentSubjects, type ThreadAbilities } from './comment-subjects';
import { groupByRoot, presentComment } from './comments.presenter';
import { type CommentRow, ThreadsRepository } from './threads.repository';

const ROOTS = 20;
/** Answers that are shown below each first comment before one asks for more. */
const REPLIES = 5;
const REPLIES_IN_FOCUS = 50;
/** Of the comments above the one in focus, those nearest to it. */
const ABOVE = 10;
const CHANGES = 100;

type Where = { type: ThreadType; id: string };
type Query = Input<typeof contracts.comments.thread>['query'];

/** Reading threads. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly subjects: CommentSubjects,
  ) {}

  /** @throws not_found when the caller cannot read the subject. */
  async thread(caller: Caller, where: Where, query: Query): Promise<Thread> {
    const abilities = found(await this.subjects.of(where.type).abilities(caller, where.id));
    return this.page(caller, where, query, abilities);
  }

  /** The same for one who has asked the subject already. */
  async page(caller: Caller, where: Where, query: Query, can: ThreadAbilities): Promise<Thread> {
    const { viewer } = caller;
    const shownReplies = query.focus ? REPLIES_IN_FOCUS : REPLIES;
    const { seq, total, rows } = query.focus
      ? await this.repository.focus(viewer?.id ?? null, where, query.focus, ABOVE, shownReplies + 1)
      : await this.repository.page(
          viewer?.id ?? null,
          where,
          query.sort,
          readAfter(query),
          ROOTS + 1,
          shownReplies + 1,
        );
    if (query.focus && rows.length === 0) throw new ProblemError('not_found');
    const groups = groupByRoot(rows);
    const page = groups.slice(0, ROOTS);
    const last = page.at(-1)?.root;
    return {
      seq,
      total,
      items: page.map(({ root, replies }) => ({
        root: presentComment(root, viewer, can.comment),
        ...this.answers(replies, above(replies, query.focus) + shownReplies, caller, can.comment),
      })),
      next: groups.length > ROOTS && last ? writeAfter(query.sort, last) : null,
      can: { comment: can.comment, like: can.comment, moderate: can.moderate },
    };
  }

  /** @throws not_found */
  async replies(caller: Caller, id: string, cursor: string | undefined) {
    const root = found(await this.repository.byId(null, caller.town.id, id));
    const can = found(await this.subjects.of(root.type).abilities(caller, root.subjectId));
    const after = cursor === undefined ? null : String(readCursor(cursor, 'answers', ['uuid'])[0]);
    const rows = await this.repository.replies(
      caller.viewer?.id ?? null,
      root.rootId,
      after,
      REPLIES_IN_FOCUS + 1,
    );
    const { replies, next } = this.answers(rows, REPLIES_IN_FOCUS, caller, can.comment);
    return { items: replies, next };
  }

  /** @throws not_found */
  async changes(
    caller: Caller,
    where: Where,
    after: number,
  ): Promise<Output<typeof contracts.comments.changes>> {
    const can = found(await this.subjects.of(where.type).abilities(caller, where.id));
    const { seq, total, rows } = await this.repository.changes(
      caller.viewer?.id ?? null,
      where,
      after,
      CHANGES + 1,
    );
    const items = rows.slice(0, CHANGES);
    const more = rows.length > CHANGES;
    return {
      seq: more ? (items.at(-1)?.seq ?? seq) : seq,
      total,
      items: items.map((row) => presentComment(row, caller.viewer, can.comment)),
      more,
    };
  }

  /** @throws not_found, also when its text is not for this caller. */
  async versions(caller: Caller, id: string) {
    const row = found(await this.repository.byId(null, caller.town.id, id));
    const can = found(await this.subjects.of(row.type).abilities(caller, row.subjectId));
    if (!commentAbilities(caller.viewer, row, can.comment).readText) throw new ProblemError('not_found');
    const earlier = await this.repository.earlier(id);
    const now = { number: row.version, body: row.body, at: row.editedAt ?? row.createdAt };
    const { language, direction } = presentComment(row, caller.viewer, false);
    return {
      language,
      direction,
      items: [now, ...earlier].map(({ number, body, at }) => ({ number, body, at: at.toISOString() })),
    };
  }

  private answers(rows: CommentRow[], size: number, caller: Caller, open: boolean) {
    const shown = rows.length > size ? rows.slice(0, size) : rows;
    const last = shown.at(-1);
    return {
      replies: shown.map((row) => presentComment(row, caller.viewer, open)),
      next: rows.length > size && last ? writeCursor('answers', [last.id]) : null,
    };
  }
}

/** How many of the answers stand above the one in focus. */
const above = (replies: CommentRow[], focus: string | undefined) =>
  Math.max(
    0,
    replies.findIndex(({ id }) => id === focus),
  );

function readAfter({ sort, after }: Query): (string | number)[] | null {
  if (after === undefined) return null;
  return readCursor(after, sort, sort === 'liked' ? ['integer', 'uuid'] : ['integer']);
}

function writeAfter(sort: CommentSort, root: CommentRow): string {
  return writeCursor(sort, sort === 'liked' ? [root.likes, root.id] : [root.path[0] ?? 0]);
}
