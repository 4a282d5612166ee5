import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Access, accessOf, admits, type Endpoint, paceOf, slug } from '@zbor/contracts';
import { enterTown } from '../database/towns';
import { type CalledRequest, type Caller, Callers } from './caller';
import { CONTRACT } from './endpoint';
import { Limits } from './limits';
import { ProblemError } from './problem';
import { readInput } from './read-input';

/** May you knock, and with this? Asked before every handler; a handler without a contract is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Whoever comes by socket is asked at the door of each room.
    if (context.getType() === 'ws') return true;
    const contract = this.reflector.get<Endpoint | undefined>(CONTRACT, context.getHandler());
    const access = contract && accessOf(contract);
    if (!contract || !access) throw new ProblemError('not_allowed');
    const request = context.switchToHttp().getRequest<CalledRequest>();
    await this.limits.ask(request.ip);
    const town = (request.params as { town?: unknown }).town ?? null;
    if (town !== null && !slug.safeParse(town).success) throw new ProblemError('not_found');
    // The operator's pages act on a municipality without being in it.
    const operator = contract.path.startsWith('/operator');
    if (operator) enterTown(null);
    const place = operator ? null : (town as string | null);
    request.caller = await this.callers.identify(request.headers.cookie, place);
    admit(access, request.caller);
    await this.limits.pace(paceOf(contract), request.caller.account?.id, request.ip);
    request.input = readInput(contract, request);
    return true;
  }
}

export function isAdmitted(access: Access, { account, halfway }: Caller): boolean {
  const comer = account?.assisted ? 'assisted' : (account?.role ?? (halfway ? 'halfway' : 'visitor'));
  return admits[access].includes(comer);
}

/** @throws not_signed_in for a visitor, not_allowed for everybody else whom the access leaves out. */
export function admit(access: Access, caller: Caller): void {
  if (!isAdmitted(access, caller)) throw new ProblemError(caller.account ? 'not_allowed' : 'not_signed_in');
}
