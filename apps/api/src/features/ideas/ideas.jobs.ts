import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { IdeasRepository } from './ideas.repository';

@Injectable()
export class IdeasJobs implements OnModuleInit {
  private readonly log = new Logger('Ideas');

  constructor(
    private readonly jobs: Jobs,
    private readonly repository: IdeasRepository,
  ) {}

  /** Every night the counters are held against the rows that they count. */
  onModuleInit(): void {
    this.jobs.every('41 2 * * *', 'recount ideas', async () => {
      const wrong = await this.repository.miscounted();
      if (wrong > 0) this.log.error(`${wrong} ideas count something else than there is.`);
    });
  }
}
