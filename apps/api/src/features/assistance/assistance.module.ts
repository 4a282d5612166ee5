import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdentityModule } from '../identity/identity.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { AssistanceController } from './assistance.controller';
import { AssistanceJobs } from './assistance.jobs';
import { AssistanceRepository } from './assistance.repository';
import { AssistanceService } from './assistance.service';
import { ClaimThings } from './claim-things';
import { ReadBack } from './read-back';

@Module({
  imports: [AuditModule, IdentityModule, PrivacyModule],
  controllers: [AssistanceController],
  providers: [AssistanceService, AssistanceRepository, AssistanceJobs, ClaimThings, ReadBack],
  exports: [ReadBack],
})
export class AssistanceModule {}
