import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { type Endpoint as Contract, type Input as InputOf, noContent } from '@zbor/contracts';
import { z } from 'zod';
import type { CalledRequest } from './caller';
import { replySchema } from './reply-schema';

export const CONTRACT = 'zbor:contract';

const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Makes a handler the one that answers a contract: its route, its status, and the whitelist of its replies. */
export function Endpoint(contract: Contract): MethodDecorator {
  return applyDecorators(
    verbs[contract.method](contract.path.slice(1)),
    HttpCode(contract.status),
    SetMetadata(CONTRACT, contract),
    ...(contract.output === (noContent as z.ZodType)
      ? []
      : [RouteSchema({ response: { [contract.status]: replySchema(contract.output) } })]),
  );
}

/** What was asked, as the contract has it: params, query and body. The access guard has validated them. */
export const Input = createParamDecorator(
  (_contract: Contract, context: ExecutionContext) =>
    context.switchToHttp().getRequest<CalledRequest>().input,
);

export type { InputOf };
