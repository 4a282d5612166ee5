import { Module } from '@nestjs/common';
import { ExportService } from './export.service';
import { IdentityThings } from './identity-things';
import { PersonalRegister } from './personal-things';
import { PrivacyController } from './privacy.controller';
import { PrivacyJobs } from './privacy.jobs';
import { PrivacyRepository } from './privacy.repository';
import { PrivacyService } from './privacy.service';

@Module({
  controllers: [PrivacyController],
  providers: [
    PrivacyService,
    ExportService,
    PrivacyRepository,
    PrivacyJobs,
    PersonalRegister,
    IdentityThings,
  ],
  exports: [PersonalRegister, ExportService],
})
export class PrivacyModule {}
