import { z } from 'zod';
import { thread, threadQuery } from '../comments/comments';
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
  line,
  moment,
  page,
  readBack,
  requestKey,
  text,
  tidy,
} from '../primitives';

export const ideaStates = ['draft', 'published', 'withdrawn'] as const;
export type IdeaState = (typeof ideaStates)[number];
export const ideaSorts = ['newest', 'supported', 'discussed', 'rising', 'best'] as const;
export type IdeaSort = (typeof ideaSorts)[number];
export const titleLength = { min: 5, max: 120 } as const;
export const bodyLength = { min: 20, max: 10_000 } as const;
export const maxTags = 5;

/** What a list shows of an idea. */
export const ideaCard = z.object({
  id,
  /** Readable end of its address; may change, the id does not. */
  slug: z.string(),
  title: z.string(),
  /** The first line or two, as plain text. */
  excerpt: z.string(),
  language,
  direction,
  state: z.enum(ideaStates),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  author,
  publishedAt: moment.nullable(),
  /** Supports cast here. */
  supports: z.number().int(),
  /** A total that came with an import; apart from those cast here. */
  importedSupports: z.number().int(),
  comments: z.number().int(),
  hidden: z.boolean(),
});
export type IdeaCard = z.infer<typeof ideaCard>;

export const idea = ideaCard.extend({
  /** Sanitised. */
  html: z.string(),
  /** As it was written; only for the one who may edit it. */
  source: z.string().nullable(),
  createdAt: moment,
  /** When its text was last changed, where it was. */
  editedAt: moment.nullable(),
  /** Grows whenever its author changes something or publishes it; no number of a version that readers see. */
  version: z.number().int(),
  mine: z.boolean(),
  supported: z.boolean(),
  /** Number of the latest change of `supports`: of two counts, the one with the higher number is true. */
  supportSeq: z.number().int(),
  hiding: hiding.nullable(),
  can: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    support: z.boolean(),
    report: z.boolean(),
    moderate: z.boolean(),
  }),
});
export type Idea = z.infer<typeof idea>;

const tag = line(2, 30).overwrite((value) => value.replace(/^#/, '').toLowerCase());
const written = {
  title: line(titleLength.min, titleLength.max),
  body: text(bodyLength.min, bodyLength.max),
  category: z.string().max(60).nullable(),
  tags: z
    .array(tag)
    .max(maxTags)
    .overwrite((tags) => [...new Set(tags)]),
  /** Recognised from the text where it is left out. */
  language: language.optional(),
};

const whole = {
  ...written,
  category: written.category.default(null),
  tags: written.tags.default([]),
};

const support = idea.pick({ supported: true, supports: true, supportSeq: true });
export type Supporting = z.infer<typeof support>;
export type SupportCount = Omit<Supporting, 'supported'>;

export const ideas = {
  list: endpoint({
    summary: 'Ideas that can be read, filtered, sorted and searched in full text.',
    method: 'GET',
    path: '/municipalities/:town/ideas',
    params: inTown,
    query: z.strictObject({
      q: z.string().overwrite(tidy).max(200).optional(),
      category: z.string().max(60).optional(),
      tag: z.string().max(40).optional(),
      language: language.optional(),
      /** `best` needs `q`, and is the default with it; `newest` is the default without. */
      sort: z.enum(ideaSorts).optional(),
      after: cursor.optional(),
    }),
    output: page(ideaCard),
  }),
  mine: endpoint({
    summary: 'My ideas in every state, the latest changed first.',
    method: 'GET',
    path: '/municipalities/:town/me/ideas',
    params: inTown,
    query: z.strictObject({ after: cursor.optional() }),
    output: page(ideaCard),
  }),
  read: endpoint({
    summary: 'One idea with the first page of its thread.',
    method: 'GET',
    path: '/municipalities/:town/ideas/:id',
    params: inTownWithId,
    query: threadQuery,
    output: z.object({ idea, thread }),
  }),
  preview: endpoint({
    summary:
      'An idea before it is sent: its language, if it is told or recognised, and the mark that it was shown.',
    method: 'POST',
    path: '/municipalities/:town/ideas/preview',
    params: inTown,
    body: z.strictObject(whole),
    output: z.object({ language: language.nullable(), readBack }),
  }),
  propose: endpoint({
    summary: 'Write an idea, as a draft or published at once.',
    method: 'POST',
    path: '/municipalities/:town/ideas',
    params: inTown,
    body: z.strictObject({
      ...whole,
      publish: z.boolean(),
      /** With other words than before it is refused with `changed_meanwhile`, and the `id` of the idea made before. */
      requestKey: requestKey.optional(),
      readBack: readBack.optional(),
    }),
    output: idea,
    status: 201,
    problems: ['not_read_back', 'changed_meanwhile'],
  }),
  edit: endpoint({
    summary: 'Change my idea; what is published keeps its earlier versions.',
    method: 'PATCH',
    path: '/municipalities/:town/ideas/:id',
    params: inTownWithId,
    body: z.strictObject({
      ...z.strictObject(written).partial().shape,
      /** The version that was read; refused with `changed_meanwhile` when another one came between. */
      version: z.number().int().min(1),
      readBack: readBack.optional(),
    }),
    output: idea,
    problems: ['wrong_state', 'changed_meanwhile', 'not_read_back'],
  }),
  publish: endpoint({
    summary: 'Publish my draft.',
    method: 'POST',
    path: '/municipalities/:town/ideas/:id/publish',
    params: inTownWithId,
    body: z.strictObject({ readBack: readBack.optional() }),
    output: idea,
    problems: ['wrong_state', 'not_read_back'],
  }),
  withdraw: endpoint({
    summary: 'Withdraw my idea: it stays readable, and can no longer be supported. A draft is deleted.',
    method: 'POST',
    path: '/municipalities/:town/ideas/:id/withdraw',
    params: inTownWithId,
    /** The state that was seen; refused with `wrong_state` when it is another one now. */
    body: z.strictObject({ state: z.enum(['draft', 'published']) }),
    problems: ['wrong_state'],
  }),
  versions: endpoint({
    summary: 'The versions of an idea, the latest first.',
    method: 'GET',
    path: '/municipalities/:town/ideas/:id/versions',
    params: inTownWithId,
    output: z.object({
      title: z.string(),
      slug: z.string(),
      items: z.array(
        z.object({
          /** Counted from 1. */
          number: z.number().int(),
          title: z.string(),
          body: z.string(),
          language,
          direction,
          at: moment,
        }),
      ),
    }),
  }),
  support: endpoint({
    summary: 'Support an idea; once per person, however often it is asked.',
    method: 'PUT',
    path: '/municipalities/:town/ideas/:id/support',
    params: inTownWithId,
    output: support,
    problems: ['wrong_state'],
  }),
  unsupport: endpoint({
    summary: 'Take my support back.',
    method: 'DELETE',
    path: '/municipalities/:town/ideas/:id/support',
    params: inTownWithId,
    output: support,
    problems: ['wrong_state'],
  }),
};
