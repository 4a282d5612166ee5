import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './data-source';

/** Something that runs queries: the pool, or one transaction. */
export interface Queries {
  query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

export class Transaction implements Queries {
  private readonly followers: (() => void)[] = [];

  /** @param client the connection of the manager, where statements are to be prepared. */
  constructor(
    readonly manager: EntityManager,
    private readonly client?: PoolClient,
  ) {}

  async query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]> {
    if (this.client) return prepared<T>(this.client, sql, parameters);
    return rowsOf<T>(await this.manager.query(sql, parameters));
  }

  /** Does something once the transaction is committed, and not at all when it fails: publishing, mostly. */
  afterCommit(follower: () => void): void {
    this.followers.push(follower);
  }

  committed(): void {
    for (const follow of this.followers) follow();
  }
}

/** The one way to PostgreSQL. */
@Injectable()
export class Database implements Queries {
  constructor(readonly source: DataSource) {}

  query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]> {
    return prepared<T>(poolOf(this.source), sql, parameters);
  }

  /** All or nothing. What was to follow the commit follows it before this returns. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let transaction: Transaction | undefined;
    const result = await this.source.transaction(async (manager) => {
      transaction = new Transaction(manager, await manager.queryRunner?.connect());
      return work(transaction);
    });
    transaction?.committed();
    return result;
  }
}

const names = new Map<string, string>();

/**
 * Gives a statement a name, so that each connection plans it once: planning takes PostgreSQL longer than most of them
 * take to run. Texts are few, because what a person gives is always a parameter.
 */
async function prepared<T extends object>(
  on: Pool | PoolClient,
  sql: string,
  parameters?: unknown[],
): Promise<T[]> {
  let name = names.get(sql);
  if (!name) {
    name = `zbor_${names.size + 1}`;
    names.set(sql, name);
  }
  const { rows } = await on.query<T>({ name, text: sql, values: parameters });
  return rows;
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]`, everything else with rows. */
function rowsOf<T>(result: unknown): T[] {
  if (
    Array.isArray(result) &&
    result.length === 2 &&
    Array.isArray(result[0]) &&
    typeof result[1] === 'number'
  ) {
    return result[0] as T[];
  }
  return result as T[];
}
