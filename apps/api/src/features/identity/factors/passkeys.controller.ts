import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Headers, Inject, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type Caller, Who } from '../../../platform/http/caller';
import { SessionCookies } from '../../../platform/http/cookies';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint';
import { presentAccount } from '../identity.presenter';
import { SessionsService } from '../sessions.service';
import { PasskeysService } from './passkeys.service';
import { relyingPartyOf } from './relying-party';

const { passkeys, offerPasskey, addPasskey, renamePasskey, removePasskey, askForPasskey, signInByPasskey } =
  contracts.identity;

/** Beside the session of a municipality; no slug has a dot. */
const place = ({ town }: Caller) => `${town.slug}.passkey`;

@Controller()
export class PasskeysController {
  constructor(
    private readonly service: PasskeysService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(passkeys)
  passkeys(@Who() caller: Caller) {
    return this.service.list(caller);
  }

  @Endpoint(offerPasskey)
  async offerPasskey(
    @Who() caller: Caller,
    @Headers() headers: IncomingHttpHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { options, challenge, until } = await this.service.offer(caller, this.site(headers, caller));
    this.cookies.set(reply, place(caller), challenge, until);
    return options;
  }

  @Endpoint(addPasskey)
  addPasskey(
    @Who() caller: Caller,
    @Input(addPasskey) { body }: InputOf<typeof addPasskey>,
    @Headers() headers: IncomingHttpHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const challenge = this.carried(caller, headers, reply);
    return this.service.add(caller, this.site(headers, caller), challenge, body);
  }

  @Endpoint(renamePasskey)
  renamePasskey(
    @Who() caller: Caller,
    @Input(renamePasskey) { params, body }: InputOf<typeof renamePasskey>,
  ) {
    return this.service.rename(caller, params.id, body.name);
  }

  @Endpoint(removePasskey)
  removePasskey(@Who() caller: Caller, @Input(removePasskey) { params }: InputOf<typeof removePasskey>) {
    return this.service.remove(caller, params.id);
  }

  @Endpoint(askForPasskey)
  async askForPasskey(
    @Who() caller: Caller,
    @Headers() headers: IncomingHttpHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { options, challenge, until } = await this.service.askFor(caller, this.site(headers, caller));
    this.cookies.set(reply, place(caller), challenge, until);
    return options;
  }

  @Endpoint(signInByPasskey)
  async signInByPasskey(
    @Who() caller: Caller,
    @Input(signInByPasskey) { body }: InputOf<typeof signInByPasskey>,
    @Headers() headers: IncomingHttpHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const challenge = this.carried(caller, headers, reply);
    const account = await this.service.signIn(caller, this.site(headers, caller), challenge, body);
    await this.sessions.open(reply, caller.town.slug, account, true);
    return presentAccount(account);
  }

  private site(headers: IncomingHttpHeaders, { town }: Caller) {
    return relyingPartyOf(headers, town, this.config);
  }

  /** The challenge that this browser was given; whatever comes of the answer, it goes. */
  private carried(caller: Caller, { cookie }: IncomingHttpHeaders, reply: FastifyReply): string | null {
    this.cookies.clear(reply, place(caller));
    return this.cookies.read(cookie, place(caller));
  }
}
