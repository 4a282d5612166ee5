import { z } from 'zod';
import { moderatedType, reportReason } from '../moderation/moderation';
import { givenRole, id, moment } from '../primitives';

/** What an admin can change about a municipality. */
const setting = z.enum(['name', 'timeZone', 'languages', 'accent', 'hosts', 'invitation']);

const ofSubject = { type: moderatedType, subject: id };

/**
 * Every privileged act, and all that the audit log tells of it: ids, choices, numbers and moments. Never a name, never
 * anybody's words, so that erasing a person leaves the log whole.
 */
export const auditActs = {
  municipality_opened: z.strictObject({ municipality: id }),
  first_admin_made: z.strictObject({ municipality: id, account: id }),
  settings_changed: z.strictObject({ settings: z.array(setting) }),
  role_given: z.strictObject({ account: id, role: givenRole, from: moment, until: moment.nullable() }),
  role_ended: z.strictObject({ account: id, role: givenRole }),
  codes_made: z.strictObject({ batch: id, codes: z.int() }),
  codes_cancelled: z.strictObject({ batch: id, codes: z.int() }),
  quota_given: z.strictObject({ account: id, perYear: z.int() }),
  council_changed: z.strictObject({ members: z.int() }),
  hidden: z.strictObject({ ...ofSubject, reason: reportReason }),
  restored: z.strictObject(ofSubject),
  dismissed: z.strictObject(ofSubject),
};
export type AuditAct = keyof typeof auditActs;
export type AuditDetails<Act extends AuditAct> = z.input<(typeof auditActs)[Act]>;
