import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdentityModule } from '../identity/identity.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { AccessCodeThings } from './access-code-things';
import { AccessCodesController } from './access-codes.controller';
import { AccessCodesJobs } from './access-codes.jobs';
import { AccessCodesRepository } from './access-codes.repository';
import { AccessCodesService } from './access-codes.service';

@Module({
  imports: [AuditModule, IdentityModule, PrivacyModule],
  controllers: [AccessCodesController],
  providers: [AccessCodesService, AccessCodesRepository, AccessCodesJobs, AccessCodeThings],
})
export class AccessCodesModule {}
