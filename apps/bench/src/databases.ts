import { Client } from 'pg';

/** Migrated and empty, to make others of. */
export const emptyDatabase = 'zbor_bench_empty';

/** Runs `work` on a connection of its own. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'zbor bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database beside the one of `url`, in place of what is left of an earlier bench. @returns its address. */
export async function createDatabase(url: string, name: string, like = 'template1'): Promise<string> {
  await dropDatabase(url, name);
  await connected(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${like}`));
  return addressed(url, { name });
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await connected(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

export function addressed(url: string, to: { name?: string; port?: number }): string {
  const address = new URL(url);
  if (to.name) address.pathname = `/${to.name}`;
  if (to.port) {
    address.hostname = '127.0.0.1';
    address.port = String(to.port);
  }
  return address.href;
}
