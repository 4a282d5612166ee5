import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem';
import { sendProblem } from './problem.filter';

/** What the pages are built into. */
interface Pages {
  answer(request: Request, context: ReturnType<typeof transport>): Promise<Response>;
}

/** How the pages reach the API: in this process, without a socket between. */
function transport(fastify: FastifyInstance, request: FastifyRequest) {
  return {
    async request(method: string, url: string, init: { headers: Record<string, string>; body?: string }) {
      const reply = await fastify.inject({
        method: method as 'GET',
        url,
        headers: { ...init.headers, host: request.headers.host ?? 'localhost' },
        remoteAddress: request.ip,
        ...(init.body !== undefined && { payload: init.body }),
      });
      return {
        status: reply.statusCode,
        headers: reply.headers as Record<string, string | string[]>,
        body: reply.body,
      };
    },
  };
}

/** A Fastify request as the Fetch standard's Request. */
function toFetch(request: FastifyRequest, reply: FastifyReply): Request {
  const aborted = new AbortController();
  reply.raw.once('close', () => reply.raw.writableFinished || aborted.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body instanceof Readable;
  return new Request(`${request.protocol}://${request.host}${request.originalUrl}`, {
    method: request.method,
    headers,
    signal: aborted.signal,
    ...(hasBody && { body: Readable.toWeb(request.body as Readable) as ReadableStream, duplex: 'half' }),
  });
}

const compress = promisify(gzip);
const compressible = /^(text\/|application\/(json|manifest|xml)|image\/svg)/;

/** Serves the pages: the built assets, and everything else through React Router. */
export async function serveWeb(fastify: FastifyInstance, directory: string): Promise<boolean> {
  const entry = join(directory, 'server', 'index.js');
  if (!existsSync(entry)) return false;
  const { answer } = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Pages;

  await fastify.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: join(directory, 'client'),
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const forever = path.includes(`${join('client', 'assets')}`);
        reply.setHeader(
          'cache-control',
          forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
    // Forms are read by the pages themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.all('/*', async (request, reply) => {
      if (/^\/api(\/|$|\?)/.test(request.url)) return sendProblem(reply, new ProblemError('not_found'));
      const response = await answer(toFetch(request, reply), transport(fastify, request));
      return sendResponse(request, reply, response);
    });
  });
  return true;
}

async function sendResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  // Pages say themselves who may keep them; anything else, such as their data alone, is kept by nobody.
  if (!response.headers.has('cache-control')) reply.header('cache-control', 'no-store');
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (!response.body) return reply.send();
  // Pages come whole: passing them on as a stream would only cost time.
  const body = Buffer.from(await response.arrayBuffer());
  if (!compressible.test(response.headers.get('content-type') ?? '')) return reply.send(body);
  const vary = [response.headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
  reply.header('vary', vary);
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(body);
  reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return reply.send(await compress(body, { level: 4 }));
}
