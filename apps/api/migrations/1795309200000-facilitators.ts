import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role for those who help others to take part. */
export class Facilitators1795309200000 implements MigrationInterface {
  readonly name = 'Facilitators1795309200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account DROP CONSTRAINT account_role, ADD CONSTRAINT account_role
        CHECK (role IN ('participant', 'facilitator', 'council', 'staff', 'admin', 'operator'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE account SET role = 'participant' WHERE role = 'facilitator';
      ALTER TABLE account DROP CONSTRAINT account_role, ADD CONSTRAINT account_role
        CHECK (role IN ('participant', 'council', 'staff', 'admin', 'operator'));
    `);
  }
}
