import type { Locale, ModeratedType, ThreadType } from '@zbor/contracts';

/** Ends that are pages of their own below an idea, so that no title may take them. */
const taken = new Set(['edit', 'versions', 'publish', 'withdraw']);

/** Addresses of the pages. `town` is the municipality's slug. */
export const to = {
  town: (town: string) => `/${town}`,
  ideas: (town: string, query: Record<string, string | undefined> = {}) => `/${town}/ideas${search(query)}`,
  propose: (town: string) => `/${town}/ideas/new`,
  idea: (town: string, idea: { id: string; slug?: string }) =>
    idea.slug && !taken.has(idea.slug)
      ? `/${town}/ideas/${idea.id}/${encodeURIComponent(idea.slug)}`
      : `/${town}/ideas/${idea.id}`,
  ideaPart: (town: string, id: string, part: 'edit' | 'versions' | 'publish' | 'withdraw') =>
    `/${town}/ideas/${id}/${part}`,
  /** `on` says below what the comment stands: `idea:…`. */
  comment: (town: string, id: string, part: 'edit' | 'versions' | 'delete', on?: string) =>
    `/${town}/comments/${id}/${part}${search({ on })}`,
  writeComment: (town: string, type: ThreadType, subject: string, parent?: string) =>
    `/${town}/threads/${type}/${subject}/write${search({ parent })}`,
  report: (town: string, type: ModeratedType, id: string, from?: string) =>
    `/${town}/report/${type}/${id}${search({ from })}`,
  moderate: (town: string, type: ModeratedType, id: string) => `/${town}/moderation/${type}/${id}`,
  moderation: (town: string) => `/${town}/moderation`,
  moderationLog: (town: string) => `/${town}/moderation/log`,
  council: (town: string) => `/${town}/council`,
  admin: (town: string) => `/${town}/admin`,
  people: (town: string) => `/${town}/admin/people`,
  resetFactors: (town: string, id: string) => `/${town}/admin/people/${id}/second-step`,
  editCouncil: (town: string) => `/${town}/admin/council`,
  audit: (town: string) => `/${town}/admin/audit`,
  operator: () => '/operator',
  operatorAudit: () => '/operator/audit',
  openTown: () => '/operator/new',
  admins: (town: string) => `/operator/${town}/admins`,
  resetAdminFactors: (town: string, id: string) => `/operator/${town}/admins/${id}/second-step`,
  firstAdmin: (town: string) => `/operator/${town}/admin`,
  me: (town: string) => `/${town}/me`,
  settings: (town: string) => `/${town}/me/settings`,
  keep: (town: string) => `/${town}/me/keep`,
  passphrase: (town: string) => `/${town}/me/passphrase`,
  codes: (town: string) => `/${town}/codes`,
  quotas: (town: string) => `/${town}/admin/codes`,
  join: (town: string, code?: string) => `/${town}/join${code ? `/${code}` : ''}`,
  assist: (town: string, language?: Locale) => `/${town}/assist${search({ for: language })}`,
  finish: (town: string) => `/${town}/finish`,
  claim: (town: string, code?: string) => `/${town}/claim${code ? `/${code}` : ''}`,
  myData: (town: string) => `/${town}/me/data`,
  leave: (town: string | undefined, locale: Locale) => `/leave${search({ town, locale })}`,
  goodbye: (town: string) => `/${town}/goodbye`,
  secondStep: (town: string, returnTo?: string) => `/${town}/second-step${search({ returnTo })}`,
  operatorSecondStep: () => '/operator/second-step',
  recovery: (town: string) => `/${town}/me/recovery`,
  recover: (town: string) => `/${town}/recover`,
  passkeys: (town: string) => `/${town}/me/passkeys`,
  totp: (town: string) => `/${town}/me/totp`,
  signIn: (town: string, returnTo?: string) => `/${town}/sign-in${search({ returnTo })}`,
  signInByEmail: (town: string, returnTo?: string) => `/${town}/sign-in/email${search({ returnTo })}`,
  signInCode: (town: string, returnTo?: string) => `/${town}/sign-in/email/code${search({ returnTo })}`,
  signInElsewhere: (town: string, returnTo?: string) => `/${town}/sign-in/sso${search({ returnTo })}`,
  goToProvider: (town: string, returnTo?: string) => `/${town}/sign-in/sso/go${search({ returnTo })}`,
  nameMe: (town: string, returnTo?: string) => `/${town}/sign-in/sso/name${search({ returnTo })}`,
  myEmail: (town: string) => `/${town}/me/email`,
  myEmailCode: (town: string) => `/${town}/me/email/code`,
  signUp: (town: string, returnTo?: string) => `/${town}/sign-up${search({ returnTo })}`,
  signOut: (town: string) => `/${town}/sign-out`,
  privacy: (town: string) => `/${town}/privacy`,
  accessibility: (town: string) => `/${town}/accessibility`,
};

/** A site that anybody may be seen on, in each language. */
export const elsewhere = (locale: Locale) => `https://${locale}.wikipedia.org/`;

/** `?a=1&b=2` of what is given; nothing where nothing is. */
export function search(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/**
 * A wish to come back, if it stays on this site: one slash at the start, no host, no backslash, nothing unseen. Other
 * scripts than Latin are escaped, as a header wants it.
 */
export function safeReturn(wish: FormDataEntryValue | null | undefined, otherwise: string): string {
  if (typeof wish !== 'string' || !/^\/(?![/\\])[^\\\s\p{C}]*$/u.test(wish)) return otherwise;
  return wish.replace(/[^ -~]+/g, encodeURIComponent);
}

/**
 * An address as links of ours may repeat it: nothing follows the first slash that would make a browser, or a parameter of
 * the address once decoded, name another host.
 */
export function ownAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  return pathname.replace(/^(\/|%2f|%5c|%09|%0a|%0d)+/i, '/') + search;
}
