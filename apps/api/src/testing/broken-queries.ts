import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

const counting = new AsyncLocalStorage<{ asked: number; breaks: number }>();

/** Lets PostgreSQL refuse single queries: of those that `work` causes, the one of this number. */
export class BrokenQueries {
  private readonly query = Client.prototype.query;
  private readonly spy: jest.SpyInstance;

  constructor() {
    const { query } = this;
    this.spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (
      this: Client,
      ...given: unknown[]
    ) {
      const count = counting.getStore();
      const [what] = given as [string | { text: string }];
      const text = typeof what === 'string' ? what : what.text;
      const breaks = count && text !== 'ROLLBACK' && ++count.asked === count.breaks;
      return Reflect.apply(query, this, breaks ? ['SELECT 1 / 0', ...given.filter(isFunction)] : given);
    } as never);
  }

  /** @returns what `work` answers, and whether there was a query of this number. */
  async breaking<T>(number: number, work: () => PromiseLike<T>): Promise<{ answer: T; broke: boolean }> {
    const count = { asked: 0, breaks: number };
    const answer = await counting.run(count, async () => await work());
    return { answer, broke: count.asked >= number };
  }

  mend(): void {
    this.spy.mockRestore();
  }
}

const isFunction = (given: unknown) => typeof given === 'function';
