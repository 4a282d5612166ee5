import { Inject, Injectable } from '@nestjs/common';
import type { SecondFactor, Step } from '@zbor/contracts';
import { mayDoWithout } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { Caller, SignedIn } from '../../../platform/http/caller';
import { Limits } from '../../../platform/http/limits';
import { found, ProblemError } from '../../../platform/http/problem';
import { Secrets } from '../../../platform/secrets';
import { SessionsService } from '../sessions.service';
import { demoSecret } from './demo-secret';
import { PasskeysRepository } from './passkeys.repository';
import { TotpRepository } from './totp.repository';
import { addressOfSecret, codeAfter, newTotpSecret, stepOf } from './totp-codes';

/** What a secret is sealed for: it opens for no other account. */
export const totpOf = (accountId: string) => `totp of ${accountId}`;

/** Codes of an authenticator app: setting one up, and proving that one has it. */
@Injectable()
export class TotpService {
  constructor(
    private readonly secrets: TotpRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly sealed: Secrets,
    private readonly sessions: SessionsService,
    private readonly limits: Limits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The second factors of an account, passkeys among them: while there is one, a passphrase alone puts nothing beside it. */
  async factors(accountId: string): Promise<SecondFactor[]> {
    const [totp, passkey] = await Promise.all([this.secrets.of(accountId), this.passkeys.has(accountId)]);
    return [...(totp?.secret ? ['totp' as const] : []), ...(passkey ? ['passkey' as const] : [])];
  }

  /** Whether no code fits, and nothing can be set up in its place before somebody in office has reset it. */
  async isClosed(accountId: string): Promise<boolean> {
    return (await this.secrets.of(accountId))?.secret?.length === 0;
  }

  /** @throws wrong_code, also for one that was used before; too_fast */
  async prove(person: SignedIn, typed: string): Promise<void> {
    const totp = await this.secrets.of(person.id);
    if (!totp?.secret?.length) throw new ProblemError('wrong_code');
    const { secret } = totp;
    await this.takeAttempt(person, async () => {
      const step = stepOf(typed, this.open(person.id, secret), this.clock.now());
      return step !== null && (await this.secrets.use(person.id, secret, step));
    });
  }

  /** @throws prove_again, not_allowed when one is halfway and there is a second factor to be proven. */
  async offer(caller: Caller): Promise<void> {
    const { id } = await this.mayChange(caller);
    await this.secrets.offer(id, this.sealed.seal(totpOf(id), newTotpSecret()));
  }

  /** @param issuer the name under which an app keeps it. @throws not_found, prove_again, not_allowed */
  async offered(caller: Caller, issuer: string) {
    const { id, signInName } = await this.mayChange(caller);
    const offered = found((await this.secrets.of(id))?.offered);
    const secret = this.open(id, offered);
    return { secret, uri: addressOfSecret(secret, issuer, signInName ?? '') };
  }

  /** @throws wrong_code, wrong_state when nothing is offered, too_fast, prove_again, not_allowed */
  async confirm(reply: FastifyReply, place: string | null, caller: Caller, typed: string): Promise<void> {
    const person = await this.mayChange(caller);
    const offered = (await this.secrets.of(person.id))?.offered;
    if (!offered) throw new ProblemError('wrong_state');
    await this.takeAttempt(person, async () => {
      const step = stepOf(typed, this.open(person.id, offered), this.clock.now());
      return step !== null && (await this.secrets.confirm(person.id, offered, step));
    });
    await this.sessions.prove(reply, place, person, true);
  }

  /** @throws prove_again, factor_required as the last second factor of a role that needs one. */
  async remove({ person }: Caller): Promise<void> {
    this.sessions.mustBeFresh(person);
    const factors = await this.factors(person.id);
    if (!mayDoWithout('totp', { ...person, factors })) throw new ProblemError('factor_required');
    await this.secrets.remove(person.id);
  }

  private async mayChange({ proven, halfway }: Caller): Promise<SignedIn> {
    // Else whoever knows a passphrase could put a factor of their own beside the one that they lack.
    if (halfway && (await this.factors(proven.id)).length > 0) throw new ProblemError('not_allowed');
    this.sessions.mustBeFresh(proven);
    return proven;
  }

  /** Wrong codes are counted by account, right ones are not. @throws wrong_code, too_fast */
  private async takeAttempt({ id }: SignedIn, isRight: () => Promise<boolean>): Promise<void> {
    await this.limits.take('wrong code', id);
    if (!(await isRight())) throw new ProblemError('wrong_code');
    await this.limits.forgive('wrong code', id);
  }

  /** The code that is right now, where this account shares the demo's secret and the demo is on. */
  async demo(accountId: string): Promise<Step['demo']> {
    if (!this.config.demo) return null;
    const totp = await this.secrets.of(accountId);
    if (!totp?.secret?.length || this.open(accountId, totp.secret) !== demoSecret) return null;
    return { code: codeAfter(totp.usedStep, demoSecret, this.clock.now()) };
  }

  private open(accountId: string, sealed: Buffer): string {
    const secret = this.sealed.unseal(totpOf(accountId), sealed);
    if (secret === null)
      throw new Error('The secret key is not the one with which second factors were sealed.');
    return secret;
  }
}
