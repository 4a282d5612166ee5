import { z } from 'zod';
import { endpoint } from '../endpoint';
import { hiding } from '../moderation/moderation';
import {
  author,
  cursor,
  direction,
  id,
  inTown,
  inTownWithId,
  language,
  moment,
  readBack,
  requestKey,
  slug,
  text,
} from '../primitives';

/** What can be discussed. */
export const threadTypes = ['idea'] as const;
export const threadType = z.enum(threadTypes);
export type ThreadType = z.infer<typeof threadType>;

export const commentSorts = ['oldest', 'newest', 'liked'] as const;
export type CommentSort = (typeof commentSorts)[number];
export const commentLength = 4000;

/** A comment as everybody may see it; hidden and deleted ones keep their place without their text. */
export const publicComment = z.object({
  id,
  parentId: id.nullable(),
  /** The first comment of its conversation; its own id where it is the first. */
  rootId: id,
  /** 0 for a comment on the subject itself, 1 for an answer to that … */
  depth: z.number().int(),
  /** Number of its latest change within the thread. */
  seq: z.number().int(),
  state: z.enum(['visible', 'hidden', 'deleted']),
  author: author.nullable(),
  language,
  direction,
  /** Sanitised. Empty unless visible, or hidden and one's own or a moderator's to see. */
  html: z.string(),
  createdAt: moment,
  editedAt: moment.nullable(),
  likes: z.number().int(),
  /** Number of the latest change of `likes`: of two counts, the one with the higher number is true. */
  likeSeq: z.number().int(),
  /** Of a first comment, the answers below it at any depth; 0 for the others. */
  replies: z.number().int(),
});
export type PublicComment = z.infer<typeof publicComment>;

export const comment = publicComment.extend({
  mine: z.boolean(),
  liked: z.boolean(),
  /** As it was written; only for the one who may edit it. */
  source: z.string().nullable(),
  hidden: hiding.nullable(),
  can: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type Comment = z.infer<typeof comment>;

const liking = comment.pick({ liked: true, likes: true, likeSeq: true });
export type Liking = z.infer<typeof liking>;
export type LikeCount = Omit<Liking, 'liked'>;

/** A first comment and the beginning of what was answered, in reading order. */
export const conversation = z.object({
  root: comment,
  replies: z.array(comment),
  /** Where its further answers begin. */
  next: cursor.nullable(),
});
export type Conversation = z.infer<typeof conversation>;

export const thread = z.object({
  /** Number of the latest change: ask for what came after it. */
  seq: z.number().int(),
  /** Comments that can be read. */
  total: z.number().int(),
  items: z.array(conversation),
  next: cursor.nullable(),
  can: z.object({ comment: z.boolean(), like: z.boolean(), moderate: z.boolean() }),
});
export type Thread = z.infer<typeof thread>;

const onThread = z.strictObject({ town: slug, type: threadType, subject: id });

/** How to read a thread; also understood by the subject's own endpoint. */
export const threadQuery = z.strictObject({
  sort: z.enum(commentSorts).default('oldest'),
  after: cursor.optional(),
  /** Only the conversation of this comment, opened at its place. */
  focus: id.optional(),
});

export const comments = {
  thread: endpoint({
    summary: 'A page of the conversations below a subject.',
    method: 'GET',
    path: '/municipalities/:town/threads/:type/:subject',
    params: onThread,
    query: threadQuery,
    output: thread,
  }),
  replies: endpoint({
    summary: 'Further answers of one conversation, in reading order.',
    method: 'GET',
    path: '/municipalities/:town/comments/:id/replies',
    params: inTownWithId,
    query: z.strictObject({ after: cursor.optional() }),
    output: z.object({ items: z.array(comment), next: cursor.nullable() }),
  }),
  changes: endpoint({
    summary:
      'What changed in a thread after a number, without a gap: new, edited, deleted, hidden, restored.',
    method: 'GET',
    path: '/municipalities/:town/threads/:type/:subject/changes',
    params: onThread,
    query: z.strictObject({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1),
    }),
    output: z.object({
      seq: z.number().int(),
      total: z.number().int(),
      items: z.array(comment),
      /** There is more: ask again after `seq`. */
      more: z.boolean(),
    }),
  }),
  preview: endpoint({
    summary: 'The mark that a comment was shown as it will be sent.',
    method: 'POST',
    path: '/municipalities/:town/comments/preview',
    params: inTown,
    body: z.strictObject({ body: text(1, commentLength) }),
    output: z.object({ readBack }),
  }),
  write: endpoint({
    summary: 'Comment on a subject or answer a comment.',
    method: 'POST',
    path: '/municipalities/:town/threads/:type/:subject',
    params: onThread,
    body: z.strictObject({
      body: text(1, commentLength),
      parentId: id.optional(),
      /** Recognised from the text where it is left out. */
      language: language.optional(),
      requestKey: requestKey.optional(),
      readBack: readBack.optional(),
    }),
    output: comment,
    status: 201,
    /** `sent_before`: the key has brought something else already, which stays as it is. */
    problems: ['wrong_state', 'sent_before', 'not_read_back'],
  }),
  edit: endpoint({
    summary: 'Change the text or the language of my comment; the earlier text is kept.',
    method: 'PATCH',
    path: '/municipalities/:town/comments/:id',
    params: inTownWithId,
    body: z.strictObject({
      body: text(1, commentLength),
      language: language.optional(),
      readBack: readBack.optional(),
    }),
    output: comment,
    problems: ['wrong_state', 'not_read_back'],
  }),
  remove: endpoint({
    summary: 'Delete my comment. Its place stays, so that answers keep their sense.',
    method: 'DELETE',
    path: '/municipalities/:town/comments/:id',
    params: inTownWithId,
    problems: ['wrong_state'],
  }),
  versions: endpoint({
    summary: 'The wordings of a comment, the latest first.',
    method: 'GET',
    path: '/municipalities/:town/comments/:id/versions',
    params: inTownWithId,
    output: z.object({
      language,
      direction,
      items: z.array(z.object({ number: z.number().int(), body: z.string(), at: moment })),
    }),
  }),
  like: endpoint({
    summary: 'Like a comment; liking twice counts once.',
    method: 'PUT',
    path: '/municipalities/:town/comments/:id/like',
    params: inTownWithId,
    output: liking,
    problems: ['wrong_state'],
  }),
  unlike: endpoint({
    summary: 'Take a like back.',
    method: 'DELETE',
    path: '/municipalities/:town/comments/:id/like',
    params: inTownWithId,
    output: liking,
  }),
};
