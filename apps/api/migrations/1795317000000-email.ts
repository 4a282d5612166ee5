import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mail addresses, and the codes that are sent to them. */
export class Email1795317000000 implements MigrationInterface {
  readonly name = 'Email1795317000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE email_address (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        address text NOT NULL,
        CONSTRAINT email_taken UNIQUE (municipality_id, address)
      );
      CREATE TABLE email_code (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('sign-in', 'address', 'undo')),
        account_id uuid REFERENCES account ON DELETE CASCADE,
        address text,
        token_hash bytea UNIQUE,
        code_hash bytea NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX email_code_account ON email_code (account_id);
      CREATE INDEX email_code_expiry ON email_code (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE email_code, email_address');
  }
}
