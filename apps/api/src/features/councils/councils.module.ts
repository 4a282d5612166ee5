import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { CouncilsController } from './councils.controller';
import { CouncilsRepository } from './councils.repository';
import { CouncilsService } from './councils.service';

@Module({
  imports: [AuditModule],
  controllers: [CouncilsController],
  providers: [CouncilsService, CouncilsRepository],
})
export class CouncilsModule {}
