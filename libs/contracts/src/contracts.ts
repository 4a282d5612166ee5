import { accessCodes } from './access-codes/access-codes';
import { assistance } from './assistance/assistance';
import { audit } from './audit/audit';
import { comments } from './comments/comments';
import { councils } from './councils/councils';
import { email } from './email/email';
import type { Endpoint } from './endpoint';
import { ideas } from './ideas/ideas';
import { factors } from './identity/factors';
import { identity } from './identity/identity';
import { passkeys } from './identity/passkeys';
import { recovery } from './identity/recovery';
import { moderation } from './moderation/moderation';
import { municipalities } from './municipalities/municipalities';
import { privacy } from './privacy/privacy';
import { sso } from './sso/sso';

/** Every endpoint, by feature. */
export const contracts = {
  audit,
  municipalities,
  identity: { ...identity, ...factors, ...passkeys, ...recovery },
  privacy,
  'access-codes': accessCodes,
  assistance,
  email,
  sso,
  councils,
  moderation,
  comments,
  ideas,
} satisfies Record<string, Record<string, Endpoint>>;
