import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { AccessCodesService } from './access-codes.service';

@Injectable()
export class AccessCodesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly codes: AccessCodesService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('23 1 * * *', 'count access codes', () => this.codes.count());
  }
}
