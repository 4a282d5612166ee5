import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers the changes of each count, so that counts told out of order are told apart. */
export class CountChanges1795305600000 implements MigrationInterface {
  readonly name = 'CountChanges1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idea ADD COLUMN support_seq integer NOT NULL DEFAULT 0;
      ALTER TABLE comment ADD COLUMN like_seq integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE comment DROP COLUMN like_seq;
      ALTER TABLE idea DROP COLUMN support_seq;
    `);
  }
}
