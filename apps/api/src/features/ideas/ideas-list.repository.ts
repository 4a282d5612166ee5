import { Injectable } from '@nestjs/common';
import type { IdeaSort, IdeaState, Role } from '@zbor/contracts';
import { Database } from '../../platform/database/database';
import { prepared, searchedStemmers, withoutMinus, wordPatterns } from '../../platform/text/search';

/** What a card needs of an idea. */
export interface IdeaCardRow extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
  excerpt: string;
  language: string;
  state: IdeaState;
  category: string | null;
  tags: string[];
  publishedAt: Date | null;
  changedAt: Date;
  supports: number;
  importedSupports: number;
  comments: number;
  rising: number;
  hiddenAt: Date | null;
  authorName: string | null;
  authorRole: Role | null;
}

export interface Filter {
  category?: string;
  tag?: string;
  language?: string;
}

export const cardColumns = `i.id, i.slug, i.title, i.excerpt, i.language, i.state, i.category, i.tags,
  i.published_at AS "publishedAt", i.changed_at AS "changedAt", i.supports,
  i.imported_supports AS "importedSupports", i.comments, i.rising, i.hidden_at AS "hiddenAt",
  a.display_name AS "authorName", a.role AS "authorRole"`;

/** Each sort has an index of its own, so that the first page costs the same among ten and among a million. */
const keys: Record<Exclude<IdeaSort, 'best'>, { column: string; type: string }> = {
  newest: { column: 'i.published_at', type: 'timestamptz' },
  supported: { column: 'i.support_total', type: 'int' },
  discussed: { column: 'i.comments', type: 'int' },
  rising: { column: 'i.rising', type: 'float8' },
};

/** More hits than this are not weighed against each other: such a word says too little. */
const MOST_HITS = 2_000;

/** Every query that lists ideas. */
@Injectable()
export class IdeasListRepository {
  constructor(private readonly db: Database) {}

  /** Ideas that everybody may read, in the order of a key that is stored with each. */
  list(
    municipalityId: string,
    filter: Filter,
    sort: Exclude<IdeaSort, 'best'>,
    after: (string | number)[] | null,
    size: number,
  ): Promise<IdeaCardRow[]> {
    const { column, type } = keys[sort];
    const { where, parameters } = this.where(municipalityId, filter);
    if (after) {
      parameters.push(after[0], after[1]);
      where.push(`(${column}, i.id) < ($${parameters.length - 1}::${type}, $${parameters.length}::uuid)`);
    }
    return this.db.query(
      `SELECT ${cardColumns} FROM idea i LEFT JOIN account a ON a.id = i.author_id
        WHERE ${where.join(' AND ')} ORDER BY ${column} DESC, i.id DESC LIMIT ${size}`,
      parameters,
    );
  }

  /**
   * Ideas that hold the words of `q`: by stem where PostgreSQL knows the language, by the beginnings of the words
   * (trigrams) elsewhere. `best` weighs them, the other sorts only use what was found.
   */
  search(
    municipalityId: string,
    q: string,
    filter: Filter,
    sort: IdeaSort,
    after: (string | number)[] | null,
    size: number,
  ): Promise<IdeaCardRow[]> {
    const { where, parameters } = this.where(municipalityId, filter);
    const give = (value: unknown) => `$${parameters.push(value)}`;
    const byAnyStemmer = (words: string) =>
      searchedStemmers(words)
        .map((name) => `websearch_to_tsquery('${name}', ${give(prepared(words, name))})`)
        .join(' || ');
    const { wanted, unwanted } = withoutMinus(q);
    const query = `(${byAnyStemmer(wanted)})${unwanted ? ` && !! (${byAnyStemmer(unwanted)})` : ''}`;
    // One by one: PostgreSQL has no way to look up LIKE ALL in an index, and would then use none for either side.
    const patterns = wordPatterns(q).map((pattern) => `s.words LIKE ${give(pattern)}`);
    const words = patterns.length > 0 ? `OR (${patterns.join(' AND ')})` : '';
    const order = sort === 'best' ? 'weight' : keys[sort].column;
    let rest = '';
    if (after && sort === 'best') rest = `OFFSET ${give(after[0])}::int`;
    else if (after && sort !== 'best') {
      where.push(`(${order}, i.id) < (${give(after[0])}::${keys[sort].type}, ${give(after[1])}::uuid)`);
    }
    return this.db.query(
      `WITH asked AS (SELECT ${query} AS query),
            hits AS MATERIALIZED (
              SELECT s.idea_id, ts_rank(s.document, asked.query) AS weight
                FROM asked, idea_search s WHERE s.document @@ asked.query ${words} LIMIT ${MOST_HITS})
       SELECT ${cardColumns} FROM hits JOIN idea i ON i.id = hits.idea_id LEFT JOIN account a ON a.id = i.author_id
        WHERE ${where.join(' AND ')} ORDER BY ${order} DESC, i.id DESC LIMIT ${size} ${rest}`,
      parameters,
    );
  }

  /** Everything of one author, whatever its state. */
  ofAuthor(authorId: string, after: (string | number)[] | null, size: number): Promise<IdeaCardRow[]> {
    return this.db.query(
      `SELECT ${cardColumns} FROM idea i LEFT JOIN account a ON a.id = i.author_id
        WHERE i.author_id = $1 AND ($2::timestamptz IS NULL OR (i.changed_at, i.id) < ($2, $3::uuid))
        ORDER BY i.changed_at DESC, i.id DESC LIMIT ${size}`,
      [authorId, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  private where(municipalityId: string, { category, tag, language }: Filter) {
    const parameters: unknown[] = [municipalityId];
    const where = ['i.municipality_id = $1', "i.state = 'published'", 'i.hidden_at IS NULL'];
    if (category !== undefined) where.push(`i.category = $${parameters.push(category)}`);
    if (language !== undefined) where.push(`i.language = $${parameters.push(language)}`);
    if (tag !== undefined) {
      const tagged = `SELECT FROM idea_search t WHERE t.idea_id = i.id AND t.tags @> ARRAY[$${parameters.push(tag)}::text]`;
      where.push(`EXISTS (${tagged})`);
    }
    return { where, parameters };
  }
}
