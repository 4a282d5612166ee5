import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Printed access codes: the unused ones as hashes, their batches as numbers, and who may make how many. */
export class AccessCodes1795316400000 implements MigrationInterface {
  readonly name = 'AccessCodes1795316400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_code_batch (
        id uuid CONSTRAINT access_code_batch_pkey PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT access_code_batch_of REFERENCES municipality ON DELETE CASCADE,
        maker_id uuid NOT NULL CONSTRAINT access_code_batch_by REFERENCES account ON DELETE CASCADE,
        request_key uuid NOT NULL,
        year integer NOT NULL,
        made integer NOT NULL,
        used integer NOT NULL DEFAULT 0,
        expired integer NOT NULL DEFAULT 0,
        cancelled integer NOT NULL DEFAULT 0,
        made_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT access_code_batch_once UNIQUE (maker_id, request_key),
        CONSTRAINT access_code_batch_counts CHECK (made > 0 AND used >= 0 AND expired >= 0 AND cancelled >= 0
          AND used + expired + cancelled <= made)
      );
      CREATE INDEX access_code_batch_by_maker ON access_code_batch (maker_id, made_at DESC);
      CREATE INDEX access_code_batch_by_expiry ON access_code_batch (expires_at);

      CREATE TABLE access_code (
        hash bytea CONSTRAINT access_code_pkey PRIMARY KEY,
        batch_id uuid NOT NULL CONSTRAINT access_code_in REFERENCES access_code_batch ON DELETE CASCADE
      );
      CREATE INDEX access_code_by_batch ON access_code (batch_id);

      CREATE TABLE access_code_quota (
        maker_id uuid CONSTRAINT access_code_quota_pkey PRIMARY KEY
          CONSTRAINT access_code_quota_of REFERENCES account ON DELETE CASCADE,
        per_year integer CONSTRAINT access_code_quota_size CHECK (per_year >= 0),
        year integer NOT NULL,
        made integer NOT NULL CONSTRAINT access_code_quota_made CHECK (made >= 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_code, access_code_batch, access_code_quota');
  }
}
