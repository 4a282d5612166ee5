import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { presentAccount } from '../identity/identity.presenter';
import { SessionsService } from '../identity/sessions.service';
import { AssistanceService } from './assistance.service';

const { open, finish, claim } = contracts.assistance;

@Controller()
export class AssistanceController {
  constructor(
    private readonly assistance: AssistanceService,
    private readonly sessions: SessionsService,
  ) {}

  @Endpoint(open)
  async open(
    @Who() caller: Caller,
    @Input(open) { body }: InputOf<typeof open>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = await this.assistance.open(caller, body);
    await this.sessions.openAssisted(reply, caller.town.slug, account);
    return presentAccount(account);
  }

  @Endpoint(finish)
  finish(@Who() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.assistance.receipt(caller, (tx) => this.sessions.close(reply, caller.town.slug, caller, tx));
  }

  @Endpoint(claim)
  async claim(
    @Who() { town }: Caller,
    @Input(claim) { body }: InputOf<typeof claim>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const enter = this.sessions.entering(reply, town.slug);
    return presentAccount(await this.assistance.claim(town, body, enter));
  }
}
