import { v7 as uuid } from 'uuid';
import { CommentsRepository } from '../src/features/comments/comments.repository';
import { IdeasRepository } from '../src/features/ideas/ideas.repository';
import { prepare } from '../src/features/ideas/ideas.service';
import { ReportEntity } from '../src/features/moderation/moderation.entity';
import { ModerationRepository } from '../src/features/moderation/moderation.repository';
import { Database, type Transaction } from '../src/platform/database/database';
import type { Town } from '../src/platform/http/caller';
import { renderMarkdown } from '../src/platform/text/markdown';
import type { DemoComment, DemoIdea } from './demo-town';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const later = (than: Date, milliseconds: number) => new Date(than.getTime() + milliseconds);

/** What happened in one town. It is told idea by idea, and happens in the order of time. */
export class Story {
  private readonly events: { at: Date; happen: () => Promise<unknown> }[] = [];
  private readonly accounts: string[];
  private readonly ideas: IdeasRepository;
  private readonly comments: CommentsRepository;
  private readonly moderation: ModerationRepository;
  private turn = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly town: Town,
    /** Ids by the names that the demo gives people. */
    private readonly people: Map<string, string>,
    private readonly moderatorId: string,
    private readonly now: Date,
  ) {
    this.accounts = [...people.values()];
    const db = new OneTransaction(tx);
    this.ideas = new IdeasRepository(db);
    this.comments = new CommentsRepository(db);
    this.moderation = new ModerationRepository(db);
  }

  tell(told: DemoIdea): void {
    const id = uuid();
    const authorId = this.person(told.author);
    const published = later(this.now, -told.daysAgo * DAY);
    const text = prepare(this.town, told, told.language);
    const first = told.earlier ? prepare(this.town, { ...told, ...told.earlier }, told.language) : text;
    this.plan(published, async () => {
      await this.ideas.insert(this.tx, {
        ...first,
        id,
        municipalityId: this.town.id,
        authorId,
        requestKey: null,
        at: published,
        published: told.state !== 'draft',
      });
      await this.ideas.index(this.tx, id, first);
    });
    if (told.earlier) {
      const edited = this.between(published, 0.2);
      this.plan(edited, async () => {
        await this.ideas.rewrite(this.tx, id, 1, text, edited);
        await this.ideas.index(this.tx, id, text);
      });
    }
    let last = published;
    for (const comment of told.comments) {
      const ended = this.discuss(id, null, comment, published);
      if (ended > last) last = ended;
    }
    const closed = told.state === 'withdrawn' ? later(last, 5 * HOUR) : this.now;
    for (const [place, supporter] of this.others(authorId, told.supporters).entries()) {
      // Most supports come soon, some late.
      const at = this.between(published, (place / told.supporters) ** 2, closed);
      this.plan(at, () => this.ideas.support(this.town.id, id, supporter, at));
    }
    if (told.state === 'withdrawn') this.plan(closed, () => this.ideas.withdraw(id, 'published', closed));
  }

  /** @returns when the last thing was said in it. */
  private discuss(ideaId: string, parentId: string | null, told: DemoComment, after: Date): Date {
    const id = uuid();
    const thread = { type: 'idea', id: ideaId } as const;
    const authorId = this.person(told.author);
    const at = later(after, told.hoursAfter * HOUR);
    const textOf = (body: string) => ({ body, html: renderMarkdown(body), language: told.language });
    this.plan(at, async () => {
      const placed = await this.comments.insert(this.tx, {
        ...textOf(told.edited ?? told.body),
        id,
        municipalityId: this.town.id,
        thread,
        authorId,
        parentId,
        at,
        requestKey: null,
      });
      if (!placed) throw new Error(`The demo answers a comment that is not there: ${told.body}`);
      await this.ideas.counted(this.tx, ideaId, placed.total);
    });
    let last = at;
    for (const reply of told.replies ?? []) {
      const ended = this.discuss(ideaId, id, reply, at);
      if (ended > last) last = ended;
    }
    const move = async (by: 0 | -1, write: (seq: number) => Promise<unknown>) => {
      const { seq, total } = await this.comments.move(this.tx, thread, by);
      await write(seq);
      await this.ideas.counted(this.tx, ideaId, total);
    };
    if (told.edited) {
      const edited = this.between(at, 0.01);
      this.plan(edited, () =>
        move(0, (seq) => this.comments.rewrite(this.tx, id, seq, textOf(told.body), edited)),
      );
    }
    if (told.deleted)
      this.plan(this.between(last, 0.1), () => move(-1, (seq) => this.comments.clear(this.tx, id, seq)));
    else
      for (const person of this.others(authorId, told.likes)) {
        const liked = this.between(at, 0.3);
        this.plan(liked, () => this.comments.like(id, person, liked));
      }
    if (told.hidden) {
      const why = { ...told.hidden, at: this.between(last, 0.02) };
      this.plan(why.at, () => move(-1, (seq) => this.comments.hide(this.tx, id, seq, why)));
      this.plan(why.at, () => this.log(id, why));
    }
    if (told.reported) this.report(id, told.reported);
    return last;
  }

  private log(commentId: string, why: NonNullable<DemoComment['hidden']> & { at: Date }) {
    return this.moderation.log(this.tx, {
      ...why,
      id: uuid(),
      municipalityId: this.town.id,
      moderatorId: this.moderatorId,
      act: 'hide',
      subjectType: 'comment',
      subjectId: commentId,
    });
  }

  private report(commentId: string, { by, reason, note }: NonNullable<DemoComment['reported']>): void {
    const at = later(this.now, -26 * HOUR);
    const report: ReportEntity = {
      id: uuid(),
      municipalityId: this.town.id,
      subjectType: 'comment',
      subjectId: commentId,
      reporterId: this.person(by),
      reason,
      note,
      at,
      settledBy: null,
    };
    this.plan(at, () => this.tx.manager.insert(ReportEntity, report));
  }

  /** Lets everything happen that was told. */
  async happen(): Promise<void> {
    this.events.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const event of this.events) await event.happen();
  }

  private plan(at: Date, happen: () => Promise<unknown>): void {
    this.events.push({ at, happen });
  }

  /** A moment since `start`, `share` of the way to `end`. */
  private between(start: Date, share: number, end = this.now): Date {
    return later(start, share * (end.getTime() - start.getTime()));
  }

  private person(key: string): string {
    const id = this.people.get(key);
    if (!id) throw new Error(`The demo knows nobody called ${key}.`);
    return id;
  }

  /** So many others, somebody else first each time. */
  private others(than: string, count: number): string[] {
    this.turn += 5;
    const from = this.turn % this.accounts.length;
    const turned = [...this.accounts.slice(from), ...this.accounts.slice(0, from)];
    return turned.filter((id) => id !== than).slice(0, count);
  }
}

/** Repositories that know of one transaction alone. */
class OneTransaction extends Database {
  constructor(private readonly tx: Transaction) {
    super(tx.manager.connection);
  }

  override query<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]> {
    return this.tx.query<T>(sql, parameters);
  }
}
