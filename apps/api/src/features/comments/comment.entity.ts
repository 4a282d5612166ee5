import type { ReportReason, ThreadType } from '@zbor/contracts';
import type { CommentState } from '@zbor/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

/** What is discussed, with the number of its latest change; the row's lock puts the changes in order. */
@Entity('thread')
export class ThreadEntity {
  @PrimaryColumn('text')
  type: ThreadType;

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('integer')
  seq: number;

  /** Comments that can be read. */
  @Column('integer')
  total: number;
}

@Entity('comment')
export class CommentEntity {
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  type: ThreadType;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'root_id' })
  rootId: string;

  /** Numbers of the comments above it and its own: reading order is the order of paths. */
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer', { array: true })
  path: number[];

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer')
  depth: number;

  /** Number of its latest change in the thread. */
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer')
  seq: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  state: CommentState;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  body: string;

  /** Made from the body when that is written; sanitised. */
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  html: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  language: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer')
  version: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer')
  likes: number;

  /** How often that changed: counts that arrive in another order than they were made are told apart by it. */
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer', { name: 'like_seq' })
  likeSeq: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer', { name: 'imported_likes' })
  importedLikes: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column({ type: 'integer', name: 'like_total', nullable: true, insert: false, update: false })
  likeTotal: number;

  /** Of a first comment: the answers below it. */
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('integer')
  replies: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'hidden_at', precision: 3, nullable: true })
  hiddenAt: Date | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: ReportReason | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text', { name: 'hidden_note', nullable: true })
  hiddenNote: string | null;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('uuid', { name: 'request_key', nullable: true })
  requestKey: string | null;
}

/** An earlier wording. */
@Entity('comment_version')
export class CommentVersionEntity {
  @Personal({ purpose: 'comments', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @PrimaryColumn('integer')
  number: number;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column('text')
  body: string;

  @Personal({ purpose: 'comments', keep: 'until erased' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}

@Entity('comment_like')
export class CommentLikeEntity {
  @Personal({ purpose: 'likes', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId: string;

  @Personal({ purpose: 'likes', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'likes', keep: 'until erased' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
