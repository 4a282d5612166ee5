import { z } from 'zod';

/** Every problem that the portal answers with, and its HTTP status. The sentence lives in `libs/i18n`. */
export const problemStatus = {
  invalid_input: 400,
  broken_text: 400,
  sso_cancelled: 400,
  sso_failed: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  code_refused: 403,
  wrong_email_code: 401,
  wrong_passphrase: 401,
  wrong_code: 401,
  phrase_refused: 401,
  passkey_refused: 401,
  not_allowed: 403,
  prove_again: 403,
  foreign_origin: 403,
  not_confirmed: 403,
  not_found: 404,
  method_not_allowed: 405,
  name_taken: 409,
  slug_taken: 409,
  host_taken: 409,
  already_reported: 409,
  sent_before: 409,
  changed_meanwhile: 409,
  wrong_state: 409,
  not_read_back: 409,
  quota_used_up: 409,
  last_admin: 409,
  email_taken: 409,
  mail_is_off: 409,
  role_held: 409,
  factor_required: 409,
  too_large: 413,
  unsupported_media: 415,
  too_fast: 429,
  unexpected: 500,
  unavailable: 503,
  sso_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as ProblemCode[];

/** Why one field was refused. */
export const fieldErrorCodes = [
  'required',
  'too_short',
  'too_long',
  'too_many',
  'not_a_choice',
  'bad_format',
  'too_early',
  'too_common',
  'mistyped_code',
  'unknown_field',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export const fieldError = z.object({
  /** Where: `body.title`, `query.after`, `params.id`. */
  path: z.string(),
  code: z.enum(fieldErrorCodes),
  /** Numbers for the sentence, such as `min` and `max`. */
  params: z.record(z.string(), z.number()).optional(),
});
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details with a stable `code`; `title` is English, for developers. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(fieldError).optional(),
});
export type Problem = z.infer<typeof problem>;
