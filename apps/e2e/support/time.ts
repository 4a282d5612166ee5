import pg from 'pg';
import type { Person } from './person';
import { thePortal } from './portal';

/** Lets it be eleven minutes ago that somebody proved who they are, wherever they are signed in. */
export async function letProofsAge({ id }: Person): Promise<void> {
  const client = new pg.Client({ connectionString: thePortal().databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE session SET proven_at = proven_at - interval '11 minutes',
         second_proven_at = second_proven_at - interval '11 minutes' WHERE account_id = $1`,
      [id],
    );
    if (!rowCount) throw new Error('Nobody is signed in whose proof could age.');
  } finally {
    await client.end();
  }
}
