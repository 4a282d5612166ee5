import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { RolesService } from './roles.service';

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly roles: RolesService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('* * * * *', 'keep in step with roles that begin or end', () => this.roles.keepInStep());
  }
}
