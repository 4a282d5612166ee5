import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { MunicipalitiesController } from './municipalities.controller';
import { MunicipalitiesRepository } from './municipalities.repository';
import { MunicipalitiesService } from './municipalities.service';

@Module({
  imports: [AuditModule],
  controllers: [MunicipalitiesController],
  providers: [MunicipalitiesService, MunicipalitiesRepository],
  exports: [MunicipalitiesService],
})
export class MunicipalitiesModule {}
