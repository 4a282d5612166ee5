import { isUtf8 } from 'node:buffer';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { sameOrigin } from './origin';
import { ProblemError } from './problem';
import { sendProblem } from './problem.filter';

/** The longest body that anything here asks for is a few times shorter. */
const BODY_LIMIT = 256 * 1024;

/** Fastify as the portal uses it: what holds for every request, whoever answers it. */
export function fastifyAdapter(config: Config): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    logger: false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, error),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const https = config.publicUrl?.startsWith('https:') ?? false;

  fastify.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('x-content-type-options', 'nosniff');
    reply.raw.setHeader('referrer-policy', 'same-origin');
    reply.raw.setHeader('x-frame-options', 'DENY');
    reply.raw.setHeader('cross-origin-opener-policy', 'same-origin');
    reply.raw.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (request.url.startsWith('/api')) reply.raw.setHeader('cache-control', 'no-store');
    if (https) reply.raw.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
    if (changes && !sameOrigin(request.headers, config))
      sendProblem(reply, new ProblemError('foreign_origin'));
    else done();
  });

  fastify.removeAllContentTypeParsers();
  const readJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (bytes.length === 0) return done(null, {});
    // Without this, broken bytes would silently become U+FFFD in what people read.
    if (!isUtf8(bytes)) return done(new ProblemError('broken_text'));
    readJson(request, bytes.toString('utf8'), done);
  });
  return adapter;
}
