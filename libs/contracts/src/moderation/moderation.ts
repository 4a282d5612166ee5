import { z } from 'zod';
import { endpoint } from '../endpoint';
import { author, cursor, id, inTown, inTownWithId, language, moment, page, slug, text } from '../primitives';

export const reportReasons = [
  'insult',
  'hate',
  'spam',
  'personal_data',
  'off_topic',
  'danger',
  'other',
] as const;
export const reportReason = z.enum(reportReasons);
export type ReportReason = z.infer<typeof reportReason>;

/** What can be reported and hidden. */
export const subjectTypes = ['idea', 'comment'] as const;
export const moderatedType = z.enum(subjectTypes);
export type ModeratedType = z.infer<typeof moderatedType>;

/** Why something was hidden, as its author and the moderators see it. */
export const hiding = z.object({ reason: reportReason, note: z.string(), at: moment });

/** A thing in the queue, whole enough to judge it. */
export const moderationSubject = z.object({
  type: moderatedType,
  id,
  /** Page on which it stands, below the municipality: `/ideas/…`. */
  page: z.string(),
  title: z.string().nullable(),
  text: z.string(),
  language,
  author,
  hidden: hiding.nullable(),
});
export type ModerationSubject = z.infer<typeof moderationSubject>;

export const queueItem = z.object({
  subject: moderationSubject,
  reports: z.array(z.object({ id, reason: reportReason, note: z.string(), at: moment })),
});

const acts = ['hide', 'restore', 'dismiss'] as const;
export const logEntry = z.object({
  id,
  act: z.enum(acts),
  at: moment,
  by: author,
  reason: reportReason.nullable(),
  note: z.string(),
  subject: moderationSubject.nullable(),
});

const onSubject = z.strictObject({ town: slug, type: moderatedType, id });
const paged = z.strictObject({ after: cursor.optional() });

export const moderation = {
  report: endpoint({
    summary: 'Tell the moderators that something should not stand here. No account is needed.',
    method: 'POST',
    path: '/municipalities/:town/reports',
    params: inTown,
    body: z.strictObject({ type: moderatedType, id, reason: reportReason, note: text(0, 1000).default('') }),
    output: z.object({ id }),
    status: 201,
    problems: ['already_reported'],
  }),
  queue: endpoint({
    summary: 'What was reported and waits for a decision, the longest waiting first.',
    method: 'GET',
    path: '/municipalities/:town/moderation/queue',
    params: inTown,
    query: paged,
    output: page(queueItem),
  }),
  subject: endpoint({
    summary: 'One thing as the moderators see it, also when it is hidden.',
    method: 'GET',
    path: '/municipalities/:town/moderation/:type/:id',
    params: onSubject,
    output: queueItem,
  }),
  hide: endpoint({
    summary: 'Hide something, with a reason that its author sees; settles the reports about it.',
    method: 'POST',
    path: '/municipalities/:town/moderation/:type/:id/hide',
    params: onSubject,
    body: z.strictObject({ reason: reportReason, note: text(5, 1000) }),
    problems: ['wrong_state'],
  }),
  restore: endpoint({
    summary: 'Show something again, with a reason.',
    method: 'POST',
    path: '/municipalities/:town/moderation/:type/:id/restore',
    params: onSubject,
    body: z.strictObject({ note: text(5, 1000) }),
    problems: ['wrong_state'],
  }),
  dismiss: endpoint({
    summary: 'Settle a report without hiding anything.',
    method: 'POST',
    path: '/municipalities/:town/moderation/reports/:id/dismiss',
    params: inTownWithId,
    body: z.strictObject({ note: text(0, 1000).default('') }),
    problems: ['wrong_state'],
  }),
  log: endpoint({
    summary: 'The log of moderation, the latest act first.',
    method: 'GET',
    path: '/municipalities/:town/moderation/log',
    params: inTown,
    query: paged,
    output: page(logEntry),
  }),
};
