import { Module } from '@nestjs/common';
import { AssistanceModule } from '../assistance/assistance.module';
import { ModerationModule } from '../moderation/moderation.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { CommentSubjects } from './comment-subjects';
import { CommentThings } from './comment-things';
import { CommentsController } from './comments.controller';
import { CommentsLive } from './comments.live';
import { CommentsRepository } from './comments.repository';
import { CommentsService } from './comments.service';
import { LeavingRepository } from './leaving.repository';
import { ModeratedComments } from './moderated-comments';
import { ThreadsRepository } from './threads.repository';
import { ThreadsService } from './threads.service';

@Module({
  imports: [AssistanceModule, ModerationModule, PrivacyModule],
  controllers: [CommentsController],
  providers: [
    CommentsService,
    CommentsRepository,
    ThreadsService,
    ThreadsRepository,
    CommentSubjects,
    CommentsLive,
    ModeratedComments,
    CommentThings,
    LeavingRepository,
  ],
  exports: [CommentSubjects, ThreadsService],
})
export class CommentsModule {}
