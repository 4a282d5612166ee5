import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles are given with dates; every role that somebody has becomes one without an end. */
export class RoleGrants1795317600000 implements MigrationInterface {
  readonly name = 'RoleGrants1795317600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TABLE role_grant (
        id uuid CONSTRAINT role_grant_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT role_grant_to REFERENCES account ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT role_grant_role CHECK (role IN ('facilitator', 'council', 'staff', 'admin')),
        council_id uuid CONSTRAINT role_grant_in REFERENCES municipality ON DELETE CASCADE,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3),
        given_by uuid CONSTRAINT role_grant_by REFERENCES account ON DELETE SET NULL,
        given_at timestamptz(3) NOT NULL,
        CONSTRAINT role_grant_council CHECK ((role = 'council') = (council_id IS NOT NULL)),
        CONSTRAINT role_grant_dates CHECK (ends_at >= starts_at),
        CONSTRAINT role_grant_once EXCLUDE USING gist
          (account_id WITH =, role WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );
      CREATE INDEX role_grant_by_account ON role_grant (account_id, starts_at);
      INSERT INTO role_grant (id, account_id, role, council_id, starts_at, given_at)
      SELECT gen_random_uuid(), id, role, CASE role WHEN 'council' THEN municipality_id END, created_at, now()
        FROM account WHERE role NOT IN ('participant', 'operator');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_grant; DROP EXTENSION btree_gist;');
  }
}
