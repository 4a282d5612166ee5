import { roles } from '@zbor/contracts';

/** What people call the provider with which one can sign in to Graz. */
export const providerName = 'My Town ID';

/** What runs while the journeys do. */
export interface Portal {
  /** Two processes, on one database. */
  urls: [string, string];
  databaseUrl: string;
  /** Where mails are laid. */
  mails: string;
  /** Sign-in names of the demo by role, all with the same passphrase. */
  signIns: Record<(typeof signInRoles)[number], string>;
  passphrase: string;
  /** The cookies of those who sign in by two steps: a code of theirs is taken once, so they share a session. */
  sessions: Partial<Record<(typeof signInRoles)[number], string>>;
}

const signInRoles = [...roles, 'operator'] as const;

/** Tells the workers, which inherit the surroundings. */
export function tell(portal: Portal): void {
  process.env.ZBOR_PORTAL = JSON.stringify(portal);
}

export function thePortal(): Portal {
  const { ZBOR_PORTAL } = process.env;
  if (!ZBOR_PORTAL) throw new Error('The portal was not started.');
  return JSON.parse(ZBOR_PORTAL);
}

/** The demo's sign-ins, as the server prints them for people. */
export function readSignIns(said: string): Pick<Portal, 'signIns' | 'passphrase'> {
  const passphrase = /passphrase "(.+)"/.exec(said)?.[1];
  const found = signInRoles.map((role) => [role, new RegExp(`^ +${role} +(\\S+) `, 'm').exec(said)?.[1]]);
  if (!passphrase || found.some(([, name]) => !name))
    throw new Error(`The server does not say how to sign in to its demo:\n${said}`);
  return { passphrase, signIns: Object.fromEntries(found) };
}
