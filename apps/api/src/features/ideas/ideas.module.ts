import { Module } from '@nestjs/common';
import { AssistanceModule } from '../assistance/assistance.module';
import { CommentsModule } from '../comments/comments.module';
import { ModerationModule } from '../moderation/moderation.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { IdeaCapabilities } from './idea-capabilities';
import { IdeaThings } from './idea-things';
import { IdeasController } from './ideas.controller';
import { IdeasJobs } from './ideas.jobs';
import { IdeasLive } from './ideas.live';
import { IdeasRepository } from './ideas.repository';
import { IdeasService } from './ideas.service';
import { IdeasListRepository } from './ideas-list.repository';
import { IdeasListService } from './ideas-list.service';
import { LeavingRepository } from './leaving.repository';

@Module({
  imports: [AssistanceModule, CommentsModule, ModerationModule, PrivacyModule],
  controllers: [IdeasController],
  providers: [
    IdeasService,
    IdeasRepository,
    IdeasListService,
    IdeasListRepository,
    IdeasLive,
    IdeasJobs,
    IdeaCapabilities,
    IdeaThings,
    LeavingRepository,
  ],
})
export class IdeasModule {}
