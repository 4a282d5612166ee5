import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of people who have somebody at their side, and codes that make what they wrote their own. */
export class Assistance1795319100000 implements MigrationInterface {
  readonly name = 'Assistance1795319100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD assisted boolean NOT NULL DEFAULT false;
      CREATE TABLE claim (
        hash bytea PRIMARY KEY,
        account_id uuid NOT NULL UNIQUE REFERENCES account ON DELETE CASCADE,
        expires_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim; ALTER TABLE session DROP COLUMN assisted');
  }
}
