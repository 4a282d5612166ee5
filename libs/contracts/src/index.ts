import { comments } from './comments/comments';
import { councils } from './councils/councils';
import type { Endpoint } from './endpoint';
import { ideas } from './ideas/ideas';
import { identity } from './identity/identity';
import { moderation } from './moderation/moderation';
import { municipalities } from './municipalities/municipalities';

export * from './comments/comments';
export * from './councils/councils';
export * from './endpoint';
export * from './ideas/ideas';
export * from './identity/identity';
export * from './live';
export * from './moderation/moderation';
export * from './municipalities/municipalities';
export * from './primitives';
export * from './problems';

/** Every endpoint, by feature. */
export const contracts = { municipalities, identity, councils, moderation, comments, ideas } satisfies Record<
  string,
  Record<string, Endpoint>
>;
