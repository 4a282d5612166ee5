import { z } from 'zod';
import { endpoint } from '../endpoint';
import { inTown, inTownWithId, role } from '../primitives';

/** What may be proven as the second step of signing in. */
export const secondFactors = ['totp', 'passkey'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** A code or phrase of digits as people type it: any digits of Unicode, blanks and hyphens between them. */
const figures = z.string().min(1).max(100);

/** How far the one who asks has come, and what else they could prove. */
export const step = z.object({
  /** The passphrase is proven and the second step is not: nothing else is open yet. */
  halfway: z.boolean(),
  /** Whether something was proven within the last ten minutes, as changing a way in asks for. */
  fresh: z.boolean(),
  /** Whether the role asks for a second step, so that it cannot be switched off. */
  required: z.boolean(),
  /** The second factors of this account; with none, a required one is to be set up now. */
  factors: z.array(z.enum(secondFactors)),
  /** A recovery took every second factor away: before somebody in office resets it, nothing proves the second step. */
  closed: z.boolean(),
  /** For the made-up accounts of a demo alone: the code that is right now, if there is one that was not used. */
  demo: z.object({ code: z.string().nullable() }).nullable(),
});
export type Step = z.infer<typeof step>;

/** The second step of signing in, with codes of an authenticator app (TOTP, RFC 6238), below one's own place. */
function secondStep<P extends z.ZodType>(path: string, params: P) {
  return {
    step: endpoint({
      summary: 'How far signing in has come, and what can be proven next.',
      method: 'GET',
      path: `${path}/step`,
      params,
      output: step,
    }),
    provePassphrase: endpoint({
      summary: 'Type the passphrase once more, so that ways in can be changed.',
      method: 'POST',
      path: `${path}/proof/passphrase`,
      params,
      body: z.strictObject({ passphrase: z.string().min(1).max(400) }),
      problems: ['wrong_passphrase', 'too_fast'],
    }),
    proveCode: endpoint({
      summary: 'Type a code of the authenticator app, which completes signing in.',
      method: 'POST',
      path: `${path}/proof/code`,
      params,
      body: z.strictObject({ code: figures }),
      problems: ['wrong_code', 'too_fast'],
    }),
    offerTotp: endpoint({
      summary: 'Draw a new secret for an authenticator app; it counts once its first code was typed.',
      method: 'POST',
      path: `${path}/totp`,
      params,
      problems: ['prove_again'],
    }),
    offeredTotp: endpoint({
      summary: 'The secret that waits for its first code.',
      method: 'GET',
      path: `${path}/totp`,
      params,
      /** Base32 (RFC 4648), and the address of the same that apps read from a picture. */
      output: z.object({ secret: z.string(), uri: z.string() }),
      problems: ['prove_again'],
    }),
    confirmTotp: endpoint({
      summary: 'Type the first code of the new secret, which from now on takes the place of an older one.',
      method: 'POST',
      path: `${path}/totp/confirmation`,
      params,
      body: z.strictObject({ code: figures }),
      problems: ['prove_again', 'wrong_code', 'too_fast'],
    }),
    removeTotp: endpoint({
      summary: 'Switch codes off. Where the role asks for a second step, a passkey must remain.',
      method: 'DELETE',
      path: `${path}/totp`,
      params,
      problems: ['prove_again', 'factor_required'],
    }),
  };
}

const operator = secondStep('/operator/me', z.strictObject({}));

export const factors = {
  ...secondStep('/municipalities/:town/me', inTown),
  operatorStep: operator.step,
  operatorProvePassphrase: operator.provePassphrase,
  operatorProveCode: operator.proveCode,
  operatorOfferTotp: operator.offerTotp,
  operatorOfferedTotp: operator.offeredTotp,
  operatorConfirmTotp: operator.confirmTotp,
  factorsOf: endpoint({
    summary: 'The second factors of an account, for the admin who is asked to reset them.',
    method: 'GET',
    path: '/municipalities/:town/accounts/:id/factors',
    params: inTownWithId,
    output: z.object({ displayName: z.string(), role, factors: z.array(z.enum(secondFactors)) }),
  }),
  resetFactors: endpoint({
    summary:
      'Take the second factors of an account away; whose role asks for one sets up a new one. Not of an admin.',
    method: 'DELETE',
    path: '/municipalities/:town/accounts/:id/factors',
    params: inTownWithId,
    problems: ['prove_again', 'wrong_state'],
  }),
  operatorResetFactors: endpoint({
    summary: 'The same for an admin of a municipality, whom the operator alone may help.',
    method: 'DELETE',
    path: '/operator/municipalities/:town/admins/:id/factors',
    params: inTownWithId,
    problems: ['prove_again', 'wrong_state'],
  }),
};
