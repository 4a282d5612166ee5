import { Controller, Res } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint';
import { RecoveryService } from './recovery.service';

const { phrase, makePhrase, recognisePhrase, recover } = contracts.identity;

@Controller()
export class RecoveryController {
  constructor(private readonly recovery: RecoveryService) {}

  @Endpoint(phrase)
  phrase(@Who() caller: Caller) {
    return this.recovery.phrase(caller);
  }

  @Endpoint(makePhrase)
  makePhrase(@Who() caller: Caller) {
    return this.recovery.make(caller);
  }

  @Endpoint(recognisePhrase)
  recognisePhrase(@Who() caller: Caller, @Input(recognisePhrase) { body }: InputOf<typeof recognisePhrase>) {
    return this.recovery.recognise(caller.town, body.phrase);
  }

  @Endpoint(recover)
  recover(
    @Who() caller: Caller,
    @Input(recover) { body }: InputOf<typeof recover>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.recovery.recover(reply, caller.town, body);
  }
}
