import { z } from 'zod';
import { typedCode } from '../access-codes/access-codes';
import { endpoint } from '../endpoint';
import { passphrase, signInName } from '../identity/credentials';
import { account, displayName } from '../identity/identity';
import { inTown, locale, moment } from '../primitives';

/** What somebody wrote, for the paper that they take home. */
const written = z.object({
  kind: z.enum(['idea', 'comment']),
  title: z.string().nullable(),
  text: z.string(),
});

export const receipt = z.object({
  /** Makes the account one's own, once. It is in this one answer and nowhere else. */
  code: z.string(),
  expiresAt: moment,
  written: z.array(written),
});
export type Receipt = z.infer<typeof receipt>;

export const assistance = {
  open: endpoint({
    summary:
      'Open a session for somebody at my side, under a name of theirs and in their language. It takes the place of mine, which ends.',
    method: 'POST',
    path: '/municipalities/:town/assisted-sessions',
    params: inTown,
    body: z.strictObject({ displayName, language: locale }),
    output: account,
    status: 201,
  }),
  finish: endpoint({
    summary: 'End the assisted session that asks, with a receipt of what was written and a code to claim it.',
    method: 'POST',
    path: '/municipalities/:town/assisted-sessions/current/receipt',
    params: inTown,
    output: receipt,
    status: 201,
  }),
  claim: endpoint({
    summary: 'Make the account of a receipt one’s own: choose a sign-in name and a passphrase; signs in.',
    method: 'POST',
    path: '/municipalities/:town/claims',
    params: inTown,
    body: z.strictObject({ code: typedCode, signInName, passphrase }),
    output: account,
    status: 201,
    problems: ['code_refused', 'name_taken', 'too_fast'],
  }),
};
