import { z } from 'zod';
import { endpoint } from '../endpoint';
import { account } from '../identity/identity';
import { inTown, inTownWithId } from '../primitives';

/** As typed; which address it is, is decided by one rule. */
const address = z.string().min(1).max(320);
/** As typed: figures of any script, with blanks. */
const code = z.string().min(1).max(60);

export const email = {
  mine: endpoint({
    summary: 'My e-mail address, which nobody else sees; null where I gave none.',
    method: 'GET',
    path: '/municipalities/:town/me/email',
    params: inTown,
    output: z.object({
      address: z.string().nullable(),
      /** Whether it may be changed without proving once more who one is. */
      fresh: z.boolean(),
    }),
  }),
  offer: endpoint({
    summary: 'Name an address as mine: a code is sent there, to be typed in the browser that asked.',
    method: 'POST',
    path: '/municipalities/:town/me/email/codes',
    params: inTown,
    body: z.strictObject({ address }),
    problems: ['mail_is_off', 'too_fast', 'prove_again'],
  }),
  confirm: endpoint({
    summary:
      'Make the address mine by the code that was sent there. An address that it replaces can be had back.',
    method: 'PUT',
    path: '/municipalities/:town/me/email',
    params: inTown,
    body: z.strictObject({ code }),
    problems: ['wrong_email_code', 'email_taken'],
  }),
  remove: endpoint({
    summary: 'Forget my address. For 72 hours it can be had back by a mail that goes there.',
    method: 'DELETE',
    path: '/municipalities/:town/me/email',
    params: inTown,
    problems: ['prove_again'],
  }),
  undo: endpoint({
    summary: 'Take back a change of address, with the code of the mail that told of it; ends every session.',
    method: 'POST',
    path: '/municipalities/:town/email/changes/:id/undo',
    params: inTownWithId,
    body: z.strictObject({ code }),
    problems: ['wrong_email_code', 'email_taken'],
  }),
  ask: endpoint({
    summary:
      'Ask for a code to sign in with. The answer is the same whether an account has this address or not.',
    method: 'POST',
    path: '/municipalities/:town/email/codes',
    params: inTown,
    body: z.strictObject({ address }),
    problems: ['mail_is_off', 'too_fast'],
  }),
  asked: endpoint({
    summary: 'Whether this browser has asked for a code that is still valid, and what for.',
    method: 'GET',
    path: '/municipalities/:town/email/code',
    params: inTown,
    output: z.object({ for: z.enum(['sign-in', 'address']).nullable() }),
  }),
  signIn: endpoint({
    summary: 'Open a session with the code, in the browser that asked for it.',
    method: 'POST',
    path: '/municipalities/:town/email/sessions',
    params: inTown,
    body: z.strictObject({ code }),
    output: account,
    status: 201,
    problems: ['wrong_email_code', 'too_fast'],
  }),
};
