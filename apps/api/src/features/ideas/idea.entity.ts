import type { IdeaState, ReportReason } from '@zbor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idea')
export class IdeaEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text')
  state: IdeaState;

  @Column('text')
  title: string;

  @Column('text')
  slug: string;

  /** The beginning as plain text, for lists. */
  @Column('text')
  excerpt: string;

  @Column('text')
  body: string;

  /** Made from the body when that is written; sanitised. */
  @Column('text')
  html: string;

  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('text', { array: true })
  tags: string[];

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'published_at', precision: 3, nullable: true })
  publishedAt: Date | null;

  /** Kept by the transaction that writes the support, and held against `count(*)` every night. */
  @Column('integer')
  supports: number;

  /** How often that changed: counts that arrive in another order than they were made are told apart by it. */
  @Column('integer', { name: 'support_seq' })
  supportSeq: number;

  @Column('integer', { name: 'imported_supports' })
  importedSupports: number;

  @Column({ type: 'integer', name: 'support_total', nullable: true, insert: false, update: false })
  supportTotal: number;

  @Column('integer')
  comments: number;

  /** How high it stands among the rising ones. */
  @Column('double precision')
  rising: number;

  @Column({ type: 'timestamptz', name: 'hidden_at', precision: 3, nullable: true })
  hiddenAt: Date | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: ReportReason | null;

  @Column('text', { name: 'hidden_note', nullable: true })
  hiddenNote: string | null;

  @Column('uuid', { name: 'request_key', nullable: true })
  requestKey: string | null;
}

@Entity('idea_version')
export class IdeaVersionEntity {
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  language: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}

/** What is searched, apart from the idea so that a support does not rewrite it. */
@Entity('idea_search')
export class IdeaSearchEntity {
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @Column('tsvector')
  document: string;

  /** Folded text of languages without a stemmer, for trigrams. */
  @Column('text')
  words: string;
}

@Entity('support')
export class SupportEntity {
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
