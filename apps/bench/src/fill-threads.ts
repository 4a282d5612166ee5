import type { Client } from 'pg';
import { commentTexts } from './texts';

/** No answer stands deeper than this. */
const deepest = 8;
const batch = 20_000;

/** One comment of a thread: its number there, what it answers, and where that makes it stand. */
interface Place {
  seq: number;
  parent: number | null;
  root: number;
  path: number[];
  replies: number;
}

/** A thread in which about every second comment answers an earlier one, mostly a late one. */
function grow(size: number): Place[] {
  const places: Place[] = [];
  for (let seq = 1; seq <= size; seq++) {
    const back = 1 + ((seq * 7) % 13);
    const parent = (seq * 5) % 9 < 5 ? places[seq - 1 - back] : undefined;
    const answers = parent && parent.path.length <= deepest ? parent : undefined;
    const root = answers ? answers.root : seq;
    const place = {
      seq,
      parent: answers?.seq ?? null,
      root,
      path: [...(answers?.path ?? []), seq],
      replies: 0,
    };
    places.push(place);
    if (answers) (places[root - 1] as Place).replies++;
  }
  return places;
}

/** Writes the threads and supports that the counters of the ideas speak of. */
export async function fillThreads(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO support (idea_id, account_id, at)
     SELECT id, pg_temp.person(401 + (i.n * 13 + j) % 1599), published_at
       FROM (SELECT *, substr(slug, 6)::bigint AS n FROM idea) i, generate_series(1, supports) j`,
  );
  await client.query(
    `INSERT INTO thread (type, subject_id, municipality_id, seq, total)
     SELECT 'idea', id, municipality_id, comments, comments FROM idea WHERE comments > 0`,
  );
  const { rows } = await client.query<{ n: number; size: number }>(
    'SELECT substr(slug, 6)::int AS n, comments AS size FROM idea WHERE comments > 0 ORDER BY n',
  );
  let waiting: (Place & { idea: number })[] = [];
  for (const { n, size } of rows) {
    for (const place of grow(size)) waiting.push({ ...place, idea: n });
    if (waiting.length < batch) continue;
    await insert(client, waiting);
    waiting = [];
  }
  await insert(client, waiting);
}

async function insert(client: Client, places: (Place & { idea: number })[]): Promise<void> {
  await client.query(
    `INSERT INTO comment (id, type, subject_id, municipality_id, author_id, parent_id, root_id, path, depth, seq, state,
                          body, html, language, created_at, imported_likes, replies)
     SELECT pg_temp.id_of(at, 'comment ' || i.slug || ' ' || p.seq), 'idea', i.id, i.municipality_id,
            pg_temp.person(p.seq * 17 + i.comments),
            pg_temp.id_of(i.published_at + p.parent * interval '7 minutes', 'comment ' || i.slug || ' ' || p.parent),
            pg_temp.id_of(i.published_at + p.root * interval '7 minutes', 'comment ' || i.slug || ' ' || p.root),
            p.path::int[], cardinality(p.path::int[]) - 1, p.seq, 'visible', s.body, s.html, s.language, at,
            (20 * power(1 + (hashint4(p.seq) & 1023), -0.7))::int, p.replies
       FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::text[], $6::int[])
              AS p(idea, seq, parent, root, path, replies)
       JOIN idea i ON i.slug = 'idea-' || p.idea
       JOIN sample s ON s.kind = 'comment' AND s.number = (p.idea * 37 + p.seq * 11) % ${commentTexts},
            LATERAL (SELECT i.published_at + p.seq * interval '7 minutes' AS at) t`,
    [
      places.map(({ idea }) => idea),
      places.map(({ seq }) => seq),
      places.map(({ parent }) => parent),
      places.map(({ root }) => root),
      places.map(({ path }) => `{${path}}`),
      places.map(({ replies }) => replies),
    ],
  );
}
