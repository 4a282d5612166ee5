import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { PasskeysService } from './factors/passkeys.service';
import { RolesService } from './roles.service';

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly roles: RolesService,
    private readonly passkeys: PasskeysService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('* * * * *', 'keep in step with roles that begin or end', () => this.roles.keepInStep());
    this.jobs.every('7 * * * *', 'forget expired challenges of passkeys', () =>
      this.passkeys.forgetExpired(),
    );
  }
}
