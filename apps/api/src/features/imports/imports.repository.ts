import type { IdeaState } from '@zbor/contracts';
import type { Queries } from '../../platform/database/database';
import { LONGEST_PATH } from '../comments/comments.repository';
import type { IdeaText } from '../ideas/ideas.repository';

export interface NewAuthor {
  id: string;
  name: string;
}

export interface NewIdea extends IdeaText {
  id: string;
  author: NewAuthor | null;
  state: IdeaState;
  /** As the file has it; the session's time zone is that of the municipality. */
  at: string | null;
  supports: number;
}

/** A comment that waits for its place; `file` and `line` say where it was read. */
export interface NewComment {
  id: string;
  parent: string | null;
  /** Null where only the title of its idea is known. */
  idea: string | null;
  title: string | null;
  tag: string | null;
  author: NewAuthor | null;
  body: string;
  html: string;
  language: string;
  at: string | null;
  likes: number;
  file: number;
  line: number;
}

/** Comments of which something is to be reported, with the places of the first few. */
export interface Remark {
  count: number;
  places: { file: number; line: number }[];
}

/**
 * Every query of an import. All of them share one session: what waits stands in temporary tables, so that memory stays
 * flat and a killed import leaves nothing behind.
 */
export class ImportsRepository {
  constructor(
    private readonly session: Queries,
    private readonly town: { id: string; timeZone: string; language: string },
  ) {}

  /** @returns false when another import into this municipality is under way. */
  async begin(): Promise<boolean> {
    const [{ free }] = (await this.session.query(
      `SELECT pg_try_advisory_lock(hashtextextended('import ' || $1, 0)) AS free,
              set_config('TimeZone', $2, false), set_config('statement_timeout', '0', false)`,
      [this.town.id, this.town.timeZone],
    )) as [{ free: boolean }];
    if (!free) return false;
    await this.session.query('CREATE TEMP TABLE met (id uuid PRIMARY KEY)');
    await this.session.query(
      `CREATE TEMP TABLE waiting (
         id uuid PRIMARY KEY, parent uuid, idea uuid, title text, tag text, author uuid, author_name text,
         body text NOT NULL, html text NOT NULL, language text NOT NULL, at timestamptz NOT NULL, likes integer NOT NULL,
         file integer NOT NULL, line integer NOT NULL, orphan boolean NOT NULL DEFAULT false, number integer)`,
    );
    return true;
  }

  /** Leaves the session as it was found, but for its prepared statements, which others go on to use. */
  async end(): Promise<void> {
    await this.session.query('DISCARD TEMP; RESET ALL; SELECT pg_advisory_unlock_all()');
  }

  /** Of these ids, those that this import meets for the first time. */
  async meet(ids: string[]): Promise<Set<string>> {
    const rows = await this.session.query<{ id: string }>(
      'INSERT INTO met SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING id',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async authors(tx: Queries, authors: (NewAuthor & { at: string | null })[]): Promise<void> {
    await tx.query(
      `INSERT INTO account (id, municipality_id, role, display_name, language, created_at)
       SELECT DISTINCT ON (id) id, $2, 'participant', name, $3, least(at, now())
         FROM jsonb_to_recordset($1) AS a (id uuid, name text, at timestamptz) ORDER BY id, at
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(authors), this.town.id, this.town.language],
    );
  }

  /** @returns those that are new or have another total now. */
  ideas(tx: Queries, ideas: NewIdea[]): Promise<{ id: string; isNew: boolean; comments: number }[]> {
    return tx.query(
      `INSERT INTO idea (id, municipality_id, author_id, state, title, slug, excerpt, body, html, language, category,
                         tags, created_at, changed_at, published_at, imported_supports)
       SELECT id, $2, (author ->> 'id')::uuid, state, title, slug, excerpt, body, html, language, category,
              tags, least(at, now()), least(at, now()), least(at, now()), supports
         FROM jsonb_to_recordset($1) AS i (id uuid, author jsonb, state text, title text, slug text, excerpt text,
              body text, html text, language text, category text, tags text[], at timestamptz, supports integer)
       ON CONFLICT (id) DO UPDATE SET imported_supports = excluded.imported_supports
             WHERE idea.imported_supports <> excluded.imported_supports
       RETURNING id, (xmax = 0) AS "isNew", comments`,
      [JSON.stringify(ideas), this.town.id],
    );
  }

  /** Brings likes up to date. @returns the comments that are here already, and whether they changed. */
  async comments(likes: Pick<NewComment, 'id' | 'likes'>[]): Promise<Map<string, boolean>> {
    const rows = await this.session.query<{ id: string; changed: boolean }>(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g (id uuid, likes integer)),
            changed AS (
              UPDATE comment c SET imported_likes = given.likes FROM given
               WHERE c.id = given.id AND c.imported_likes <> given.likes AND c.state <> 'deleted' RETURNING c.id)
       SELECT c.id, changed.id IS NOT NULL AS changed
         FROM given JOIN comment c ON c.id = given.id LEFT JOIN changed ON changed.id = c.id`,
      [JSON.stringify(likes)],
    );
    return new Map(rows.map(({ id, changed }) => [id, changed]));
  }

  async wait(comments: NewComment[]): Promise<void> {
    await this.session.query(
      `INSERT INTO waiting (id, parent, idea, title, tag, author, author_name, body, html, language, at, likes, file, line)
       SELECT id, parent, idea, title, tag, (author ->> 'id')::uuid, author ->> 'name', body, html, language,
              least(at, now()), likes, file, line
         FROM jsonb_to_recordset($1) AS c (id uuid, parent uuid, idea uuid, title text, tag text, author jsonb,
              body text, html text, language text, at timestamptz, likes integer, file integer, line integer)`,
      [JSON.stringify(comments)],
    );
  }

  /** Finds the imported ideas that the waiting comments are about. @returns them, with how many wait for each. */
  async threads(): Promise<{ idea: string; count: number }[]> {
    await this.session.query(
      `UPDATE waiting w SET idea = found.id
         FROM (SELECT asked.title, asked.tag, (array_agg(i.id))[1] AS id
                 FROM (SELECT DISTINCT title, tag FROM waiting WHERE title IS NOT NULL) asked
                 JOIN idea i ON i.municipality_id = $1 AND i.title = asked.title
                            AND (asked.tag IS NULL OR i.tags @> ARRAY[asked.tag])
                 LEFT JOIN account a ON a.id = i.author_id
                WHERE a.sign_in_key IS NULL
                GROUP BY asked.title, asked.tag HAVING count(*) = 1) found
        WHERE w.title = found.title AND w.tag IS NOT DISTINCT FROM found.tag`,
      [this.town.id],
    );
    await this.session.query(
      'UPDATE waiting w SET idea = NULL WHERE NOT EXISTS (SELECT 1 FROM idea WHERE id = w.idea)',
    );
    await this.session.query('CREATE INDEX ON waiting (idea)');
    await this.session.query('CREATE INDEX ON waiting (parent)');
    await this.session.query('ANALYZE waiting');
    return this.session.query(
      'SELECT idea, count(*)::int AS count FROM waiting WHERE idea IS NOT NULL GROUP BY idea ORDER BY idea',
    );
  }

  /** Locks a thread, as everybody does who writes in it, and @returns the number of its latest change. */
  async lock(tx: Queries, idea: string): Promise<number> {
    const [{ seq }] = (await tx.query(
      `INSERT INTO thread (type, subject_id, municipality_id) VALUES ('idea', $1, $2)
       ON CONFLICT (type, subject_id) DO UPDATE SET seq = thread.seq RETURNING seq`,
      [idea, this.town.id],
    )) as [{ seq: number }];
    return seq;
  }

  /**
   * Numbers the comments that wait for a thread in the order of time, an answer always after what it answers. Those
   * whose parent is nowhere become first comments; those that answer themselves in a circle get no number.
   * @returns how many got one.
   */
  async number(tx: Queries, idea: string, after: number): Promise<number> {
    await tx.query(
      `UPDATE waiting w SET parent = NULL, orphan = true
        WHERE idea = $1 AND parent IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM waiting p WHERE p.id = w.parent AND p.idea = $1)
          AND NOT EXISTS (SELECT 1 FROM comment p WHERE p.id = w.parent AND p.type = 'idea' AND p.subject_id = $1)`,
      [idea],
    );
    const rows = await tx.query(
      `WITH RECURSIVE tree AS (
         SELECT w.id, w.at, 0 AS depth, file, line FROM waiting w LEFT JOIN comment p ON p.id = w.parent
          WHERE w.idea = $1 AND (w.parent IS NULL OR p.id IS NOT NULL)
         UNION ALL
         SELECT w.id, greatest(w.at, tree.at), depth + 1, w.file, w.line
           FROM tree JOIN waiting w ON w.parent = tree.id AND w.idea = $1),
       ordered AS (SELECT id, $2 + row_number() OVER (ORDER BY at, depth, file, line) AS number FROM tree),
       numbered AS (UPDATE waiting w SET number = o.number FROM ordered o WHERE w.id = o.id RETURNING 1)
       SELECT count(*)::int AS count FROM numbered`,
      [idea, after],
    );
    return (rows[0] as { count: number }).count;
  }

  /** Writes the numbered comments of a thread, each below the one that it answers. */
  async place(tx: Queries, idea: string): Promise<void> {
    await tx.query(
      `INSERT INTO account (id, municipality_id, role, display_name, language, created_at)
       SELECT DISTINCT ON (author) author, $2, 'participant', author_name, $3, at
         FROM waiting WHERE idea = $1 AND number IS NOT NULL AND author IS NOT NULL ORDER BY author, at
       ON CONFLICT (id) DO NOTHING`,
      [idea, this.town.id, this.town.language],
    );
    await tx.query(
      `WITH RECURSIVE tree AS (
         SELECT w.id, coalesce(p.root_id, w.id) AS root_id, coalesce(p.depth + 1, 0) AS depth,
                coalesce(p.path[1:${LONGEST_PATH}], '{}') || w.number AS path
           FROM waiting w LEFT JOIN comment p ON p.id = w.parent
          WHERE w.idea = $1 AND w.number IS NOT NULL AND (w.parent IS NULL OR p.id IS NOT NULL)
         UNION ALL
         SELECT w.id, root_id, depth + 1, path[1:${LONGEST_PATH}] || w.number
           FROM tree JOIN waiting w ON w.parent = tree.id AND w.idea = $1),
       answered AS (
         UPDATE comment c SET replies = replies + n
           FROM (SELECT root_id, count(*) AS n FROM tree GROUP BY root_id) r WHERE c.id = r.root_id)
       INSERT INTO comment (id, type, subject_id, municipality_id, author_id, parent_id, root_id, path, depth, seq, state,
                            body, html, language, created_at, imported_likes, replies)
       SELECT id, 'idea', $1, $2, author, parent, root_id, path, depth, number, 'visible', body, html, language, at, likes,
              CASE WHEN root_id = id THEN count(*) OVER (PARTITION BY root_id) - 1 ELSE 0 END
         FROM tree JOIN waiting USING (id)`,
      [idea, this.town.id],
    );
  }

  /**
   * Moves the thread on by `count` comments; an idea is no younger than the first of them.
   * @returns its comments that can be read.
   */
  async move(tx: Queries, idea: string, count: number): Promise<number> {
    await tx.query(
      `UPDATE idea SET published_at = f.at, created_at = f.at, changed_at = f.at
         FROM (SELECT min(at) AS at FROM waiting WHERE idea = $1 AND number IS NOT NULL) f
        WHERE id = $1 AND f.at < published_at`,
      [idea],
    );
    const [{ total }] = (await tx.query(
      `UPDATE thread SET seq = seq + $2, total = total + $2 WHERE type = 'idea' AND subject_id = $1 RETURNING total`,
      [idea, count],
    )) as [{ total: number }];
    return total;
  }

  orphans(): Promise<Remark> {
    return this.remark('orphan AND number IS NOT NULL');
  }

  homeless(): Promise<Remark> {
    return this.remark('idea IS NULL');
  }

  circular(): Promise<Remark> {
    return this.remark('idea IS NOT NULL AND number IS NULL');
  }

  private async remark(where: string): Promise<Remark> {
    const [remark] = (await this.session.query(
      `SELECT (SELECT count(*)::int FROM waiting WHERE ${where}) AS count,
              coalesce((SELECT jsonb_agg(e) FROM
                (SELECT file, line FROM waiting WHERE ${where} ORDER BY file, line LIMIT 3) e), '[]') AS places`,
    )) as [Remark];
    return remark;
  }
}
