import { z } from 'zod';
import { endpoint } from '../endpoint';
import { account } from '../identity/identity';
import { inTown, line, locale } from '../primitives';

const parameter = z.string().max(4000).optional();

export const sso = {
  start: endpoint({
    summary:
      'Where to sign in with the provider of this municipality; the browser gets a cookie to come back with.',
    method: 'GET',
    path: '/municipalities/:town/sso/start',
    params: inTown,
    query: z.strictObject({ returnTo: z.string().max(1000).optional() }),
    output: z.object({ location: z.string() }),
    problems: ['sso_unavailable'],
  }),
  finish: endpoint({
    summary: 'With what the provider answered: opens a session, or lets somebody new choose a name.',
    method: 'GET',
    path: '/municipalities/:town/sso/callback',
    params: inTown,
    query: z.strictObject({ code: parameter, state: parameter, iss: parameter, error: parameter }),
    output: z.object({ signedIn: z.boolean(), returnTo: z.string() }),
    problems: ['sso_unavailable', 'sso_cancelled', 'sso_failed'],
  }),
  arrived: endpoint({
    summary: 'Whether this browser has come back from the provider and is to choose a name.',
    method: 'GET',
    path: '/municipalities/:town/sso/arrival',
    params: inTown,
    output: z.object({ arrived: z.boolean() }),
  }),
  join: endpoint({
    summary: 'Make an account with a pseudonym for whoever has come back from the provider; signs in.',
    method: 'POST',
    path: '/municipalities/:town/sso/accounts',
    params: inTown,
    body: z.strictObject({ displayName: line(2, 40), language: locale }),
    output: account,
    status: 201,
    problems: ['sso_failed', 'wrong_state', 'too_fast'],
  }),
};
