import type { DataSource } from 'typeorm';

/** What in the whole database counts, numbers or places something else than there is; nothing, if all is well. */
export async function miscounts(source: DataSource): Promise<Record<string, number>> {
  const checks: Record<string, string> = {
    ideas: `idea i LEFT JOIN (SELECT subject_id, count(*) AS n FROM comment WHERE state = 'visible' GROUP BY 1) c
              ON c.subject_id = i.id WHERE i.comments <> coalesce(n, 0)`,
    rising: `idea WHERE state <> 'draft' AND abs(rising - (extract(epoch FROM published_at) / 345600
              + log(1 + support_total + comments))) > 1e-6`,
    threads: `thread t LEFT JOIN (SELECT subject_id, count(*) FILTER (WHERE state = 'visible') AS n, max(seq) AS latest
              FROM comment GROUP BY 1) c USING (subject_id) WHERE t.total <> coalesce(n, 0) OR t.seq < latest`,
    replies: `comment r LEFT JOIN (SELECT root_id, count(*) AS n FROM comment WHERE parent_id IS NOT NULL GROUP BY 1) c
              ON c.root_id = r.id WHERE r.parent_id IS NULL AND r.replies <> coalesce(n, 0)`,
    places: `comment c LEFT JOIN comment p ON p.id = c.parent_id
              WHERE c.path[1:cardinality(c.path) - 1] IS DISTINCT FROM coalesce(p.path[1:200], '{}')
                 OR c.depth <> coalesce(p.depth + 1, 0) OR c.root_id <> coalesce(p.root_id, c.id)
                 OR c.path[cardinality(c.path)] > c.seq OR c.path <= p.path`,
    likes: `comment c LEFT JOIN (SELECT comment_id, count(*) AS n FROM comment_like GROUP BY 1) l ON l.comment_id = c.id
              WHERE c.likes <> coalesce(n, 0)`,
    numbers: '(SELECT 1 FROM comment GROUP BY subject_id, seq HAVING count(*) > 1) twice',
  };
  const wrong: Record<string, number> = {};
  for (const [name, from] of Object.entries(checks)) {
    const [{ count }] = (await source.query(`SELECT count(*)::int AS count FROM ${from}`)) as [
      { count: number },
    ];
    if (count > 0) wrong[name] = count;
  }
  return wrong;
}

/** Everything that was imported into a municipality, without the ids that differ from one to the other. */
export async function stateOf(source: DataSource, slug: string): Promise<unknown> {
  const of = (sql: string) => source.query(sql, [slug]);
  return {
    ideas: await of(
      `SELECT i.title, i.slug, i.excerpt, i.html, i.language, i.tags, i.state, i.published_at, i.created_at, i.changed_at,
              i.imported_supports, i.comments, i.rising, i.version, s.document::text, t.seq, t.total,
              a.created_at AS author_since
         FROM idea i JOIN municipality m ON m.id = i.municipality_id JOIN idea_search s ON s.idea_id = i.id
         LEFT JOIN account a ON a.id = i.author_id LEFT JOIN thread t ON t.subject_id = i.id
        WHERE m.slug = $1 ORDER BY i.title`,
    ),
    comments: await of(
      `SELECT i.title, c.body, c.html, c.language, c.path, c.depth, c.seq, c.state, c.created_at, c.imported_likes,
              c.replies, c.version, a.created_at AS author_since
         FROM comment c JOIN municipality m ON m.id = c.municipality_id JOIN idea i ON i.id = c.subject_id
         LEFT JOIN account a ON a.id = c.author_id WHERE m.slug = $1 ORDER BY i.title, c.seq`,
    ),
  };
}

/** How many rows each table has, and a print of them; but for what is counted of every request. */
export async function printOf(
  source: DataSource,
): Promise<Record<string, { rows: number; print: string | null }>> {
  const tables: { name: string }[] = await source.query(
    `SELECT table_schema || '.' || quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'graphile_worker')
        AND table_name NOT IN ('rate_count', 'rate_key', '_private_tasks') ORDER BY 1`,
  );
  const prints = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::int AS rows, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS print FROM ${name} t`,
  );
  const found: { name: string; rows: number; print: string | null }[] = await source.query(
    prints.join(' UNION ALL '),
  );
  return Object.fromEntries(found.map(({ name, rows, print }) => [name, { rows, print }]));
}
