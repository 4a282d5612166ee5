import { z } from 'zod';
import { endpoint } from '../endpoint';
import { day, id, inTown, inTownWithId, line } from '../primitives';
import { account } from './identity';

/** Bytes as WebAuthn's JSON writes them: base64url without padding. */
const bytes = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/);
const known = z.object({
  id: bytes,
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});

const passkeyName = line(1, 40);

export const passkey = z.object({ id, name: z.string(), createdOn: day, lastUsedOn: day.nullable() });
export type Passkey = z.infer<typeof passkey>;

/** Passkeys (WebAuthn Level 3): they sign in by themselves, and count as both factors. */
export const passkeys = {
  passkeys: endpoint({
    summary: 'My passkeys, the oldest first.',
    method: 'GET',
    path: '/municipalities/:town/me/passkeys',
    params: inTown,
    output: z.object({ items: z.array(passkey) }),
  }),
  offerPasskey: endpoint({
    summary:
      'What a browser needs to make a passkey (PublicKeyCredentialCreationOptionsJSON); for 5 minutes.',
    method: 'POST',
    path: '/municipalities/:town/me/passkeys/challenges',
    params: inTown,
    output: z.object({
      rp: z.object({ id: z.string(), name: z.string() }),
      user: z.object({ id: bytes, name: z.string(), displayName: z.string() }),
      challenge: bytes,
      pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number().int() })),
      timeout: z.number().int().optional(),
      excludeCredentials: z.array(known).optional(),
      authenticatorSelection: z.object({
        residentKey: z.literal('required'),
        requireResidentKey: z.boolean(),
        userVerification: z.literal('required'),
      }),
      attestation: z.literal('none'),
    }),
    problems: ['prove_again'],
  }),
  addPasskey: endpoint({
    summary: 'Keep the passkey that the browser has just made.',
    method: 'POST',
    path: '/municipalities/:town/me/passkeys',
    params: inTown,
    body: z.strictObject({
      name: passkeyName,
      id: bytes,
      response: z.strictObject({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z.array(z.string().max(40)).max(10).default([]),
      }),
    }),
    output: passkey,
    status: 201,
    problems: ['prove_again', 'passkey_refused'],
  }),
  renamePasskey: endpoint({
    summary: 'Call one of my passkeys something else.',
    method: 'PATCH',
    path: '/municipalities/:town/me/passkeys/:id',
    params: inTownWithId,
    body: z.strictObject({ name: passkeyName }),
    output: passkey,
  }),
  removePasskey: endpoint({
    summary:
      'Forget one of my passkeys. Where the role asks for a second step, one way to take it must remain.',
    method: 'DELETE',
    path: '/municipalities/:town/me/passkeys/:id',
    params: inTownWithId,
    problems: ['prove_again', 'factor_required'],
  }),
  askForPasskey: endpoint({
    summary:
      'What a browser needs to use a passkey (PublicKeyCredentialRequestOptionsJSON), for 5 minutes; halfway, one of this account.',
    method: 'POST',
    path: '/municipalities/:town/passkeys/challenges',
    params: inTown,
    output: z.object({
      challenge: bytes,
      timeout: z.number().int().optional(),
      rpId: z.string(),
      allowCredentials: z.array(known).optional(),
      userVerification: z.literal('required'),
    }),
  }),
  signInByPasskey: endpoint({
    summary: 'Open a session with a passkey, or complete one that is halfway. No name is asked for.',
    method: 'POST',
    path: '/municipalities/:town/passkeys/sessions',
    params: inTown,
    body: z.strictObject({
      id: bytes,
      response: z.strictObject({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
    }),
    output: account,
    status: 201,
    problems: ['passkey_refused'],
  }),
};
