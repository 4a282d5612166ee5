import type { Account, Locale } from '@zbor/contracts';
import type { SignedIn } from '../../platform/http/caller';

/** One's own account, as only oneself sees it. */
export function presentAccount(account: Omit<SignedIn, 'sessionId'>): Account {
  return {
    id: account.id,
    displayName: account.displayName,
    signInName: account.signInName,
    role: account.role,
    language: account.language as Locale,
  };
}
