import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdentityModule } from '../identity/identity.module';
import { AccessCodesController } from './access-codes.controller';
import { AccessCodesJobs } from './access-codes.jobs';
import { AccessCodesRepository } from './access-codes.repository';
import { AccessCodesService } from './access-codes.service';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [AccessCodesController],
  providers: [AccessCodesService, AccessCodesRepository, AccessCodesJobs],
})
export class AccessCodesModule {}
