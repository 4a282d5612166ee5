import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { ProblemCode } from '@zbor/contracts';
import { faultOf } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { problemOfConstraint } from '../database/constraints';
import type { CalledRequest } from './caller';
import { data } from './headers';
import { ProblemError } from './problem';

const byStatus: Record<number, ProblemCode> = {
  400: 'invalid_input',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media',
};

/** Network trouble between us and PostgreSQL: worth another try, unlike a mistake of ours. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '53300',
  '55P03',
  // Two waited for each other and this one gave way.
  '40P01',
]);

const log = new Logger('Problem');

/** The problem that an error means to the one who asked. What we did not foresee is logged, without what was sent. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const constraint = problemOfConstraint(error);
  if (constraint) return new ProblemError(constraint);
  const { statusCode, code, message } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    message?: string;
  };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const known = status !== undefined && byStatus[status];
  if (known) return new ProblemError(known);
  // A character that no text can hold, such as NUL.
  if (code === '22021') return new ProblemError('broken_text');
  if (
    (code && passing.has(code)) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message ?? '')
  ) {
    return new ProblemError('unavailable');
  }
  log.error(faultOf(error));
  return new ProblemError('unexpected');
}

export function sendProblem(reply: FastifyReply, error: unknown): void {
  const problem = problemOf(error);
  (reply.request as CalledRequest).problem = problem.code;
  const wait = problem.params?.seconds;
  if (wait !== undefined) reply.header('retry-after', String(wait));
  reply
    .code(problem.status)
    .headers(data)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.toBody());
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), error);
  }
}
