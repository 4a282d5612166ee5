import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Something that runs queries: the pool, or one transaction. */
export interface Queries {
  query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

export class Transaction implements Queries {
  private readonly followers: (() => void)[] = [];

  constructor(readonly manager: EntityManager) {}

  async query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]> {
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

  async query<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]> {
    return rowsOf<T>(await this.source.query(sql, parameters));
  }

  /** All or nothing. What was to follow the commit follows it before this returns. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let transaction: Transaction | undefined;
    const result = await this.source.transaction((manager) => {
      transaction = new Transaction(manager);
      return work(transaction);
    });
    transaction?.committed();
    return result;
  }
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
