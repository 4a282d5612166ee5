import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { SessionsService } from '../identity/sessions.service';

@Injectable()
export class AssistanceJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: SessionsService,
  ) {}

  /** Expired claims go with everything else that is kept no longer. */
  onModuleInit(): void {
    this.jobs.every('*/5 * * * *', 'end assisted sessions that nobody finished', () =>
      this.sessions.endAssisted(),
    );
  }
}
