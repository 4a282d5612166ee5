import { Module } from '@nestjs/common';
import { CouncilsController } from './councils.controller';
import { CouncilsRepository } from './councils.repository';
import { CouncilsService } from './councils.service';

@Module({ controllers: [CouncilsController], providers: [CouncilsService, CouncilsRepository] })
export class CouncilsModule {}
