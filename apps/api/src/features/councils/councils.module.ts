import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { CouncilThings } from './council-things';
import { CouncilsController } from './councils.controller';
import { CouncilsRepository } from './councils.repository';
import { CouncilsService } from './councils.service';

@Module({
  imports: [AuditModule, PrivacyModule],
  controllers: [CouncilsController],
  providers: [CouncilsService, CouncilsRepository, CouncilThings],
})
export class CouncilsModule {}
