import { Injectable } from '@nestjs/common';
import type { ReportReason, SupportCount } from '@zbor/contracts';
import { Database, type Queries, type Transaction } from '../../platform/database/database';
import { fold, prepared, stemmerOf, wordsOf } from '../../platform/text/search';
import { IdeaEntity } from './idea.entity';
import { cardColumns, type IdeaCardRow } from './ideas-list.repository';

export interface IdeaRow extends IdeaCardRow {
  authorId: string | null;
  body: string;
  html: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  hiddenReason: ReportReason | null;
  hiddenNote: string | null;
  supported: boolean;
  supportSeq: number;
}

/** What a person writes of an idea, and what is made of it. */
export type IdeaText = Pick<
  IdeaEntity,
  'title' | 'slug' | 'excerpt' | 'body' | 'html' | 'language' | 'category' | 'tags'
>;

const ideaColumns = `${cardColumns}, i.author_id AS "authorId", i.body, i.html, i.version, i.created_at AS "createdAt",
  i.edited_at AS "editedAt", i.hidden_reason AS "hiddenReason", i.hidden_note AS "hiddenNote",
  i.support_seq AS "supportSeq",
  ($1::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM support s WHERE s.idea_id = i.id AND s.account_id = $1)) AS supported`;

/**
 * How high an idea stands among the rising ones: a newer idea starts higher, and ten times the support makes up for
 * four days of age. It changes with supports and comments only, never by time passing, so that it can be indexed.
 * Source: the logarithm-plus-age ranking that Reddit published (2009).
 */
export const rising = (supports: string, comments: string) =>
  `extract(epoch FROM published_at) / 345600 + log(1 + greatest(0, ${supports}) + imported_supports + ${comments})`;

/** Every query that reads or writes one idea. */
@Injectable()
export class IdeasRepository {
  constructor(private readonly db: Database) {}

  async byId(viewer: string | null, municipalityId: string, id: string): Promise<IdeaRow | null> {
    const [row] = await this.db.query<IdeaRow>(
      `SELECT ${ideaColumns} FROM idea i LEFT JOIN account a ON a.id = i.author_id
        WHERE i.id = $2 AND i.municipality_id = $3`,
      [viewer, id, municipalityId],
    );
    return row ?? null;
  }

  byIds(municipalityId: string, ids: string[]): Promise<IdeaRow[]> {
    return this.db.query(
      `SELECT ${ideaColumns} FROM idea i LEFT JOIN account a ON a.id = i.author_id
        WHERE i.municipality_id = $2 AND i.id = ANY ($3::uuid[])`,
      [null, municipalityId, ids],
    );
  }

  /** What policies ask about; less than a whole idea. */
  async facts(
    municipalityId: string,
    id: string,
  ): Promise<Pick<IdeaRow, 'authorId' | 'state' | 'hiddenAt'> | null> {
    const [row] = await this.db.query<Pick<IdeaRow, 'authorId' | 'state' | 'hiddenAt'>>(
      `SELECT author_id AS "authorId", state, hidden_at AS "hiddenAt" FROM idea WHERE id = $1 AND municipality_id = $2`,
      [id, municipalityId],
    );
    return row ?? null;
  }

  /** @returns the id that this request made before, or null now that it was made. */
  async insert(
    tx: Transaction,
    idea: IdeaText &
      Pick<IdeaEntity, 'id' | 'municipalityId' | 'authorId' | 'requestKey'> & {
        at: Date;
        published: boolean;
      },
  ): Promise<string | null> {
    const rows = await tx.query(
      `INSERT INTO idea (id, municipality_id, author_id, state, title, slug, excerpt, body, html, language, category,
                         tags, created_at, changed_at, published_at, rising, request_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14,
               coalesce(extract(epoch FROM $14::timestamptz) / 345600, 0), $15)
       ON CONFLICT (author_id, request_key) DO NOTHING RETURNING id`,
      [
        idea.id,
        idea.municipalityId,
        idea.authorId,
        idea.published ? 'published' : 'draft',
        idea.title,
        idea.slug,
        idea.excerpt,
        idea.body,
        idea.html,
        idea.language,
        idea.category,
        idea.tags,
        idea.at,
        idea.published ? idea.at : null,
        idea.requestKey,
      ],
    );
    if (rows.length > 0) return null;
    const [before] = await tx.query<{ id: string }>(
      'SELECT id FROM idea WHERE author_id = $1 AND request_key = $2',
      [idea.authorId, idea.requestKey],
    );
    return before?.id ?? null;
  }

  /**
   * Puts another text in place of version `version`. Of what was published, the version before is kept.
   * @returns whether it did; false when another version came between, or it was withdrawn.
   */
  async rewrite(tx: Queries, id: string, version: number, text: IdeaText, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `WITH before AS (
         INSERT INTO idea_version (idea_id, number, title, body, language, at)
         SELECT id, version, title, body, language, coalesce(edited_at, published_at) FROM idea
          WHERE id = $1 AND version = $2 AND state = 'published' AND (title <> $3 OR body <> $6)
         ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE idea SET title = $3, slug = $4, excerpt = $5, body = $6, html = $7, language = $8, category = $9,
              tags = $10, version = version + 1, changed_at = $11,
              edited_at = CASE WHEN EXISTS (SELECT 1 FROM before) THEN $11 ELSE edited_at END
        WHERE id = $1 AND version = $2 AND state <> 'withdrawn' RETURNING id`,
      [
        id,
        version,
        text.title,
        text.slug,
        text.excerpt,
        text.body,
        text.html,
        text.language,
        text.category,
        text.tags,
        at,
      ],
    );
    return rows.length > 0;
  }

  /** Makes the text findable. */
  async index(tx: Queries, id: string, { title, body, tags, language }: IdeaText): Promise<void> {
    const stemmer = stemmerOf(language);
    await tx.query(
      `INSERT INTO idea_search (idea_id, document, words, tags)
       VALUES ($1, setweight(to_tsvector($2::regconfig, $3), 'A') || setweight(to_tsvector('simple', $4), 'B')
                || setweight(to_tsvector($2::regconfig, $5), 'C'), $6, $7)
       ON CONFLICT (idea_id) DO UPDATE SET document = excluded.document, words = excluded.words,
         tags = excluded.tags`,
      [
        id,
        stemmer,
        prepared(title, stemmer),
        fold(tags.join(' ')),
        prepared(body, stemmer),
        stemmer === 'simple' ? wordsOf(`${title} ${body}`) : '',
        tags,
      ],
    );
  }

  /** @returns whether it did; false when it is no draft any more, or another version of it came between. */
  async publish(id: string, version: number, at: Date): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE idea SET state = 'published', published_at = $2, changed_at = $2, version = version + 1,
              edited_at = NULL, rising = extract(epoch FROM $2::timestamptz) / 345600
        WHERE id = $1 AND state = 'draft' AND version = $3 RETURNING id`,
      [id, at, version],
    );
    return rows.length > 0;
  }

  /**
   * A draft goes; what was published stays readable.
   * @returns whether it did; false when it is in another state than the one that was seen.
   */
  async withdraw(id: string, seen: 'draft' | 'published', at: Date): Promise<boolean> {
    const rows =
      seen === 'draft'
        ? await this.db.query(`DELETE FROM idea WHERE id = $1 AND state = 'draft' RETURNING id`, [id])
        : await this.db.query(
            `UPDATE idea SET state = 'withdrawn', changed_at = $2
              WHERE id = $1 AND state = 'published' RETURNING id`,
            [id, at],
          );
    return rows.length > 0;
  }

  /** What could be read before, counted from 1: changes of a draft or of tags leave nothing to read. */
  versions(
    id: string,
  ): Promise<{ number: number; title: string; body: string; language: string; at: Date }[]> {
    return this.db.query(
      `SELECT row_number() OVER (ORDER BY number)::int AS number, title, body, language, at
         FROM idea_version WHERE idea_id = $1 ORDER BY number DESC LIMIT 200`,
      [id],
    );
  }

  /**
   * One support per person and idea, however often and however many at once: the key decides, and the counter moves
   * with it.
   * @returns the count after it, null when nothing changed.
   */
  async support(
    municipalityId: string,
    id: string,
    accountId: string,
    at: Date,
  ): Promise<SupportCount | null> {
    const [row] = await this.db.query<SupportCount>(
      `WITH given AS (
         INSERT INTO support (idea_id, account_id, at)
         SELECT id, $2, $3 FROM idea
          WHERE id = $1 AND municipality_id = $4 AND state = 'published' AND hidden_at IS NULL
         ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE idea SET supports = supports + 1, support_seq = support_seq + 1, rising = ${rising('supports + 1', 'comments')}
        WHERE id = $1 AND EXISTS (SELECT 1 FROM given) RETURNING supports, support_seq AS "supportSeq"`,
      [id, accountId, at, municipalityId],
    );
    return row ?? null;
  }

  /** @returns the count after it, null when there was nothing to take back. */
  async unsupport(id: string, accountId: string): Promise<SupportCount | null> {
    const [row] = await this.db.query<SupportCount>(
      `WITH taken AS (DELETE FROM support WHERE idea_id = $1 AND account_id = $2 RETURNING 1)
       UPDATE idea SET supports = supports - 1, support_seq = support_seq + 1, rising = ${rising('supports - 1', 'comments')}
        WHERE id = $1 AND EXISTS (SELECT 1 FROM taken) RETURNING supports, support_seq AS "supportSeq"`,
      [id, accountId],
    );
    return row ?? null;
  }

  async counted(tx: Queries, id: string, comments: number): Promise<void> {
    await tx.query(`UPDATE idea SET comments = $2, rising = ${rising('supports', '$2::int')} WHERE id = $1`, [
      id,
      comments,
    ]);
  }

  async hide(
    tx: Queries,
    municipalityId: string,
    id: string,
    why: { reason: ReportReason; note: string; at: Date },
  ) {
    const rows = await tx.query(
      `UPDATE idea SET hidden_at = $3, hidden_reason = $4, hidden_note = $5
        WHERE id = $1 AND municipality_id = $2 AND state <> 'draft' AND hidden_at IS NULL RETURNING id`,
      [id, municipalityId, why.at, why.reason, why.note],
    );
    return rows.length > 0;
  }

  async restore(tx: Queries, municipalityId: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE idea SET hidden_at = NULL, hidden_reason = NULL, hidden_note = NULL
        WHERE id = $1 AND municipality_id = $2 AND hidden_at IS NOT NULL RETURNING id`,
      [id, municipalityId],
    );
    return rows.length > 0;
  }

  /** Ideas whose counters say something else than the rows that they count. */
  async miscounted(): Promise<number> {
    const [row] = await this.db.query<{ wrong: number }>(
      `SELECT count(*)::int AS wrong FROM idea i
        LEFT JOIN (SELECT idea_id, count(*)::int AS n FROM support GROUP BY idea_id) s ON s.idea_id = i.id
        LEFT JOIN (SELECT subject_id, count(*)::int AS n FROM comment
                    WHERE type = 'idea' AND state = 'visible' GROUP BY subject_id) c ON c.subject_id = i.id
        WHERE i.supports <> coalesce(s.n, 0) OR i.comments <> coalesce(c.n, 0)`,
    );
    return row?.wrong ?? 0;
  }
}
