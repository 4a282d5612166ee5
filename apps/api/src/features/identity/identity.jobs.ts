import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { SessionsService } from './sessions.service';

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'end expired sessions', () => this.sessions.endExpired());
  }
}
