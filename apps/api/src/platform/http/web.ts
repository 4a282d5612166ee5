import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import { FORM_BYTES, type Problem } from '@zbor/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { data } from './headers';
import { ProblemError } from './problem';
import { problemOf, sendProblem } from './problem.filter';

/** The methods that a page can be asked with; the Fetch standard knows no TRACE. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What the pages are built into. */
interface Pages {
  answer(request: Request, api: ReturnType<typeof transport>, refused?: Problem): Promise<Response>;
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
  // A program of old names no host.
  return new Request(`${request.protocol}://${request.host || 'localhost'}${request.url}`, {
    method: request.method,
    headers,
    signal: aborted.signal,
    ...(Buffer.isBuffer(request.body) && { body: request.body }),
  });
}

/** Whether every byte of a form is one of UTF-8, so that none of them turns into U+FFFD in what people read. */
function isWhole(form: Buffer, type: string): boolean {
  if (!isUtf8(form)) return false;
  if (!type.startsWith('application/x-www-form-urlencoded')) return true;
  const escaped = form.toString('latin1').match(/(?:%[\da-f]{2})+/gi) ?? [];
  return escaped.every((run) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')));
}

const compress = promisify(gzip);
/** Whether somebody takes gzip: they name it, and not with the weight of nothing. */
const takesGzip = (header: string | undefined) => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header ?? '');
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
      acceptRanges: false,
      setHeaders: (reply, path) => {
        reply.setHeader('vary', 'Accept-Encoding');
        const forever = path.includes(`${join('client', 'assets')}`);
        reply.setHeader(
          'cache-control',
          forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
    // Forms are read by the pages themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: FORM_BYTES },
      async (request: FastifyRequest, body: Buffer) => {
        if (isWhole(body, request.headers['content-type'] ?? '')) return body;
        throw new ProblemError('broken_text');
      },
    );
    scope.setErrorHandler(async (error, request, reply) => {
      const problem = problemOf(error);
      if (problem.code !== 'too_large') return sendProblem(reply, problem);
      // A person sees why on a page, which their browser asks for without what was too much.
      request.body = undefined;
      const asked = new Request(toFetch(request, reply), { method: 'GET' });
      const response = await answer(asked, transport(fastify, request), problem.toBody());
      return sendResponse(request, reply, response);
    });
    scope.route({
      method: methods,
      url: '/*',
      handler: async (request, reply) => {
        if (/^\/api(\/|$|\?)/.test(request.url)) return sendProblem(reply, new ProblemError('not_found'));
        const response = await answer(toFetch(request, reply), transport(fastify, request));
        return sendResponse(request, reply, response);
      },
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
  for (const [name, value] of Object.entries(data))
    if (!response.headers.has(name)) reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (!response.body) return reply.send();
  // Pages come whole: passing them on as a stream would only cost time.
  const body = Buffer.from(await response.arrayBuffer());
  if (!compressible.test(response.headers.get('content-type') ?? '')) return reply.send(body);
  const vary = [response.headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
  reply.header('vary', vary);
  if (!takesGzip(request.headers['accept-encoding'] as string | undefined)) return reply.send(body);
  reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return reply.send(await compress(body, { level: 4 }));
}
