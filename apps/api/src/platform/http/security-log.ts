import { contracts, type Endpoint, paceOf, slug } from '@zbor/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CalledRequest } from './caller';
import type { Metrics } from './metrics';

/** The features of ways in: whatever is done there is written down, whether it succeeds or not. */
const waysIn = ['identity', 'email', 'sso', 'access-codes', 'assistance'];

/** Refusals that are written down wherever they happen: nobody known, not allowed, too often. */
const denials = [401, 403, 429];

/** One thing that happened: which endpoint, how it ended, when, and in which municipality. */
interface Line {
  time: string;
  event: string;
  /** `done`, or the code of the problem. */
  outcome: string;
  town: string | null;
}

interface Known {
  name: string;
  /** Whether it is written down in any case. */
  always: boolean;
}

const known = new Map<string, Known>(
  Object.entries(contracts).flatMap(([feature, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([name, endpoint]): [string, Known] => {
      const always =
        waysIn.includes(feature) && (endpoint.method !== 'GET' || paceOf(endpoint) === 'signing in');
      return [`${endpoint.method} /api${endpoint.path}`, { name: `${feature}.${name}`, always }];
    }),
  ),
);

/**
 * Tells whoever watches over the portal who comes in, who is turned away, and what is tried in vain: as figures, and as
 * lines of JSON. A line holds names of ours alone, so that nobody can write into it, and says of nobody who it was.
 */
export class SecurityLog {
  private readonly followers: ((line: string) => void)[] = [];

  constructor(private readonly metrics: Metrics) {}

  follow(follower: (line: string) => void): void {
    this.followers.push(follower);
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const { name = 'none', always = false } =
        known.get(`${request.method} ${request.routeOptions.url}`) ?? {};
      if (always || denials.includes(reply.statusCode)) this.write(name, request);
      done();
    });
  }

  private write(event: string, request: FastifyRequest): void {
    const { caller, problem } = request as CalledRequest;
    const outcome = problem ?? 'done';
    this.metrics.secured(event, outcome);
    const { town } = request.params as { town?: unknown };
    const asked = caller && slug.safeParse(town);
    const line: Line = { time: new Date().toISOString(), event, outcome, town: asked?.data ?? null };
    for (const follow of this.followers) follow(JSON.stringify(line));
  }
}
