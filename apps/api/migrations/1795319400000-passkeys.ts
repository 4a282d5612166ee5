import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, and the challenges that wait to be answered by one. */
export class Passkeys1795319400000 implements MigrationInterface {
  readonly name = 'Passkeys1795319400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        credential_id bytea NOT NULL CONSTRAINT passkey_once UNIQUE,
        public_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        transports text[] NOT NULL,
        name text NOT NULL,
        created_on date NOT NULL,
        last_used_on date
      );
      CREATE INDEX passkey_account ON passkey (account_id);
      CREATE UNLOGGED TABLE passkey_challenge (
        hash bytea PRIMARY KEY,
        expires_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenge; DROP TABLE passkey');
  }
}
