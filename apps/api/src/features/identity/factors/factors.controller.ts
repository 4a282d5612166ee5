import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint';
import { FactorsService } from './factors.service';
import { TotpService } from './totp.service';

const {
  step,
  provePassphrase,
  proveCode,
  offerTotp,
  offeredTotp,
  confirmTotp,
  removeTotp,
  factorsOf,
  resetFactors,
} = contracts.identity;

/** The ways in of an account of a municipality. */
@Controller()
export class FactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly totp: TotpService,
  ) {}

  @Endpoint(step)
  step(@Who() caller: Caller) {
    return this.factors.step(caller);
  }

  @Endpoint(provePassphrase)
  provePassphrase(
    @Who() caller: Caller,
    @Input(provePassphrase) { body }: InputOf<typeof provePassphrase>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.factors.provePassphrase(reply, caller.town, caller, body.passphrase);
  }

  @Endpoint(proveCode)
  proveCode(
    @Who() caller: Caller,
    @Input(proveCode) { body }: InputOf<typeof proveCode>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.factors.proveCode(reply, caller.town.slug, caller, body.code);
  }

  @Endpoint(offerTotp)
  offerTotp(@Who() caller: Caller) {
    return this.totp.offer(caller);
  }

  @Endpoint(offeredTotp)
  offeredTotp(@Who() caller: Caller) {
    return this.totp.offered(caller, caller.town.name);
  }

  @Endpoint(confirmTotp)
  confirmTotp(
    @Who() caller: Caller,
    @Input(confirmTotp) { body }: InputOf<typeof confirmTotp>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.totp.confirm(reply, caller.town.slug, caller, body.code);
  }

  @Endpoint(removeTotp)
  removeTotp(@Who() caller: Caller) {
    return this.totp.remove(caller);
  }

  @Endpoint(factorsOf)
  factorsOf(@Who() caller: Caller, @Input(factorsOf) { params }: InputOf<typeof factorsOf>) {
    return this.factors.of(caller.town, params.id);
  }

  @Endpoint(resetFactors)
  resetFactors(@Who() caller: Caller, @Input(resetFactors) { params }: InputOf<typeof resetFactors>) {
    return this.factors.reset(caller, params.id);
  }
}
