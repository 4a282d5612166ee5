import type { ProblemCode } from '@zbor/contracts';

/** What a broken constraint means to the person who asked; any other is our own mistake. */
const problems = new Map<string, ProblemCode>([
  ['account_sign_in_name_taken', 'name_taken'],
  ['operator_sign_in_name_taken', 'name_taken'],
  ['municipality_slug_taken', 'slug_taken'],
  ['municipality_host_taken', 'host_taken'],
  ['role_grant_once', 'role_held'],
  ['report_once', 'already_reported'],
  ['access_code_batch_once', 'wrong_state'],
  ['sso_identity_once', 'wrong_state'],
  ['passkey_once', 'passkey_refused'],
  ['email_taken', 'email_taken'],
]);

export function problemOfConstraint(error: unknown): ProblemCode | undefined {
  const { code, constraint } = ((error as { driverError?: object })?.driverError ?? error ?? {}) as {
    code?: string;
    constraint?: string;
  };
  return typeof code === 'string' && code.startsWith('23') && constraint
    ? problems.get(constraint)
    : undefined;
}
