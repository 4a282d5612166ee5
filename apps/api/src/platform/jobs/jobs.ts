import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { faultOf } from '@zbor/domain';
import { type CronItem, parseCronItems, type Runner, run, Logger as WorkerLogger } from 'graphile-worker';
import { CONFIG, type Config } from '../config/config';
import type { Queries } from '../database/database';
import { acrossTowns } from '../database/towns';

type Work = (payload: unknown) => Promise<void>;

/** What the worker writes down of a failure, in its table and its log, tells nothing of anybody. */
function forget(error: unknown): never {
  const fault = new Error(faultOf(error).split('\n', 1)[0]);
  fault.stack = faultOf(error);
  throw fault;
}

/**
 * Work that is done later or at a set time, kept in PostgreSQL (graphile-worker). A feature names its jobs when it
 * starts; the worker role runs them.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly work = new Map<string, Work>();
  private readonly timetable: CronItem[] = [];
  private readonly log = new Logger('Jobs');
  private runner: Runner | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param at when it is due, as a crontab line in UTC. */
  every(at: string, task: string, work: Work): void {
    this.work.set(task, work);
    this.timetable.push({ match: at, task });
  }

  /** How a task is done that is added now and then. It may be done twice, where a process dies at its end. */
  on(task: string, work: Work): void {
    this.work.set(task, work);
  }

  /**
   * Adds a job by the transaction that causes it, so that it is done if and only if that is committed. What fails is
   * tried again with growing pauses, for about four days.
   * @param key a job that waits with the same key is replaced.
   */
  async add(tx: Queries, task: string, payload: object, key?: string): Promise<void> {
    await tx.query('SELECT FROM add_zbor_job($1, $2::json, $3)', [
      task,
      JSON.stringify(payload),
      key ?? null,
    ]);
  }

  async start(): Promise<void> {
    this.runner = await run({
      connectionString: this.config.databaseUrl,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
      }),
      concurrency: 2,
      maxPoolSize: 3,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(this.timetable),
      taskList: Object.fromEntries(
        [...this.work].map(([task, work]) => [
          task,
          (payload: unknown) => acrossTowns(() => work(payload)).catch(forget),
        ]),
      ),
    });
    this.runner.promise.catch(() => this.log.error('The worker stopped.'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }
}
