import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { ModeratedSubjects } from './moderated-subjects';
import { ModerationController } from './moderation.controller';
import { ModerationRepository } from './moderation.repository';
import { ModerationService } from './moderation.service';
import { ModerationThings } from './moderation-things';

@Module({
  imports: [AuditModule, PrivacyModule],
  controllers: [ModerationController],
  providers: [ModerationService, ModerationRepository, ModeratedSubjects, ModerationThings],
  exports: [ModeratedSubjects, ModerationThings],
})
export class ModerationModule {}
