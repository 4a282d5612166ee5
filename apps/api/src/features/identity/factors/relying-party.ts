import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../../../platform/config/config';
import type { Town } from '../../../platform/http/caller';
import { hostOf } from '../../../platform/http/origin';
import { ProblemError } from '../../../platform/http/problem';

export interface RelyingParty {
  /** The host name that passkeys are bound to (RP ID). */
  id: string;
  /** Where pages that may use them come from. */
  origins: string[];
}

/**
 * The site to which a passkey belongs: that of `PUBLIC_URL`, or the municipality's own host where one came by it.
 * Without `PUBLIC_URL` it is the host that was asked; browsers make passkeys by https or on this machine alone.
 * @throws passkey_refused where the host is none.
 */
export function relyingPartyOf(
  headers: IncomingHttpHeaders,
  { hosts }: Pick<Town, 'hosts'>,
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>,
): RelyingParty {
  const asked = `http://${hostOf(headers, config)}`;
  if (!URL.canParse(asked)) throw new ProblemError('passkey_refused');
  const { host, hostname } = new URL(asked);
  if (!config.publicUrl) return { id: hostname, origins: [`https://${host}`, `http://${host}`] };
  const site = new URL(config.publicUrl);
  if (hosts.includes(hostname)) return { id: hostname, origins: [`${site.protocol}//${host}`] };
  return { id: site.hostname, origins: [site.origin] };
}
