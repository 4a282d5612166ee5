import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often somebody asked, under a hash whose key is of the day. Unlogged: after a crash counting begins anew, and
 * no backup holds any of it.
 */
export class Rates1795313100000 implements MigrationInterface {
  readonly name = 'Rates1795313100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE rate_count (
        key text PRIMARY KEY,
        points integer NOT NULL,
        expires_at timestamptz(3) NOT NULL
      ) WITH (fillfactor = 50);
      CREATE UNLOGGED TABLE rate_key (
        day date PRIMARY KEY,
        key bytea NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_count, rate_key');
  }
}
