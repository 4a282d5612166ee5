import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Municipality, ProblemCode, Role } from '@zbor/contracts';
import type { Viewer } from '@zbor/domain';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem';

/** A municipality as the rest of the portal knows it. */
export type Town = Municipality & { id: string };

export interface SignedIn {
  id: string;
  role: Role | 'operator';
  displayName: string;
  /** Null without a way back in. */
  signInName: string | null;
  language: string;
  sessionId: string;
  /** When something was last proven in this session. */
  provenAt: Date;
  /** Somebody helps: see the rights of whoever is assisted. */
  assisted: boolean;
}

/** An account as it comes out of a way in, before it has a session. */
export type Proven = Omit<SignedIn, 'sessionId' | 'provenAt' | 'assisted'>;

/** Who asks, and in which municipality; the guard finds it before any handler runs. */
export class Caller {
  constructor(
    /** Null on the operator's pages and where no municipality is named. */
    private readonly place: Town | null,
    readonly account: SignedIn | null,
    /** Whoever has proven the passphrase but not yet the second factor of their account: elsewhere a visitor. */
    readonly halfway: SignedIn | null = null,
  ) {}

  get town(): Town {
    if (!this.place) throw new ProblemError('not_found');
    return this.place;
  }

  /** The participant, council member, staff or admin of this municipality that asks; null for a visitor. */
  get viewer(): Viewer {
    const { account } = this;
    return account && account.role !== 'operator' ? { id: account.id, role: account.role } : null;
  }

  /** The one who is signed in. @throws not_signed_in */
  get person(): SignedIn & { role: Role } {
    const { account } = this;
    if (!account || account.role === 'operator') throw new ProblemError('not_signed_in');
    return account as SignedIn & { role: Role };
  }

  /** The one whose passphrase is proven, be it halfway. @throws not_signed_in */
  get proven(): SignedIn {
    const proven = this.account ?? this.halfway;
    if (!proven) throw new ProblemError('not_signed_in');
    return proven;
  }
}

/** Finds out who asks; the identity feature knows how. */
export abstract class Callers {
  /**
   * @param town slug of the municipality, or null on the operator's pages.
   * @param use whether the session is used by this, and so lasts longer.
   * @throws not_found when there is no such municipality.
   */
  abstract identify(cookieHeader: string | undefined, town: string | null, use?: boolean): Promise<Caller>;

  /** Of these sessions, those that are still open. */
  abstract stillOpen(sessionIds: string[]): Promise<Set<string>>;
}

export interface CalledRequest extends FastifyRequest {
  caller?: Caller;
  /** What the contract makes of params, query and body. */
  input?: unknown;
  /** Why it was refused. */
  problem?: ProblemCode;
}

/** The caller, in a handler's parameters. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CalledRequest>();
  if (!caller) throw new Error('No caller: the access guard did not run.');
  return caller;
});
