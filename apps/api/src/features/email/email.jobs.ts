import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { EmailService } from './email.service';

@Injectable()
export class EmailJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly service: EmailService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('23 * * * *', 'forget expired codes of mails', () => this.service.forgetExpired());
  }
}
