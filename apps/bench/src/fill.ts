import type { Client } from 'pg';
import { connected } from './databases';
import { fillThreads } from './fill-threads';
import { commentTexts, ideaTexts, samples } from './texts';
import { signedIn, town } from './town';

const people = 2_000;

/** Ids like those of the portal, but the same ones each time. */
const functions = `
  CREATE FUNCTION pg_temp.id_of(at timestamptz, name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(name), 1, 3) || 'a' ||
     substr(md5(name), 4, 15))::uuid;
  CREATE FUNCTION pg_temp.person(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    pg_temp.id_of('2025-01-01', 'person ' || (n % ${people} + 1));
  CREATE FUNCTION pg_temp.published(n bigint, ideas bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE RETURN
    timestamptz '2026-01-01' - (ideas - n) * interval '5 minutes';
  CREATE TABLE pg_temp.sample (
    kind text, number int, language text, title text, excerpt text, body text, html text, PRIMARY KEY (kind, number));
  CREATE TABLE pg_temp.words (number int PRIMARY KEY, document tsvector, words text);`;

export interface Contents {
  ideas: number;
  comments: number;
  /** Without threads the counters alone speak of them, and ideas are short: a list shows neither. */
  threads: boolean;
}

/** Fills a migrated, empty database: some ideas are discussed and supported by hundreds, most by a few. */
export async function fill(url: string, of: Contents): Promise<void> {
  await connected(url, async (client) => {
    // Checks and triggers of foreign keys cost half of the time; what is inserted here fits.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;`);
    await client.query(functions);
    await fillSamples(client, !of.threads);
    await fillTown(client);
    await withoutIndexes(client, ['idea', 'idea_search', 'comment'], async () => {
      await fillIdeas(client, of);
      if (of.threads) await fillThreads(client);
    });
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  });
}

async function fillSamples(client: Client, brief: boolean) {
  for (const [kind, texts] of Object.entries({
    idea: samples(ideaTexts, 3, brief ? 3 : 24),
    comment: samples(commentTexts, 1, 12),
  })) {
    const column = (name: keyof (typeof texts)[number]) => texts.map((text) => text[name]);
    await client.query(
      `INSERT INTO sample SELECT $1, (row_number() OVER ()) - 1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [kind, column('language'), column('title'), column('excerpt'), column('body'), column('html')],
    );
  }
  await client.query(
    `INSERT INTO words SELECT number, to_tsvector(stemmer::regconfig, lower(body)),
            CASE stemmer WHEN 'simple' THEN lower(title || ' ' || body) ELSE '' END
       FROM sample, LATERAL (SELECT coalesce(
         '{"ar":"arabic","de":"german","en":"english","fr":"french","tr":"turkish"}'::jsonb ->> language, 'simple') AS stemmer) s
      WHERE kind = 'idea'`,
  );
}

async function fillTown(client: Client) {
  const names = JSON.stringify({ en: 'Work', sl: 'Delo', de: 'Arbeit', uk: 'Робота', ar: 'العمل' });
  await client.query(
    `INSERT INTO municipality (id, slug, name, country, time_zone, languages, accent, invitation, created_at)
     VALUES (pg_temp.id_of('2025-01-01', 'town'), '${town}', 'Benchfeld', 'AT', 'Europe/Vienna',
             '{de,en,sl,uk,ar}', 'teal', '{"en":"","sl":"","de":"","uk":"","ar":""}', '2025-01-01')`,
  );
  await client.query(
    `INSERT INTO category (municipality_id, key, names, position)
     SELECT pg_temp.id_of('2025-01-01', 'town'), 'c' || n, $1, n FROM generate_series(0, 7) n`,
    [names],
  );
  await client.query(
    `INSERT INTO account (id, municipality_id, role, display_name, sign_in_name, sign_in_key, language, created_at)
     SELECT pg_temp.person(n), pg_temp.id_of('2025-01-01', 'town'), CASE WHEN n % 100 = 99 THEN 'council' ELSE 'participant' END,
            'Neighbour ' || n, 'n' || n, 'n' || n, (ARRAY['de','en','sl','uk','ar'])[n % 5 + 1], '2025-01-01'
       FROM generate_series(0, ${people - 1}) n`,
  );
  await client.query(
    `INSERT INTO role_grant (id, account_id, role, council_id, starts_at, given_at)
     SELECT pg_temp.id_of('2025-01-01', 'grant ' || id), id, role, municipality_id, created_at, created_at
       FROM account WHERE role = 'council'`,
  );
  await client.query(
    `INSERT INTO session (id, token_hash, account_id, started_at, last_seen_at, proven_at, expires_at)
     SELECT pg_temp.id_of('2025-01-01', 'session ' || n), sha256(('bench-' || n)::bytea), pg_temp.person(n),
            now(), now(), now(), now() + interval '30 days' FROM generate_series(1, ${signedIn}) n`,
  );
}

/** Counters fall off with their rank, another one for each; the newest are not those most talked of. */
async function fillIdeas(client: Client, { ideas, comments, threads }: Contents) {
  await client.query(
    `INSERT INTO idea (id, municipality_id, author_id, state, title, slug, excerpt, body, html, language, category, tags,
                       created_at, changed_at, published_at, supports, imported_supports, comments, rising)
     SELECT pg_temp.id_of(at, 'idea ' || n), pg_temp.id_of('2025-01-01', 'town'), pg_temp.person(n), 'published',
            title || ' ' || n, 'idea-' || n, excerpt, body, html, language, 'c' || n % 8,
            ARRAY['t' || n % 40, 'rare' || n % (${ideas} / 50)], at, at, at,
            ${threads ? 'supports, 0' : '0, supports'}, comments,
            extract(epoch FROM at) / 345600 + log(1 + supports + comments)
       FROM (SELECT n, at, supports, (upto - lag(upto, 1, 0) OVER (ORDER BY n))::int AS comments
               FROM (SELECT n, pg_temp.published(n, ${ideas}) AS at,
                            round(${comments / 100} * power((n * 104729 % ${ideas} + 1)::float8, -0.6))::int AS supports,
                            round(${comments} * sum(share) OVER (ORDER BY n) / sum(share) OVER ()) AS upto
                       FROM (SELECT n, power((n * 7919 % ${ideas} + 1)::float8, -0.8) AS share
                               FROM generate_series(1, ${ideas}::bigint) n) ranked) counted) placed
       JOIN sample s ON s.kind = 'idea' AND s.number = placed.n * 31 % ${ideaTexts}`,
  );
  await client.query(
    `INSERT INTO idea_search (idea_id, document, words, tags)
     SELECT pg_temp.id_of(pg_temp.published(n, ${ideas}), 'idea ' || n),
            document || setweight(to_tsvector('simple', n::text), 'A'), words,
            ARRAY['t' || n % 40, 'rare' || n % (${ideas} / 50)]
       FROM generate_series(1, ${ideas}::bigint) n JOIN words ON words.number = n * 31 % ${ideaTexts}`,
  );
}

/** Rows first and indexes after them: many times faster than both together. */
async function withoutIndexes(client: Client, tables: string[], work: () => Promise<void>) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition
       FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
      WHERE x.indrelid = ANY (SELECT t::regclass FROM unnest($1::text[]) t)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = c.oid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
