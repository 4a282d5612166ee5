import { z } from 'zod';
import { endpoint } from '../endpoint';
import { municipality } from '../municipalities/municipalities';
import {
  day,
  givenRole,
  id,
  inTown,
  inTownWithId,
  line,
  locale,
  moment,
  page,
  role,
  slug,
} from '../primitives';
import { passphrase, signInName } from './credentials';

export const displayName = line(2, 40);

export const account = z.object({
  id,
  displayName: z.string(),
  /** Null for somebody who has no name to sign in with; without a recovery phrase the account is lost with its last session. */
  signInName: z.string().nullable(),
  role: z.enum([...role.options, 'operator']),
  language: locale,
});
export type Account = z.infer<typeof account>;

/** A role that somebody was given. Days are those of the municipality's time zone. */
export const roleGrant = z.object({
  id,
  role: givenRole,
  from: z.string(),
  /** The last day, which still belongs to it. */
  until: z.string().nullable(),
  begun: z.boolean(),
});
export type RoleGrant = z.infer<typeof roleGrant>;

export const session = z.object({
  id,
  startedAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
  /** The one that asks. */
  current: z.boolean(),
});

export const visit = z.object({
  municipality,
  account: account.nullable(),
  /** Signing in waits for its second step; until then one is a visitor. */
  halfway: z.boolean(),
  /** Somebody helps: the session is short and can do little. */
  assisted: z.boolean(),
  can: z.object({ propose: z.boolean(), help: z.boolean(), moderate: z.boolean(), administer: z.boolean() }),
});
export type Visit = z.infer<typeof visit>;

export const ways = z.object({
  /** A code by e-mail. */
  email: z.boolean(),
  /** What people call the provider that can say who they are; null where there is none. */
  sso: z.string().nullable(),
});
export type Ways = z.infer<typeof ways>;

export const identity = {
  visit: endpoint({
    summary: 'The municipality and who is asking: what every page needs.',
    method: 'GET',
    path: '/municipalities/:town/visit',
    params: inTown,
    output: visit,
  }),
  ways: endpoint({
    summary: 'Ways in that this municipality offers beside sign-in name and passphrase.',
    method: 'GET',
    path: '/municipalities/:town/ways-in',
    params: inTown,
    output: ways,
  }),
  suggestNames: endpoint({
    summary: 'A few pseudonyms that nobody uses here yet.',
    method: 'GET',
    path: '/municipalities/:town/pseudonyms',
    params: inTown,
    query: z.strictObject({ language: locale.optional() }),
    output: z.object({ names: z.array(z.string()) }),
  }),
  signUp: endpoint({
    summary: 'Make an account with a display name, a sign-in name and a passphrase; signs in.',
    method: 'POST',
    path: '/municipalities/:town/accounts',
    params: inTown,
    body: z.strictObject({ displayName, signInName, passphrase, language: locale }),
    output: account,
    status: 201,
    problems: ['name_taken'],
  }),
  signIn: endpoint({
    summary: 'Open a session with a sign-in name and a passphrase.',
    method: 'POST',
    path: '/municipalities/:town/sessions',
    params: inTown,
    body: z.strictObject({ signInName: z.string().min(1).max(200), passphrase: z.string().min(1).max(400) }),
    output: account,
    status: 201,
    problems: ['wrong_credentials'],
  }),
  signOut: endpoint({
    summary: 'End the session that asks.',
    method: 'DELETE',
    path: '/municipalities/:town/sessions/current',
    params: inTown,
  }),
  sessions: endpoint({
    summary: 'My open sessions, the latest used first.',
    method: 'GET',
    path: '/municipalities/:town/sessions',
    params: inTown,
    output: z.object({ items: z.array(session) }),
  }),
  endSession: endpoint({
    summary: 'End one of my sessions.',
    method: 'DELETE',
    path: '/municipalities/:town/sessions/:id',
    params: inTownWithId,
  }),
  endOtherSessions: endpoint({
    summary: 'End all of my sessions but the one that asks.',
    method: 'DELETE',
    path: '/municipalities/:town/sessions',
    params: inTown,
  }),
  changeMe: endpoint({
    summary: 'Change my display name or the language in which the portal speaks to me.',
    method: 'PATCH',
    path: '/municipalities/:town/me',
    params: inTown,
    body: z.strictObject({ displayName, language: locale }).partial(),
    output: account,
  }),
  keep: endpoint({
    summary: 'Give my account, which has none yet, a sign-in name and a passphrase, so that I can come back.',
    method: 'PUT',
    path: '/municipalities/:town/me/sign-in',
    params: inTown,
    body: z.strictObject({ signInName, passphrase }),
    output: account,
    problems: ['name_taken', 'wrong_state'],
  }),
  changePassphrase: endpoint({
    summary: 'Set another passphrase in place of the one that I sign in with. Open sessions stay open.',
    method: 'PUT',
    path: '/municipalities/:town/me/passphrase',
    params: inTown,
    body: z.strictObject({ passphrase }),
    problems: ['prove_again', 'wrong_state'],
  }),
  accounts: endpoint({
    summary:
      'Accounts of the municipality with their roles that run or will, by display name; only pseudonyms.',
    method: 'GET',
    path: '/municipalities/:town/accounts',
    params: inTown,
    query: z.strictObject({
      q: z.string().max(80).optional(),
      role: role.optional(),
      after: z.string().max(300).optional(),
    }),
    output: page(
      z.object({
        id,
        displayName: z.string(),
        role,
        since: moment,
        roles: z.array(roleGrant),
        /** Whether signing in takes a second step, or a passkey is there: what an admin can reset. */
        secondStep: z.boolean(),
      }),
    ),
  }),
  giveRole: endpoint({
    summary: 'Give an account a role, from today or a later day, until the end of a day or without an end.',
    method: 'POST',
    path: '/municipalities/:town/accounts/:id/roles',
    params: inTownWithId,
    body: z.strictObject({
      role: givenRole,
      from: day.nullable().default(null),
      until: day.nullable().default(null),
    }),
    output: roleGrant,
    status: 201,
    problems: ['role_held'],
  }),
  endRole: endpoint({
    summary: 'End a role now. One admin whose role has no end stays.',
    method: 'DELETE',
    path: '/municipalities/:town/accounts/:id/roles/:grant',
    params: z.strictObject({ town: slug, id, grant: id }),
    problems: ['last_admin'],
  }),
  operatorVisit: endpoint({
    summary: 'Who asks, for the pages of the operator.',
    method: 'GET',
    path: '/operator/visit',
    output: z.object({ account: account.nullable(), halfway: z.boolean() }),
  }),
  operatorSignIn: endpoint({
    summary: 'Open a session of the operator, which belongs to no municipality.',
    method: 'POST',
    path: '/operator/sessions',
    body: z.strictObject({ signInName: z.string().min(1).max(200), passphrase: z.string().min(1).max(400) }),
    output: account,
    status: 201,
    problems: ['wrong_credentials'],
  }),
  operatorSignOut: endpoint({
    summary: 'End the session of the operator.',
    method: 'DELETE',
    path: '/operator/sessions/current',
  }),
  operatorTowns: endpoint({
    summary: 'The municipalities of this installation, by name, and which of them have an admin now.',
    method: 'GET',
    path: '/operator/municipalities',
    output: z.object({
      items: z.array(
        municipality.pick({ slug: true, name: true, languages: true }).extend({ hasAdmin: z.boolean() }),
      ),
    }),
  }),
  operatorAdmins: endpoint({
    summary: 'Who is an admin of a municipality now, by display name; only pseudonyms.',
    method: 'GET',
    path: '/operator/municipalities/:town/admins',
    params: inTown,
    output: z.object({
      items: z.array(z.object({ id, displayName: z.string(), secondStep: z.boolean() })),
    }),
  }),
  firstAdmin: endpoint({
    summary: 'Make the first admin of a municipality that has none yet.',
    method: 'POST',
    path: '/operator/municipalities/:town/admin',
    params: inTown,
    body: z.strictObject({ displayName, signInName, passphrase }),
    output: account,
    status: 201,
    problems: ['name_taken', 'wrong_state'],
  }),
};
