import { Controller, Headers, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, type SignedIn, Who } from '../../platform/http/caller';
import { SessionCookies } from '../../platform/http/cookies';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { ProblemError } from '../../platform/http/problem';
import { presentAccount } from '../identity/identity.presenter';
import { SessionsService } from '../identity/sessions.service';
import { EmailService, type Waiting } from './email.service';

const { mine, offer, confirm, remove, undo, ask, asked, signIn } = contracts.email;

/** Beside the session of a municipality; no slug has a dot. */
const place = ({ town }: Caller) => `${town.slug}.email`;

@Controller()
export class EmailController {
  constructor(
    private readonly service: EmailService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Endpoint(mine)
  async mine(@Who() caller: Caller) {
    const { person } = caller;
    return { address: await this.service.addressOf(person), fresh: this.mayChange(person) };
  }

  @Endpoint(offer)
  async offer(
    @Who() caller: Caller,
    @Input(offer) { body }: InputOf<typeof offer>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.mustBeFresh(caller.person);
    this.wait(caller, reply, await this.service.offer(caller.town, caller.person, body.address));
  }

  @Endpoint(confirm)
  async confirm(
    @Who() caller: Caller,
    @Input(confirm) { body }: InputOf<typeof confirm>,
    @Headers('cookie') cookie: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.service.confirm(
      caller.town,
      caller.person,
      this.cookies.read(cookie, place(caller)),
      body.code,
    );
    this.cookies.clear(reply, place(caller));
  }

  @Endpoint(remove)
  remove(@Who() caller: Caller) {
    this.mustBeFresh(caller.person);
    return this.service.remove(caller.town, caller.person);
  }

  @Endpoint(undo)
  undo(@Who() caller: Caller, @Input(undo) { params, body }: InputOf<typeof undo>) {
    return this.service.undo(caller.town, params.id, body.code);
  }

  @Endpoint(ask)
  async ask(
    @Who() caller: Caller,
    @Input(ask) { body }: InputOf<typeof ask>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.wait(caller, reply, await this.service.ask(caller.town, body.address));
  }

  @Endpoint(asked)
  async asked(@Who() caller: Caller, @Headers('cookie') cookie: string | undefined) {
    return { for: await this.service.asked(caller.town, this.cookies.read(cookie, place(caller))) };
  }

  @Endpoint(signIn)
  async signIn(
    @Who() caller: Caller,
    @Input(signIn) { body }: InputOf<typeof signIn>,
    @Headers('cookie') cookie: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = await this.service.signIn(
      caller.town,
      this.cookies.read(cookie, place(caller)),
      body.code,
      this.sessions.entering(reply, caller.town.slug),
    );
    this.cookies.clear(reply, place(caller));
    return presentAccount(account);
  }

  /** Whoever has a passphrase proves it first: the address is a way in. Others have nothing to prove with yet. */
  private mayChange(person: SignedIn): boolean {
    return !person.signInName || this.sessions.isFresh(person);
  }

  /** @throws prove_again */
  private mustBeFresh(person: SignedIn): void {
    if (!this.mayChange(person)) throw new ProblemError('prove_again');
  }

  private wait(caller: Caller, reply: FastifyReply, { token, until }: Waiting): void {
    this.cookies.set(reply, place(caller), token, until);
  }
}
