import { Injectable } from '@nestjs/common';
import type { contracts, IdeaSort, Input } from '@zbor/contracts';
import { readCursor, writeCursor } from '../../platform/cursor';
import type { Caller, Town } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { presentCard } from './ideas.presenter';
import { type IdeaCardRow, IdeasListRepository } from './ideas-list.repository';

const PAGE = 20;

/** Listing ideas. */
@Injectable()
export class IdeasListService {
  constructor(private readonly repository: IdeasListRepository) {}

  /** @throws invalid_input when `best` is asked for without words, or the cursor is of another list. */
  async list(town: Town, query: Input<typeof contracts.ideas.list>['query']) {
    const q = query.q?.trim();
    const sort = query.sort ?? (q ? 'best' : 'newest');
    const { category, tag, language } = query;
    const filter = { category, tag: tag?.toLowerCase(), language };
    if (!q) {
      if (sort === 'best') {
        throw new ProblemError('invalid_input', undefined, [{ path: 'query.sort', code: 'not_a_choice' }]);
      }
      const rows = await this.repository.list(town.id, filter, sort, readAfter(sort, query.after), PAGE + 1);
      return page(rows, (last) => writeCursor(sort, [keyOf(sort, last), last.id]));
    }
    const after = readAfter(sort, query.after);
    const rows = await this.repository.search(town.id, q, filter, sort, after, PAGE + 1);
    return page(rows, (last) =>
      sort === 'best'
        ? writeCursor(sort, [Number(after?.[0] ?? 0) + PAGE])
        : writeCursor(sort, [keyOf(sort, last), last.id]),
    );
  }

  async mine(caller: Caller, cursor: string | undefined) {
    const after = cursor === undefined ? null : readCursor(cursor, 'mine', ['moment', 'uuid']);
    const rows = await this.repository.ofAuthor(caller.person.id, after, PAGE + 1);
    return page(rows, (last) => writeCursor('mine', [last.changedAt.toISOString(), last.id]));
  }
}

function page(rows: IdeaCardRow[], cursorOf: (last: IdeaCardRow) => string) {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown.map(presentCard), next: rows.length > PAGE && last ? cursorOf(last) : null };
}

function keyOf(sort: Exclude<IdeaSort, 'best'>, row: IdeaCardRow): string | number {
  switch (sort) {
    case 'newest':
      return row.publishedAt?.toISOString() ?? '';
    case 'supported':
      return row.supports + row.importedSupports;
    case 'discussed':
      return row.comments;
    case 'rising':
      return row.rising;
  }
}

/** Furthest that one may page through weighed hits. */
const MOST_WEIGHED = 2_000;

function readAfter(sort: IdeaSort, cursor: string | undefined): (string | number)[] | null {
  if (cursor === undefined) return null;
  if (sort === 'newest') return readCursor(cursor, sort, ['moment', 'uuid']);
  if (sort === 'rising') return readCursor(cursor, sort, ['number', 'uuid']);
  if (sort !== 'best') return readCursor(cursor, sort, ['integer', 'uuid']);
  const [offset] = readCursor(cursor, sort, ['integer']);
  return [Math.min(MOST_WEIGHED, Math.max(0, Number(offset)))];
}
