import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { presentAccount } from '../identity/identity.presenter';
import { SessionsService } from '../identity/sessions.service';
import { AccessCodesService } from './access-codes.service';

const { batches, make, cancel, quotas, giveQuota, join } = contracts['access-codes'];

@Controller()
export class AccessCodesController {
  constructor(
    private readonly codes: AccessCodesService,
    private readonly sessions: SessionsService,
  ) {}

  @Endpoint(batches)
  batches(@Who() caller: Caller) {
    return this.codes.batches(caller);
  }

  @Endpoint(make)
  make(@Who() caller: Caller, @Input(make) { body }: InputOf<typeof make>) {
    return this.codes.make(caller, body);
  }

  @Endpoint(cancel)
  cancel(@Who() caller: Caller, @Input(cancel) { params }: InputOf<typeof cancel>) {
    return this.codes.cancel(caller, params.id);
  }

  @Endpoint(quotas)
  quotas(@Who() caller: Caller) {
    return this.codes.quotas(caller.town);
  }

  @Endpoint(giveQuota)
  giveQuota(@Who() caller: Caller, @Input(giveQuota) { params, body }: InputOf<typeof giveQuota>) {
    return this.codes.giveQuota(caller, params.id, body.perYear);
  }

  @Endpoint(join)
  async join(
    @Who() { town }: Caller,
    @Input(join) { body }: InputOf<typeof join>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return presentAccount(await this.codes.join(town, body, this.sessions.entering(reply, town.slug)));
  }
}
