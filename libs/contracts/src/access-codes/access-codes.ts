import { z } from 'zod';
import { endpoint } from '../endpoint';
import { account, displayName } from '../identity/identity';
import { id, inTown, inTownWithId, locale, moment, requestKey, role } from '../primitives';

/** At most so many codes in one batch: what can be cut out at a table. */
export const batchSize = { min: 1, max: 100 } as const;
export const quotaLimit = 5000;
/** For how many days the codes of a batch can be used; one of these. */
export const codeLives = ['30', '90', '180', '365'] as const;

/** A printed code as somebody typed it: figures of any script, with blanks and hyphens. */
export const typedCode = z.string().min(1).max(100);

/** What is known of a batch; nothing is known of its codes. */
export const batch = z.object({
  id,
  madeAt: moment,
  expiresAt: moment,
  made: z.int(),
  /** Counted once a night, so that nobody who watches it can tell which use was whose; so is `expired`. */
  used: z.int(),
  expired: z.int(),
  cancelled: z.int(),
  /** Whether there may be codes that can still be used. */
  open: z.boolean(),
});

const quota = z.object({ perYear: z.int(), madeThisYear: z.int() });

export const accessCodes = {
  batches: endpoint({
    summary: 'The batches of codes that I made, the latest first, and how many more I may make this year.',
    method: 'GET',
    path: '/municipalities/:town/access-codes/batches',
    params: inTown,
    output: z.object({ items: z.array(batch), quota }),
  }),
  make: endpoint({
    summary: 'Make a batch of codes. This reply alone holds them; they cannot be shown again.',
    method: 'POST',
    path: '/municipalities/:town/access-codes/batches',
    params: inTown,
    body: z.strictObject({
      size: z.int().min(batchSize.min).max(batchSize.max),
      days: z.enum(codeLives),
      requestKey,
    }),
    output: z.object({ codes: z.array(z.string()), expiresAt: moment }),
    status: 201,
    problems: ['quota_used_up', 'wrong_state'],
  }),
  cancel: endpoint({
    summary:
      'Cancel the codes of one of my batches that nobody has used. They count against the quota no more.',
    method: 'DELETE',
    path: '/municipalities/:town/access-codes/batches/:id',
    params: inTownWithId,
  }),
  quotas: endpoint({
    summary: 'Everybody who may make codes, with their quota for each year.',
    method: 'GET',
    path: '/municipalities/:town/access-codes/quotas',
    params: inTown,
    output: z.object({ items: z.array(quota.extend({ id, displayName: z.string(), role })) }),
  }),
  giveQuota: endpoint({
    summary: 'Say how many codes a maker may make in a year. What is made already stays.',
    method: 'PUT',
    path: '/municipalities/:town/access-codes/quotas/:id',
    params: inTownWithId,
    body: z.strictObject({ perYear: z.int().min(0).max(quotaLimit) }),
  }),
  join: endpoint({
    summary: 'Use a code: choose a display name, get an account and be signed in.',
    method: 'POST',
    path: '/municipalities/:town/joins',
    params: inTown,
    body: z.strictObject({ code: typedCode, displayName, language: locale }),
    output: account,
    status: 201,
    problems: ['code_refused', 'too_fast'],
  }),
};
