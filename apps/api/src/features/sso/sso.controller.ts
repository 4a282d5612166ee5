import { Controller, Headers, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../platform/http/caller';
import { SessionCookies } from '../../platform/http/cookies';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { presentAccount } from '../identity/identity.presenter';
import { SessionsService } from '../identity/sessions.service';
import { type Cookie, SsoService } from './sso.service';

const { start, finish, arrived, join } = contracts.sso;

/** Beside the session of a municipality; no slug has a dot. */
const place = ({ town }: Caller) => `${town.slug}.sso`;

@Controller()
export class SsoController {
  constructor(
    private readonly service: SsoService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Endpoint(start)
  async start(
    @Who() caller: Caller,
    @Input(start) { query }: InputOf<typeof start>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { location, cookie } = await this.service.start(caller.town, query.returnTo ?? '');
    this.carry(caller, reply, cookie);
    return { location };
  }

  @Endpoint(finish)
  async finish(
    @Who() caller: Caller,
    @Input(finish) { query }: InputOf<typeof finish>,
    @Headers('cookie') header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // Whatever comes of it, an answer is looked at once.
    this.cookies.clear(reply, place(caller));
    const { account, cookie, returnTo } = await this.service.finish(
      caller.town,
      this.carried(caller, header),
      query,
    );
    if (cookie) this.carry(caller, reply, cookie);
    if (account) await this.sessions.open(reply, caller.town.slug, account);
    return { signedIn: account !== undefined, returnTo };
  }

  @Endpoint(arrived)
  arrived(@Who() caller: Caller, @Headers('cookie') header: string | undefined) {
    return { arrived: this.service.hasArrived(caller.town, this.carried(caller, header)) };
  }

  @Endpoint(join)
  async join(
    @Who() caller: Caller,
    @Input(join) { body }: InputOf<typeof join>,
    @Headers('cookie') header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const enter = this.sessions.entering(reply, caller.town.slug);
    const account = await this.service.join(caller.town, this.carried(caller, header), body, enter);
    this.cookies.clear(reply, place(caller));
    return presentAccount(account);
  }

  private carried(caller: Caller, header: string | undefined): string | null {
    return this.cookies.read(header, place(caller));
  }

  private carry(caller: Caller, reply: FastifyReply, { value, until }: Cookie): void {
    this.cookies.set(reply, place(caller), value, until);
  }
}
