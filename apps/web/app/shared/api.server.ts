import { type Request as Ask, addressOf, type Endpoint, type Output, type Problem } from '@zbor/contracts';
import { data, redirect } from 'react-router';
import { to } from './addresses';
import type { ApiReply, ApiTransport } from './context';
import { problemOf } from './problem';

interface Visitor {
  request: Request;
  context: ApiTransport;
  params: { town?: string };
}

type Rest<E extends Endpoint> = Record<string, never> extends Ask<E> ? [ask?: Ask<E>] : [ask: Ask<E>];

export interface Api {
  /**
   * Asks an endpoint on behalf of the visitor. A refusal is thrown as what React Router shows as an error page
   * with the API's status; where a page is asked for, `not_signed_in` leads to signing in and back instead.
   */
  <E extends Endpoint>(endpoint: E, ...ask: Rest<E>): Promise<Output<E>>;
  /** Ends an action: the browser asks for that page next, and takes over what the API told it. */
  seeOther(address: string, further?: [string, string][]): Response;
  /** Ends an action with what the page shows now and nothing keeps; the browser takes over what the API told it. */
  answer<T>(value: T, further?: [string, string][]): ReturnType<typeof data<T>>;
}

/**
 * Whether the page itself is asked for. After a form React Router asks the loaders with the form's headers; to lead away
 * from there would lose what was typed.
 */
export const isVisit = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.has('content-type');

/** Request headers that tell the API who asks and from which page; nothing else of the visitor's browser is handed on. */
const handedOn = ['cookie', 'origin', 'sec-fetch-site', 'host', 'x-forwarded-host', 'x-forwarded-for'];

/** The API as this visitor may use it. */
export function apiOf({ request, context, params }: Visitor): Api {
  const handedBack: [string, string][] = [];
  const ask = async (endpoint: Endpoint, parts: AnyParts = {}) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    for (const name of handedOn) {
      const value = request.headers.get(name);
      if (value) headers[name] = value;
    }
    const body = parts.body === undefined ? undefined : JSON.stringify(parts.body);
    if (body !== undefined) headers['content-type'] = 'application/json';
    const reply = await context.request(endpoint.method, addressOf(endpoint, parts.params, parts.query), {
      headers,
      body,
    });
    handedBack.push(...forBrowser(reply));
    if (reply.status < 400) return reply.body ? JSON.parse(reply.body) : undefined;
    const problem = problemIn(reply);
    if (problem.code === 'not_signed_in' && params.town && isVisit(request)) {
      const { pathname, search } = new URL(request.url);
      throw redirect(to.signIn(params.town, pathname + search));
    }
    throw data(problem, { status: problem.status });
  };
  const seeOther = (address: string, further: [string, string][] = []) => {
    return redirect(address, { status: 303, headers: new Headers([...handedBack, ...further]) });
  };
  const answer = <T>(value: T, further: [string, string][] = []) =>
    data(value, { headers: new Headers([['cache-control', 'no-store'], ...handedBack, ...further]) });
  return Object.assign(ask as Api, { seeOther, answer });
}

interface AnyParts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What the API tells the browser: to keep or drop a cookie, and to forget what it stored. */
function forBrowser({ headers }: ApiReply): [string, string][] {
  return ['set-cookie', 'clear-site-data'].flatMap((name) =>
    [headers[name] ?? []].flat().map((value): [string, string] => [name, value]),
  );
}

function problemIn(reply: ApiReply): Problem {
  try {
    const problem = problemOf({ data: JSON.parse(reply.body) });
    if (problem) return problem;
  } catch {
    // Not JSON: something before the API answered.
  }
  return { type: 'about:blank', title: 'No answer', status: 503, code: 'unavailable' };
}
