import { contracts } from './contracts';
import type { Endpoint } from './endpoint';

/**
 * What a request asks of the portal, for those who ask too often. How often each of them may come stands in the API's
 * `limits.ts`.
 */
export type Pace = 'reading' | 'writing' | 'signing in' | 'costly' | 'mail';

/**
 * The endpoints that are neither plain reading nor plain writing. One that is not named here has a pace all the same:
 * `GET` reads, everything else writes.
 */
const named: {
  [Feature in keyof typeof contracts]?: { [Name in keyof (typeof contracts)[Feature]]?: Pace };
} = {
  municipalities: { create: 'costly' },
  identity: {
    signUp: 'costly',
    signIn: 'signing in',
    provePassphrase: 'signing in',
    proveCode: 'signing in',
    confirmTotp: 'signing in',
    operatorSignIn: 'signing in',
    operatorProvePassphrase: 'signing in',
    operatorProveCode: 'signing in',
    operatorConfirmTotp: 'signing in',
    addPasskey: 'signing in',
    askForPasskey: 'signing in',
    signInByPasskey: 'signing in',
    firstAdmin: 'costly',
    recognisePhrase: 'signing in',
    recover: 'signing in',
  },
  privacy: { take: 'costly', erase: 'signing in' },
  'access-codes': { make: 'costly', join: 'signing in' },
  assistance: { open: 'costly', finish: 'costly', claim: 'signing in' },
  email: { offer: 'mail', ask: 'mail', signIn: 'signing in', undo: 'signing in', confirm: 'signing in' },
  sso: { start: 'signing in', finish: 'signing in', join: 'costly' },
  moderation: { report: 'costly' },
  comments: { preview: 'reading' },
  ideas: { propose: 'costly', preview: 'reading' },
};

const byEndpoint = new Map<Endpoint, Pace>(
  Object.entries(named).flatMap(([feature, paces]) =>
    Object.entries(paces).map(([name, pace]): [Endpoint, Pace] => [
      (contracts as Record<string, Record<string, Endpoint>>)[feature]?.[name] as Endpoint,
      pace,
    ]),
  ),
);

export const paceOf = (endpoint: Endpoint): Pace =>
  byEndpoint.get(endpoint) ?? (endpoint.method === 'GET' ? 'reading' : 'writing');
