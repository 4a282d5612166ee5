import type { Endpoint, FieldError, FieldErrorCode, Input } from '@zbor/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ProblemError } from './problem';

/**
 * Params, query and body as the contract wants them; the first answer lists every field that is wrong.
 * @throws invalid_input
 */
export function readInput<E extends Endpoint>(
  contract: E,
  request: Pick<FastifyRequest, 'params' | 'query' | 'body'>,
): Input<E> {
  const errors: FieldError[] = [];
  const read = (part: 'params' | 'query' | 'body', schema: z.ZodType) => {
    const result = schema.safeParse(request[part] ?? {}, { reportInput: true });
    if (result.success) return result.data;
    for (const issue of result.error.issues) errors.push(...explain(part, issue));
    return undefined;
  };
  const input = {
    params: read('params', contract.params),
    query: read('query', contract.query),
    body: read('body', contract.body),
  };
  // An address that cannot exist is not found, whatever else is wrong with the request.
  if (errors.some((error) => error.path.startsWith('params.'))) throw new ProblemError('not_found');
  if (errors.length > 0) throw new ProblemError('invalid_input', undefined, errors.slice(0, 50));
  return input as Input<E>;
}

type Issue = z.core.$ZodIssue;

function explain(part: string, issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: `${part}.${key.slice(0, 60)}`, code: 'unknown_field' }));
  }
  const path = [part, ...issue.path.map(String)].join('.');
  return [{ path, ...reason(issue) }];
}

function reason(issue: Issue): Omit<FieldError, 'path'> {
  switch (issue.code) {
    case 'too_small': {
      const min = Number(issue.minimum);
      return min <= 1 ? { code: 'required' } : { code: 'too_short', params: { min } };
    }
    case 'too_big':
      return {
        code: issue.origin === 'array' ? 'too_many' : 'too_long',
        params: { max: Number(issue.maximum) },
      };
    case 'invalid_value':
      return { code: 'not_a_choice' };
    case 'custom':
      return { code: (issue.params?.code as FieldErrorCode | undefined) ?? 'bad_format' };
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'bad_format' };
    default:
      return { code: 'bad_format' };
  }
}
