import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LikeCount, Room } from '@zbor/contracts';
import { LiveGateway } from '../../platform/live/live.gateway';
import { Rooms } from '../../platform/live/rooms';
import { CommentSubjects } from './comment-subjects';
import { presentPublic } from './comments.presenter';
import type { CommentRow } from './threads.repository';

/** What happens in a thread, told to everybody who has it open. */
@Injectable()
export class CommentsLive implements OnModuleInit {
  constructor(
    private readonly gateway: LiveGateway,
    private readonly rooms: Rooms,
    private readonly subjects: CommentSubjects,
  ) {}

  onModuleInit(): void {
    this.rooms.open(
      'idea',
      async (id, caller) => (await this.subjects.of('idea').abilities(caller, id)) !== null,
    );
  }

  changed(row: CommentRow, total: number): void {
    this.gateway.tell({
      room: roomOf(row),
      kind: 'comment',
      seq: row.seq,
      total,
      comment: presentPublic(row),
    });
  }

  liked(row: Pick<CommentRow, 'type' | 'subjectId' | 'id'>, count: LikeCount): void {
    this.gateway.tell({ room: roomOf(row), kind: 'likes', commentId: row.id, ...count });
  }
}

const roomOf = (row: Pick<CommentRow, 'type' | 'subjectId'>): Room => `${row.type}:${row.subjectId}`;
