import { type Role, roles } from './choices';
import { contracts } from './contracts';
import type { Endpoint } from './endpoint';
import type { Room } from './live';

/**
 * Who may knock, in words. What one may do to a particular thing at this moment is asked later, of a policy in
 * `libs/domain`.
 */
export type Access =
  | 'anyone'
  | 'halfway'
  | 'participant'
  | 'writer'
  | 'assisted'
  | 'facilitator'
  | 'moderator'
  | 'admin'
  | 'operator';

/**
 * Everybody who can come: roles are those of the municipality in question; the operator is nobody in any. Whoever has
 * proven their passphrase and not yet the second factor of their account is halfway, whatever their role. Whoever writes
 * with somebody at their side is assisted, and can do less than a participant: only what one does aloud together.
 */
export type Comer = 'visitor' | 'halfway' | 'assisted' | Role | 'operator';

/** Whom each word lets in. */
export const admits: Record<Access, readonly Comer[]> = {
  anyone: ['visitor', 'halfway', 'assisted', ...roles, 'operator'],
  halfway: ['halfway', ...roles, 'operator'],
  participant: roles,
  writer: ['assisted', ...roles],
  assisted: ['assisted'],
  facilitator: ['facilitator', 'council', 'staff', 'admin'],
  moderator: ['council', 'staff', 'admin'],
  admin: ['admin'],
  operator: ['operator'],
};

/**
 * The whole table: who may knock at which endpoint. Somebody of another municipality is a visitor here. An endpoint
 * that is missing does not compile, and would be closed.
 */
export const rights: {
  [Feature in keyof typeof contracts]: { [Name in keyof (typeof contracts)[Feature]]: Access };
} = {
  audit: {
    log: 'admin',
    verify: 'admin',
    operatorLog: 'operator',
    operatorVerify: 'operator',
  },
  municipalities: {
    list: 'anyone',
    read: 'anyone',
    change: 'admin',
    create: 'operator',
  },
  identity: {
    visit: 'anyone',
    ways: 'anyone',
    suggestNames: 'anyone',
    signUp: 'anyone',
    signIn: 'anyone',
    signOut: 'anyone',
    sessions: 'participant',
    endSession: 'participant',
    endOtherSessions: 'participant',
    changeMe: 'participant',
    keep: 'participant',
    changePassphrase: 'participant',
    accounts: 'admin',
    giveRole: 'admin',
    endRole: 'admin',
    operatorVisit: 'anyone',
    operatorSignIn: 'anyone',
    operatorSignOut: 'anyone',
    operatorTowns: 'operator',
    operatorAdmins: 'operator',
    firstAdmin: 'operator',
    step: 'halfway',
    provePassphrase: 'halfway',
    proveCode: 'halfway',
    offerTotp: 'halfway',
    offeredTotp: 'halfway',
    confirmTotp: 'halfway',
    removeTotp: 'participant',
    operatorStep: 'halfway',
    operatorProvePassphrase: 'halfway',
    operatorProveCode: 'halfway',
    operatorOfferTotp: 'halfway',
    operatorOfferedTotp: 'halfway',
    operatorConfirmTotp: 'halfway',
    passkeys: 'participant',
    offerPasskey: 'participant',
    addPasskey: 'participant',
    renamePasskey: 'participant',
    removePasskey: 'participant',
    askForPasskey: 'anyone',
    signInByPasskey: 'anyone',
    factorsOf: 'admin',
    resetFactors: 'admin',
    operatorResetFactors: 'operator',
    phrase: 'participant',
    makePhrase: 'participant',
    recognisePhrase: 'anyone',
    recover: 'anyone',
  },
  privacy: {
    held: 'anyone',
    mine: 'participant',
    take: 'participant',
    erase: 'participant',
  },
  'access-codes': {
    batches: 'facilitator',
    make: 'facilitator',
    cancel: 'facilitator',
    quotas: 'admin',
    giveQuota: 'admin',
    join: 'anyone',
  },
  assistance: {
    open: 'facilitator',
    finish: 'assisted',
    claim: 'anyone',
  },
  sso: {
    start: 'anyone',
    finish: 'anyone',
    arrived: 'anyone',
    join: 'anyone',
  },
  email: {
    mine: 'participant',
    offer: 'participant',
    confirm: 'participant',
    remove: 'participant',
    undo: 'anyone',
    ask: 'anyone',
    asked: 'anyone',
    signIn: 'anyone',
  },
  councils: {
    read: 'anyone',
    write: 'admin',
  },
  moderation: {
    report: 'anyone',
    queue: 'moderator',
    subject: 'moderator',
    hide: 'moderator',
    restore: 'moderator',
    dismiss: 'moderator',
    log: 'moderator',
  },
  comments: {
    thread: 'anyone',
    replies: 'anyone',
    changes: 'anyone',
    preview: 'writer',
    write: 'writer',
    edit: 'writer',
    remove: 'writer',
    versions: 'anyone',
    like: 'writer',
    unlike: 'writer',
  },
  ideas: {
    list: 'anyone',
    mine: 'writer',
    read: 'anyone',
    preview: 'writer',
    propose: 'writer',
    edit: 'writer',
    publish: 'writer',
    withdraw: 'writer',
    versions: 'anyone',
    support: 'writer',
    unsupport: 'writer',
  },
};

type RoomKind = Room extends `${infer Kind}:${string}` ? Kind : never;

/** Who may stand in which kind of room; after that its subject's own policy is asked, as it is for reading. */
export const roomRights: Record<RoomKind, Access> = {
  idea: 'anyone',
};

const byEndpoint = new Map<Endpoint, Access>(
  Object.entries(contracts).flatMap(([feature, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([name, endpoint]): [Endpoint, Access] => [
      endpoint,
      (rights as Record<string, Record<string, Access>>)[feature]?.[name] as Access,
    ]),
  ),
);

/** Who may knock here; undefined for what is in no table, where nobody may. */
export const accessOf = (endpoint: Endpoint): Access | undefined => byEndpoint.get(endpoint);
