import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A log of privileged acts, each chained to the one before, to which one can only add. */
export class AuditLog1795312800000 implements MigrationInterface {
  readonly name = 'AuditLog1795312800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chain (
        id uuid CONSTRAINT audit_chain_pkey PRIMARY KEY,
        number integer NOT NULL,
        hash bytea NOT NULL
      );

      -- Bound to no municipality and no account: what was done stays written when they are gone.
      CREATE TABLE audit_entry (
        chain uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_id uuid,
        act text NOT NULL,
        details jsonb NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_entry_pkey PRIMARY KEY (chain, number)
      );

      CREATE FUNCTION refuse_to_change_the_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit log is only ever added to.' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit_log();
      ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_only_added;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_entry;
      DROP FUNCTION refuse_to_change_the_audit_log;
      DROP TABLE audit_chain;
    `);
  }
}
