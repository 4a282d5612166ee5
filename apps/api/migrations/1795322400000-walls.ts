import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows name their municipality, and the column that does. */
const named = {
  account: 'municipality_id',
  council: 'municipality_id',
  council_member: 'municipality_id',
  idea: 'municipality_id',
  thread: 'municipality_id',
  comment: 'municipality_id',
  moderation_act: 'municipality_id',
  report: 'municipality_id',
  access_code_batch: 'municipality_id',
  email_address: 'municipality_id',
  email_code: 'municipality_id',
  audit_chain: 'id',
  audit_entry: 'chain',
};

/** Tables whose rows belong to a row of one of those, and the column that says to which. */
const belonging = {
  session: ['account', 'account_id'],
  role_grant: ['account', 'account_id'],
  access_code_quota: ['account', 'maker_id'],
  idea_version: ['idea', 'idea_id'],
  support: ['idea', 'idea_id'],
  comment_version: ['comment', 'comment_id'],
  comment_like: ['comment', 'comment_id'],
  access_code: ['access_code_batch', 'batch_id'],
  sso_identity: ['account', 'account_id'],
  totp: ['account', 'account_id'],
  passkey: ['account', 'account_id'],
  recovery: ['account', 'account_id'],
  claim: ['account', 'account_id'],
} as const;

const walled = [...Object.keys(named), ...Object.keys(belonging)];

/**
 * A wall around each municipality: whoever is not the owner of the tables sees the rows of the one that the setting
 * `zbor.town` names (`towns.ts`). The sub-selects are asked once a statement, not once a row.
 */
export class Walls1795322400000 implements MigrationInterface {
  readonly name = 'Walls1795322400000';

  async up(runner: QueryRunner): Promise<void> {
    const wall = (table: string, seen: string) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY town ON ${table} USING ((SELECT sees_all_towns()) OR ${seen});`;
    await runner.query(`
      CREATE FUNCTION sees_all_towns() RETURNS boolean STABLE LANGUAGE sql
        RETURN current_setting('zbor.town', true) = 'all';
      CREATE FUNCTION seen_town() RETURNS uuid STABLE LANGUAGE sql
        RETURN nullif(nullif(current_setting('zbor.town', true), 'all'), '')::uuid;
      ${Object.entries(named)
        .map(([table, column]) => wall(table, `${column} = (SELECT seen_town())`))
        .join('')}
      ${Object.entries(belonging)
        .map(([table, [parent, column]]) =>
          wall(table, `EXISTS (SELECT FROM ${parent} WHERE ${parent}.id = ${table}.${column})`),
        )
        .join('')}

      -- An index is used with a wall only for operators that PostgreSQL vouches for; those of arrays are none of them.
      ALTER TABLE idea_search ADD COLUMN tags text[];
      UPDATE idea_search s SET tags = i.tags FROM idea i WHERE i.id = s.idea_id;
      ALTER TABLE idea_search ALTER COLUMN tags SET NOT NULL;
      DROP INDEX idea_by_tag, comment_roots, comment_answers_in_order;
      CREATE INDEX idea_search_tags ON idea_search USING gin (tags);
      CREATE INDEX comment_roots ON comment (type, subject_id, (path[1])) WHERE parent_id IS NULL;
      CREATE INDEX comment_answers_in_order ON comment (root_id, (path[2]), path) WHERE parent_id IS NOT NULL;

      -- graphile-worker's tables are its owner's alone.
      CREATE FUNCTION add_zbor_job(task text, payload json, key text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM graphile_worker.add_job(task, payload, job_key => key);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${walled.map((table) => `DROP POLICY town ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`).join('\n')}
      DROP INDEX idea_search_tags, comment_roots, comment_answers_in_order;
      ALTER TABLE idea_search DROP COLUMN tags;
      CREATE INDEX idea_by_tag ON idea USING gin (tags);
      CREATE INDEX comment_roots ON comment (type, subject_id, path) WHERE parent_id IS NULL;
      CREATE INDEX comment_answers_in_order ON comment (root_id, path) WHERE parent_id IS NOT NULL;
      DROP FUNCTION add_zbor_job, seen_town, sees_all_towns;
    `);
  }
}
