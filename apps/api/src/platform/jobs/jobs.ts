import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type CronItem,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  Logger as WorkerLogger,
} from 'graphile-worker';
import { CONFIG, type Config } from '../config/config';

type Work = (payload: unknown) => Promise<void>;

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

  async start(): Promise<void> {
    const shared = {
      connectionString: this.config.databaseUrl,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
      }),
    };
    await runMigrations(shared);
    this.runner = await run({
      ...shared,
      concurrency: 2,
      maxPoolSize: 3,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(this.timetable),
      taskList: Object.fromEntries(
        [...this.work].map(([task, work]) => [task, (payload: unknown) => work(payload)]),
      ),
    });
    this.runner.promise.catch(() => this.log.error('The worker stopped.'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }
}
