import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of people who sign in with a provider of their municipality. */
export class Sso1795318000000 implements MigrationInterface {
  readonly name = 'Sso1795318000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sso_identity (
        subject_hash bytea CONSTRAINT sso_identity_once PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE
      );
      CREATE INDEX sso_identity_account ON sso_identity (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sso_identity');
  }
}
