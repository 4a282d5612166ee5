import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/moderation.module';
import { CommentSubjects } from './comment-subjects';
import { CommentsController } from './comments.controller';
import { CommentsLive } from './comments.live';
import { CommentsRepository } from './comments.repository';
import { CommentsService } from './comments.service';
import { ModeratedComments } from './moderated-comments';
import { ThreadsRepository } from './threads.repository';
import { ThreadsService } from './threads.service';

@Module({
  imports: [ModerationModule],
  controllers: [CommentsController],
  providers: [
    CommentsService,
    CommentsRepository,
    ThreadsService,
    ThreadsRepository,
    CommentSubjects,
    CommentsLive,
    ModeratedComments,
  ],
  exports: [CommentSubjects, ThreadsService],
})
export class CommentsModule {}
