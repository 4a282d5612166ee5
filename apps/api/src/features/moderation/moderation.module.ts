import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { ModeratedSubjects } from './moderated-subjects';
import { ModerationController } from './moderation.controller';
import { ModerationRepository } from './moderation.repository';
import { ModerationService } from './moderation.service';

@Module({
  imports: [AuditModule],
  controllers: [ModerationController],
  providers: [ModerationService, ModerationRepository, ModeratedSubjects],
  exports: [ModeratedSubjects],
})
export class ModerationModule {}
