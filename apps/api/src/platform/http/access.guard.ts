import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Access, type Endpoint, slug } from '@zbor/contracts';
import { mayAdminister, mayModerate } from '@zbor/domain';
import { type CalledRequest, type Caller, Callers } from './caller';
import { CONTRACT } from './endpoint';
import { ProblemError } from './problem';

/** May you knock? Asked before every handler; a handler without a contract is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Whoever comes by socket is asked at the door of each room.
    if (context.getType() === 'ws') return true;
    const contract = this.reflector.get<Endpoint | undefined>(CONTRACT, context.getHandler());
    if (!contract) throw new ProblemError('not_allowed');
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const town = (request.params as { town?: unknown }).town ?? null;
    if (town !== null && !slug.safeParse(town).success) throw new ProblemError('not_found');
    // The operator's pages act on a municipality without being in it.
    const place = contract.path.startsWith('/operator') ? null : (town as string | null);
    request.caller = await this.callers.identify(request.headers.cookie, place);
    admit(contract.access, request.caller);
    return true;
  }
}

/** @throws not_signed_in for a visitor, not_allowed for everybody else whom the access leaves out. */
export function admit(access: Access, caller: Caller): void {
  if (access === 'anyone') return;
  if (!caller.account) throw new ProblemError('not_signed_in');
  const admitted: Record<Exclude<Access, 'anyone'>, boolean> = {
    participant: caller.viewer !== null,
    moderator: mayModerate(caller.viewer),
    admin: mayAdminister(caller.viewer),
    operator: caller.account.role === 'operator',
  };
  if (!admitted[access]) throw new ProblemError('not_allowed');
}
