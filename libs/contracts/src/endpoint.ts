import { z } from 'zod';
import type { ProblemCode } from './problems';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One object per endpoint. The route, the validation of requests, the whitelist of replies, OpenAPI and the typed
 * client all come from it; who may knock stands in `rights.ts`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** One sentence for the reader of the API's documentation. */
  readonly summary: string;
  readonly method: Method;
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What a reply holds; anything else is dropped before it leaves. */
  readonly output: Output;
  /** Status of success; 200 unless said otherwise. */
  readonly status: number;
  /** Codes beyond those which every endpoint may answer. */
  readonly problems: readonly ProblemCode[];
}

const nothing = z.strictObject({});
/** A reply without a body. */
export const noContent = z.void();

interface Description<P, Q, B, O> {
  summary: string;
  method: Method;
  path: string;
  params?: P;
  query?: Q;
  body?: B;
  output?: O;
  status?: number;
  problems?: readonly ProblemCode[];
}

export function endpoint<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  O extends z.ZodType = typeof noContent,
>(description: Description<P, Q, B, O>): Endpoint<P, Q, B, O> {
  return {
    status: description.output ? 200 : 204,
    problems: [],
    params: nothing as z.ZodType as P,
    query: nothing as z.ZodType as Q,
    body: nothing as z.ZodType as B,
    output: noContent as z.ZodType as O,
    ...description,
  };
}

/** What a handler receives after validation. */
export interface Input<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
}

type Part<K extends string, T> = [keyof T] extends [never]
  ? { [k in K]?: undefined }
  : Record<string, never> extends T
    ? { [k in K]?: T }
    : { [k in K]: T };

/** What a caller gives: only the parts that the endpoint asks for. */
export type Request<E extends Endpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>>;

export type Output<E extends Endpoint> = z.output<E['output']>;

/** The address of an endpoint with its parameters filled in and its query attached; starts with `/api`. */
export function addressOf(
  target: Pick<Endpoint, 'path'>,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = target.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}
