import { z } from 'zod';
import { endpoint } from '../endpoint';
import { inTown, moment } from '../primitives';
import { passphrase, signInName } from './credentials';

/** Figures of any script, with blanks and hyphens wherever people put them. */
const phrase = z.string().min(1).max(200);

/** The way back in for somebody who lost every other one: a phrase of figures that they printed or wrote down. */
export const recovery = {
  phrase: endpoint({
    summary: 'Whether I have a recovery phrase; the phrase itself is nowhere.',
    method: 'GET',
    path: '/municipalities/:town/me/recovery',
    params: inTown,
    output: z.object({
      madeAt: moment.nullable(),
      /** Whether the passphrase is to be typed once more before a phrase can be made. */
      mustProve: z.boolean(),
    }),
  }),
  makePhrase: endpoint({
    summary: 'Make a recovery phrase, which is in this answer alone. An older one counts no longer.',
    method: 'POST',
    path: '/municipalities/:town/me/recovery',
    params: inTown,
    output: z.object({ phrase: z.string() }),
    status: 201,
    problems: ['prove_again'],
  }),
  recognisePhrase: endpoint({
    summary: 'The account of a recovery phrase, so that its person sees what they are asked for next.',
    method: 'POST',
    path: '/municipalities/:town/recovery/account',
    params: inTown,
    body: z.strictObject({ phrase }),
    output: z.object({ displayName: z.string(), signInName: z.string().nullable() }),
    problems: ['phrase_refused', 'too_fast'],
  }),
  recover: endpoint({
    summary:
      'Use up a recovery phrase: set a new passphrase, and a sign-in name where there is none; ends all sessions, forgets all passkeys, signs in.',
    method: 'POST',
    path: '/municipalities/:town/recovery',
    params: inTown,
    body: z.strictObject({ phrase, signInName: signInName.optional(), passphrase }),
    problems: ['phrase_refused', 'name_taken', 'too_fast'],
  }),
};
