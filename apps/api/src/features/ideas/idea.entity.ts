import type { IdeaState, ReportReason } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../../platform/database/personal';

@Entity('idea')
export class IdeaEntity {
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @PrimaryColumn('uuid')
  id: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  state: IdeaState;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  title: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  slug: string;

  /** The beginning as plain text, for lists. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  excerpt: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  body: string;

  /** Made from the body when that is written; sanitised. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  html: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  language: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text', { nullable: true })
  category: string | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text', { array: true })
  tags: string[];

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('integer')
  version: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'published_at', precision: 3, nullable: true })
  publishedAt: Date | null;

  /** Kept by the transaction that writes the support, and held against `count(*)` every night. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('integer')
  supports: number;

  /** How often that changed: counts that arrive in another order than they were made are told apart by it. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('integer', { name: 'support_seq' })
  supportSeq: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('integer', { name: 'imported_supports' })
  importedSupports: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'integer', name: 'support_total', nullable: true, insert: false, update: false })
  supportTotal: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('integer')
  comments: number;

  /** How high it stands among the rising ones. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('double precision')
  rising: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', name: 'hidden_at', precision: 3, nullable: true })
  hiddenAt: Date | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: ReportReason | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text', { name: 'hidden_note', nullable: true })
  hiddenNote: string | null;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('uuid', { name: 'request_key', nullable: true })
  requestKey: string | null;
}

@Entity('idea_version')
export class IdeaVersionEntity {
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @PrimaryColumn('integer')
  number: number;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  title: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  body: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  language: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}

/** What is searched, apart from the idea so that a support does not rewrite it. */
@Entity('idea_search')
export class IdeaSearchEntity {
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('tsvector')
  document: string;

  /** Folded text of languages without a stemmer, for trigrams. */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text')
  words: string;

  /** Once more, because what is behind a wall is not looked up by parts of an array (migration `walls`). */
  @Personal({ purpose: 'ideas', keep: 'until erased' })
  @Column('text', { array: true })
  tags: string[];
}

@Entity('support')
export class SupportEntity {
  @Personal({ purpose: 'supports', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @Personal({ purpose: 'supports', keep: 'until erased' })
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Personal({ purpose: 'supports', keep: 'until erased' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
