import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { PrivacyService } from './privacy.service';

@Injectable()
export class PrivacyJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly privacy: PrivacyService,
  ) {}

  /** Every night what has outlived its purpose goes. */
  onModuleInit(): void {
    this.jobs.every('11 3 * * *', 'forget what is kept no longer', () => this.privacy.forget());
  }
}
