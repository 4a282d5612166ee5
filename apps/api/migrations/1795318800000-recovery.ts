import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A phrase with which somebody comes back who lost everything else. */
export class Recovery1795318800000 implements MigrationInterface {
  readonly name = 'Recovery1795318800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recovery (
        account_id uuid CONSTRAINT recovery_pkey PRIMARY KEY CONSTRAINT recovery_of REFERENCES account ON DELETE CASCADE,
        hash bytea NOT NULL CONSTRAINT recovery_hash UNIQUE,
        made_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery');
  }
}
