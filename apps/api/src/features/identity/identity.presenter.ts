import type { Account, Locale } from '@zbor/contracts';
import type { Proven } from '../../platform/http/caller';

/** One's own account, as only oneself sees it. */
export function presentAccount(account: Proven): Account {
  return {
    id: account.id,
    displayName: account.displayName,
    signInName: account.signInName,
    role: account.role,
    language: account.language as Locale,
  };
}
