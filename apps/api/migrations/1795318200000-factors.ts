import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor, and what a session has proven. */
export class Factors1795318200000 implements MigrationInterface {
  readonly name = 'Factors1795318200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totp (
        account_id uuid CONSTRAINT totp_pkey PRIMARY KEY CONSTRAINT totp_of REFERENCES account ON DELETE CASCADE,
        secret bytea,
        used_step integer,
        offered bytea,
        CONSTRAINT totp_holds_something CHECK (secret IS NOT NULL OR offered IS NOT NULL),
        CONSTRAINT totp_step_of_secret CHECK (secret IS NOT NULL OR used_step IS NULL)
      );
      ALTER TABLE session
        ADD COLUMN proven_at timestamptz(3),
        ADD COLUMN second_proven_at timestamptz(3);
      UPDATE session SET proven_at = started_at;
      ALTER TABLE session ALTER COLUMN proven_at SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session DROP COLUMN proven_at, DROP COLUMN second_proven_at;
      DROP TABLE totp;
    `);
  }
}
