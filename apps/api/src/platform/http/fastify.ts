import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { BODY_BYTES } from '@zbor/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { withinOneTown } from '../database/towns';
import { protect, unreadable } from './headers';
import { isHost, isSecure, sameOrigin } from './origin';
import { ProblemError } from './problem';
import { sendProblem } from './problem.filter';

/** Fastify as the portal uses it: what holds for every request, whoever answers it. */
export function fastifyAdapter(config: Config): FastifyAdapter {
  const https = isSecure(config);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    logger: false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    rewriteUrl: ({ url = '' }) => pathOf(url),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      protect(reply.raw, request.url, https);
      sendProblem(reply, error);
    },
    clientErrorHandler: (_error: Error, socket: Socket) => {
      if (socket.writable) socket.end(unreadable);
    },
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;

  fastify.addHook('onRequest', (request, reply, done) => {
    protect(reply.raw, request.url, https);
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
    if (request.host && !isHost(request.host)) sendProblem(reply, new ProblemError('invalid_input'));
    else if (changes && !sameOrigin(request.headers, config))
      sendProblem(reply, new ProblemError('foreign_origin'));
    else done();
  });

  // Once the body is read: reading it would lose the chain of calls.
  fastify.addHook('preHandler', (_request, _reply, done) => withinOneTown(done));

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

/** What follows the host in the address that was asked for, which a proxy may write in full (RFC 9112, 3.2.2). */
const pathOf = (target: string): string => target.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
