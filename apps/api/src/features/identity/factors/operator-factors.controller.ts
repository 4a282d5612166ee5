import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint';
import { FactorsService } from './factors.service';
import { TotpService } from './totp.service';

const {
  operatorStep,
  operatorProvePassphrase,
  operatorProveCode,
  operatorOfferTotp,
  operatorOfferedTotp,
  operatorConfirmTotp,
} = contracts.identity;

/** The operator's second step, which is always a code: passkeys belong to an account of a municipality. */
@Controller()
export class OperatorFactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly totp: TotpService,
  ) {}

  @Endpoint(operatorStep)
  step(@Who() caller: Caller) {
    return this.factors.step(caller);
  }

  @Endpoint(operatorProvePassphrase)
  provePassphrase(
    @Who() caller: Caller,
    @Input(operatorProvePassphrase) { body }: InputOf<typeof operatorProvePassphrase>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.factors.provePassphrase(reply, null, caller, body.passphrase);
  }

  @Endpoint(operatorProveCode)
  proveCode(
    @Who() caller: Caller,
    @Input(operatorProveCode) { body }: InputOf<typeof operatorProveCode>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.factors.proveCode(reply, null, caller, body.code);
  }

  @Endpoint(operatorOfferTotp)
  offerTotp(@Who() caller: Caller) {
    return this.totp.offer(caller);
  }

  @Endpoint(operatorOfferedTotp)
  offeredTotp(@Who() caller: Caller) {
    return this.totp.offered(caller, 'Zbor');
  }

  @Endpoint(operatorConfirmTotp)
  confirmTotp(
    @Who() caller: Caller,
    @Input(operatorConfirmTotp) { body }: InputOf<typeof operatorConfirmTotp>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.totp.confirm(reply, null, caller, body.code);
  }
}
