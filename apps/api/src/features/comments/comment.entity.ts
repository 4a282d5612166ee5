import type { ReportReason, ThreadType } from '@zbor/contracts';
import type { CommentState } from '@zbor/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  type: ThreadType;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('uuid', { name: 'root_id' })
  rootId: string;

  /** Numbers of the comments above it and its own: reading order is the order of paths. */
  @Column('integer', { array: true })
  path: number[];

  @Column('integer')
  depth: number;

  /** Number of its latest change in the thread. */
  @Column('integer')
  seq: number;

  @Column('text')
  state: CommentState;

  @Column('text')
  body: string;

  /** Made from the body when that is written; sanitised. */
  @Column('text')
  html: string;

  @Column('text')
  language: string;

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  @Column('integer')
  likes: number;

  /** How often that changed: counts that arrive in another order than they were made are told apart by it. */
  @Column('integer', { name: 'like_seq' })
  likeSeq: number;

  @Column('integer', { name: 'imported_likes' })
  importedLikes: number;

  @Column({ type: 'integer', name: 'like_total', nullable: true, insert: false, update: false })
  likeTotal: number;

  /** Of a first comment: the answers below it. */
  @Column('integer')
  replies: number;

  @Column({ type: 'timestamptz', name: 'hidden_at', precision: 3, nullable: true })
  hiddenAt: Date | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: ReportReason | null;

  @Column('text', { name: 'hidden_note', nullable: true })
  hiddenNote: string | null;

  @Column('uuid', { name: 'request_key', nullable: true })
  requestKey: string | null;
}

/** An earlier wording. */
@Entity('comment_version')
export class CommentVersionEntity {
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  body: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}

@Entity('comment_like')
export class CommentLikeEntity {
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
