import { z } from 'zod';
import { endpoint } from '../endpoint';
import { moderatedType, reportReason } from '../moderation/moderation';
import { cursor, givenRole, id, inTown, moment, page, role } from '../primitives';

/** What an admin can change about a municipality. */
const setting = z.enum(['name', 'timeZone', 'languages', 'accent', 'hosts', 'invitation']);

const ofSubject = { type: moderatedType, subject: id };

/**
 * Every privileged act, and all that the audit log tells of it: ids, choices, numbers and moments. Never a name, never
 * anybody's words, so that erasing a person leaves the log whole.
 */
export const auditActs = {
  operator_let_in: z.strictObject({ account: id }),
  municipality_opened: z.strictObject({ municipality: id }),
  first_admin_made: z.strictObject({ municipality: id, account: id }),
  settings_changed: z.strictObject({ settings: z.array(setting) }),
  role_given: z.strictObject({ account: id, role: givenRole, from: moment, until: moment.nullable() }),
  role_ended: z.strictObject({ account: id, role: givenRole }),
  codes_made: z.strictObject({ batch: id, codes: z.int() }),
  codes_cancelled: z.strictObject({ batch: id, codes: z.int() }),
  quota_given: z.strictObject({ account: id, perYear: z.int() }),
  /** Nothing of the session: the log must not lead from the one who helps to the one who wrote. */
  assisted_session_opened: z.strictObject({}),
  factors_reset: z.strictObject({ account: id }),
  admin_factors_reset: z.strictObject({ municipality: id, account: id }),
  council_changed: z.strictObject({ members: z.int() }),
  hidden: z.strictObject({ ...ofSubject, reason: reportReason }),
  restored: z.strictObject(ofSubject),
  dismissed: z.strictObject(ofSubject),
};
export type AuditAct = keyof typeof auditActs;
export type AuditDetails<Act extends AuditAct> = z.input<(typeof auditActs)[Act]>;

export const auditEntry = z.object({
  number: z.number().int(),
  at: moment,
  act: z.string(),
  /** Who did it, as they are called now; null when nobody in particular did. */
  by: z
    .object({ name: z.string().nullable(), role: z.enum([...role.options, 'operator']).nullable() })
    .nullable(),
  /** What is told of the act, in its order; an account or a municipality by its name now, where it has one. */
  details: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const query = z.strictObject({
  act: z.enum(Object.keys(auditActs) as [AuditAct, ...AuditAct[]]).optional(),
  after: cursor.optional(),
});
/** `broken` is the number of the first entry that is not as it was written. */
const verification = z.object({ entries: z.number().int(), broken: z.number().int().nullable() });

export const audit = {
  log: endpoint({
    summary: 'The privileged acts in a municipality, the latest first.',
    method: 'GET',
    path: '/municipalities/:town/audit',
    params: inTown,
    query,
    output: page(auditEntry),
  }),
  verify: endpoint({
    summary: 'Whether every entry of that log is as it was written.',
    method: 'GET',
    path: '/municipalities/:town/audit/verification',
    params: inTown,
    output: verification,
  }),
  operatorLog: endpoint({
    summary: 'The acts of the operator, the latest first.',
    method: 'GET',
    path: '/operator/audit',
    query,
    output: page(auditEntry),
  }),
  operatorVerify: endpoint({
    summary: 'Whether every entry of the log of the operator is as it was written.',
    method: 'GET',
    path: '/operator/audit/verification',
    output: verification,
  }),
};
