import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { contracts, Passkey } from '@zbor/contracts';
import { mayDoWithout } from '@zbor/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock';
import type { Caller, Proven } from '../../../platform/http/caller';
import type { InputOf } from '../../../platform/http/endpoint';
import { found, ProblemError } from '../../../platform/http/problem';
import { Secrets } from '../../../platform/secrets';
import { IdentityService } from '../identity.service';
import { SessionsService } from '../sessions.service';
import type { PasskeyEntity } from './passkey.entity';
import { PasskeysRepository } from './passkeys.repository';
import type { RelyingParty } from './relying-party';
import { TotpService } from './totp.service';

type Made = InputOf<typeof contracts.identity.addPasskey>['body'];
type Used = InputOf<typeof contracts.identity.signInByPasskey>['body'];

/** What is asked of a browser, and the challenge that it carries along in a cookie until it answers. */
interface Asked<O> {
  options: O;
  challenge: string;
  until: Date;
}

const PATIENCE_MS = 5 * 60_000;

/** Passkeys: making one, and signing in with it. Their person is verified each time, so that one counts as both factors. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly totp: TotpService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async list({ person }: Caller): Promise<{ items: Passkey[] }> {
    return { items: (await this.passkeys.of(person.id)).map(present) };
  }

  /** @throws prove_again */
  async offer(caller: Caller, site: RelyingParty) {
    const { person, town } = caller;
    this.sessions.mustBeFresh(person);
    return this.ask('making', caller, async (challenge) =>
      generateRegistrationOptions({
        challenge,
        rpID: site.id,
        rpName: town.name,
        // An authenticator keeps this beside the key, so that it is no number of ours.
        userID: new Uint8Array(this.secrets.hash('passkey holder', person.id)),
        userName: person.signInName ?? person.displayName,
        userDisplayName: person.displayName,
        attestationType: 'none',
        excludeCredentials: (await this.passkeys.of(person.id)).map(descriptor),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    );
  }

  /** @throws prove_again, passkey_refused */
  async add(
    caller: Caller,
    site: RelyingParty,
    challenge: string | null,
    { name, id, response }: Made,
  ): Promise<Passkey> {
    const { person } = caller;
    this.sessions.mustBeFresh(person);
    const expectedChallenge = await this.answered('making', caller, challenge);
    const { registrationInfo } = await orRefuse(
      verifyRegistrationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          response: { ...response, transports: response.transports as AuthenticatorTransport[] },
          clientExtensionResults: {},
        },
        expectedChallenge,
        expectedOrigin: site.origins,
        expectedRPID: site.id,
        requireUserVerification: true,
      }),
    );
    const { credential } = registrationInfo ?? refuse();
    const passkey: PasskeyEntity = {
      id: uuid(),
      accountId: person.id,
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: response.transports,
      name,
      createdOn: this.today(),
      lastUsedOn: null,
    };
    await this.passkeys.insert(passkey);
    return present(passkey);
  }

  /** @throws not_found when it is none of mine. */
  async rename({ person }: Caller, id: string, name: string): Promise<Passkey> {
    const passkey = found((await this.passkeys.of(person.id)).find((mine) => mine.id === id));
    await this.passkeys.rename(id, name);
    return present({ ...passkey, name });
  }

  /** @throws not_found, prove_again, factor_required as the last second factor of a role that needs one. */
  async remove({ person }: Caller, id: string): Promise<void> {
    this.sessions.mustBeFresh(person);
    const mine = await this.passkeys.of(person.id);
    found(mine.find((passkey) => passkey.id === id));
    const factors = await this.totp.factors(person.id);
    if (mine.length === 1 && !mayDoWithout('passkey', { ...person, factors }))
      throw new ProblemError('factor_required');
    await this.passkeys.remove(id);
  }

  /** Whoever is halfway is asked for one of their own; of anybody else nothing is known, and nothing is told. */
  askFor(caller: Caller, site: RelyingParty) {
    const { halfway } = caller;
    return this.ask('using', caller, async (challenge) =>
      generateAuthenticationOptions({
        challenge,
        rpID: site.id,
        userVerification: 'required',
        ...(halfway && { allowCredentials: (await this.passkeys.of(halfway.id)).map(descriptor) }),
      }),
    );
  }

  /** @throws passkey_refused, whatever the reason; also where its counter says that there is a copy of it. */
  async signIn(
    caller: Caller,
    site: RelyingParty,
    challenge: string | null,
    { id, response }: Used,
  ): Promise<Proven> {
    const { town, halfway } = caller;
    const expectedChallenge = await this.answered('using', caller, challenge);
    const passkey = (await this.passkeys.byCredential(Buffer.from(id, 'base64url'))) ?? refuse();
    if (halfway && passkey.accountId !== halfway.id) refuse();
    const account = (await this.identity.proven(town.id, passkey.accountId)) ?? refuse();
    const { verified, authenticationInfo } = await orRefuse(
      verifyAuthenticationResponse({
        response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
        expectedChallenge,
        expectedOrigin: site.origins,
        expectedRPID: site.id,
        requireUserVerification: true,
        credential: {
          id,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.signCount,
        },
      }),
    );
    if (!verified || !(await this.passkeys.use(passkey, authenticationInfo.newCounter, this.today())))
      refuse();
    return account;
  }

  forgetExpired(): Promise<void> {
    return this.passkeys.forgetExpired(this.clock.now());
  }

  private async ask<O>(
    use: Use,
    caller: Caller,
    optionsFor: (challenge: Uint8Array<ArrayBuffer>) => Promise<O>,
  ): Promise<Asked<O>> {
    const bytes = new Uint8Array(randomBytes(32));
    const challenge = Buffer.from(bytes).toString('base64url');
    const until = new Date(this.clock.now().getTime() + PATIENCE_MS);
    await this.passkeys.ask({ hash: this.hash(use, caller, challenge), expiresAt: until });
    return { options: await optionsFor(bytes), challenge, until };
  }

  /** The challenge that this browser came with, now used up. @throws passkey_refused */
  private async answered(use: Use, caller: Caller, challenge: string | null): Promise<string> {
    if (!challenge) return refuse();
    const open = await this.passkeys.answer(this.hash(use, caller, challenge), this.clock.now());
    return open ? challenge : refuse();
  }

  private hash(use: Use, { town, account, halfway }: Caller, challenge: string): Buffer {
    const asking = use === 'making' ? account : halfway;
    return this.secrets.hash(`passkey ${use}`, town.id, asking?.id ?? '', challenge);
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

type Use = 'making' | 'using';

function refuse(): never {
  throw new ProblemError('passkey_refused');
}

/** The library says why, and to whoever tries that is not told. */
const orRefuse = <T>(verifying: Promise<T>): Promise<T> => verifying.catch(refuse);

const descriptor = ({ credentialId, transports }: PasskeyEntity) => ({
  id: credentialId.toString('base64url'),
  transports: transports as AuthenticatorTransport[],
});

const present = ({ id, name, createdOn, lastUsedOn }: PasskeyEntity): Passkey => ({
  id,
  name,
  createdOn,
  lastUsedOn,
});
