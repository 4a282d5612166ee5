import { Injectable } from '@nestjs/common';
import type { contracts, Idea, Input, Language, Supporting } from '@zbor/contracts';
import { directionOf, type IdeaAbilities, ideaAbilities, slugOf } from '@zbor/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { fieldProblem, found, ProblemError } from '../../platform/http/problem';
import { recogniseLanguage } from '../../platform/text/language';
import { excerptOf, renderMarkdown } from '../../platform/text/markdown';
import { ReadBack, type Words } from '../assistance/read-back';
import { ThreadsService } from '../comments/threads.service';
import { IdeasLive } from './ideas.live';
import { factsOf, presentIdea } from './ideas.presenter';
import { type IdeaRow, IdeasRepository, type IdeaText } from './ideas.repository';

type Ideas = typeof contracts.ideas;

@Injectable()
export class IdeasService {
  constructor(
    private readonly db: Database,
    private readonly repository: IdeasRepository,
    private readonly threads: ThreadsService,
    private readonly readBack: ReadBack,
    private readonly live: IdeasLive,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found, also for what this caller may not read. */
  async read(caller: Caller, id: string, query: Input<Ideas['read']>['query']) {
    const { row, can } = await this.readable(caller, id);
    const thread = await this.threads.page(caller, { type: 'idea', id }, query, can);
    return { idea: presentIdea(row, caller.viewer, can), thread };
  }

  preview(caller: Caller, written: Input<Ideas['preview']>['body']) {
    const { language = recogniseLanguage(`${written.title}\n${written.body}`) } = written;
    return { language, readBack: this.readBack.markOf(caller, wordsOf(written)) };
  }

  /**
   * @throws invalid_input when the category is none of this municipality, not_read_back, changed_meanwhile when the same
   * request was made before with other words
   */
  async propose(caller: Caller, written: Input<Ideas['propose']>['body']): Promise<Idea> {
    const { person, town } = caller;
    if (written.publish) this.readBack.mustBe(caller, wordsOf(written), written.readBack);
    const text = prepare(town, written, person.language);
    const id = uuid();
    const before = await this.db.transaction(async (tx) => {
      const earlier = await this.repository.insert(tx, {
        ...text,
        id,
        municipalityId: town.id,
        authorId: person.id,
        requestKey: written.requestKey ?? null,
        at: this.clock.now(),
        published: written.publish,
      });
      if (!earlier) await this.repository.index(tx, id, text);
      return earlier;
    });
    if (!before) return this.present(caller, id);
    const { row, can } = await this.readable(caller, before);
    if (!isSame(row, text)) throw new ProblemError('changed_meanwhile', { id: before });
    return presentIdea(row, caller.viewer, can);
  }

  /** @throws not_found, not_allowed, wrong_state, changed_meanwhile, not_read_back */
  async edit(
    caller: Caller,
    id: string,
    { version, readBack, ...change }: Input<Ideas['edit']>['body'],
  ): Promise<Idea> {
    const { row } = await this.own(caller, id, 'edit');
    const whole = { ...written(row), ...change };
    if (row.state === 'published') this.readBack.mustBe(caller, wordsOf(whole), readBack);
    const text = prepare(
      caller.town,
      whole,
      row.language,
      change.language === undefined && change.body === undefined ? row.language : undefined,
    );
    await this.db.transaction(async (tx) => {
      if (!(await this.repository.rewrite(tx, id, version, text, this.clock.now()))) {
        throw new ProblemError('changed_meanwhile');
      }
      await this.repository.index(tx, id, text);
    });
    return this.present(caller, id);
  }

  /** @throws not_found, not_allowed, wrong_state, not_read_back */
  async publish(caller: Caller, id: string, readBack: string | undefined): Promise<Idea> {
    const { row } = await this.own(caller, id, 'publish');
    this.readBack.mustBe(caller, wordsOf(row), readBack);
    if (!(await this.repository.publish(id, row.version, this.clock.now())))
      throw new ProblemError('wrong_state');
    return this.present(caller, id);
  }

  /** @throws not_found, not_allowed, wrong_state */
  async withdraw(caller: Caller, id: string, { state }: Input<Ideas['withdraw']>['body']): Promise<void> {
    await this.own(caller, id, 'withdraw');
    if (!(await this.repository.withdraw(id, state, this.clock.now()))) throw new ProblemError('wrong_state');
  }

  /** @throws not_found */
  async versions(caller: Caller, id: string) {
    const { row } = await this.readable(caller, id);
    const before = await this.repository.versions(id);
    const at = row.editedAt ?? row.publishedAt ?? row.createdAt;
    const now = { ...row, number: (before[0]?.number ?? 0) + 1, at };
    return {
      title: row.title,
      slug: row.slug,
      items: [now, ...before].map(({ number, title, body, language, at }) => ({
        number,
        title,
        body,
        language: language as Language,
        direction: directionOf(language, body),
        at: at.toISOString(),
      })),
    };
  }

  /** @throws not_found, wrong_state when it can no longer be supported. */
  async support(caller: Caller, id: string): Promise<Supporting> {
    const count = await this.repository.support(caller.town.id, id, caller.person.id, this.clock.now());
    if (!count) {
      const { row, can } = await this.readable(caller, id);
      if (!can.support) throw new ProblemError('wrong_state');
      return { supported: row.supported, supports: row.supports, supportSeq: row.supportSeq };
    }
    this.live.supported(id, count);
    return { supported: true, ...count };
  }

  /** @throws not_found, wrong_state when it does not move any more. */
  async unsupport(caller: Caller, id: string): Promise<Supporting> {
    const { can } = await this.readable(caller, id);
    if (!can.support) throw new ProblemError('wrong_state');
    const count = await this.repository.unsupport(id, caller.person.id);
    if (count) this.live.supported(id, count);
    const { supports, supportSeq } = count ?? (await this.readable(caller, id)).row;
    return { supported: false, supports, supportSeq };
  }

  /** What this caller may do with an idea, and the idea's facts; null when they may not even read it. */
  async abilities(caller: Caller, id: string): Promise<IdeaAbilities | null> {
    const facts = await this.repository.facts(caller.town.id, id);
    const can = facts && ideaAbilities(caller.viewer, factsOf(facts));
    return can?.read ? can : null;
  }

  private async readable(caller: Caller, id: string): Promise<{ row: IdeaRow; can: IdeaAbilities }> {
    const row = found(await this.repository.byId(caller.viewer?.id ?? null, caller.town.id, id));
    const can = ideaAbilities(caller.viewer, factsOf(row));
    if (!can.read) throw new ProblemError('not_found');
    return { row, can };
  }

  private async own(caller: Caller, id: string, act: 'edit' | 'publish' | 'withdraw') {
    const readable = await this.readable(caller, id);
    if (readable.row.authorId !== caller.person.id) throw new ProblemError('not_allowed');
    if (!readable.can[act]) throw new ProblemError('wrong_state');
    return readable;
  }

  private async present(caller: Caller, id: string): Promise<Idea> {
    const { row, can } = await this.readable(caller, id);
    return presentIdea(row, caller.viewer, can);
  }
}

type Written = Pick<Input<Ideas['propose']>['body'], 'title' | 'body' | 'category' | 'tags' | 'language'>;

const wordsOf = ({ title, body, category, tags }: Omit<Written, 'language'>): Words => [
  title,
  body,
  category,
  tags,
];

const isSame = (one: IdeaText, other: IdeaText) =>
  one.language === other.language && JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));

function written({ title, body, category, tags }: IdeaRow): Written {
  return { title, body, category, tags };
}

/** What is made of a text when it is written, so that reading costs nothing. */
export function prepare(
  town: Town,
  { title, body, category, tags, language }: Written,
  otherwise: string,
  keep?: string,
): IdeaText {
  if (category !== null && !town.categories.some(({ key }) => key === category)) {
    throw fieldProblem('body.category', 'not_a_choice');
  }
  return {
    title,
    slug: slugOf(title),
    excerpt: excerptOf(body),
    body,
    html: renderMarkdown(body),
    language: language ?? keep ?? recogniseLanguage(`${title}\n${body}`) ?? otherwise,
    category,
    tags,
  };
}
