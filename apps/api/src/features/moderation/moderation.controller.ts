import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { ModerationService } from './moderation.service';

const { report, queue, subject, hide, restore, dismiss, log } = contracts.moderation;

@Controller()
export class ModerationController {
  constructor(private readonly moderation: ModerationService) {}

  @Endpoint(report)
  async report(@Who() caller: Caller, @Input(report) { body }: InputOf<typeof report>) {
    return this.moderation.report(caller, body);
  }

  @Endpoint(queue)
  queue(@Who() caller: Caller, @Input(queue) { query }: InputOf<typeof queue>) {
    return this.moderation.queue(caller.town, query.after);
  }

  @Endpoint(log)
  log(@Who() caller: Caller, @Input(log) { query }: InputOf<typeof log>) {
    return this.moderation.acts(caller.town, query.after);
  }

  @Endpoint(subject)
  subject(@Who() caller: Caller, @Input(subject) { params }: InputOf<typeof subject>) {
    return this.moderation.subject(caller.town, params.type, params.id);
  }

  @Endpoint(hide)
  hide(@Who() caller: Caller, @Input(hide) { params, body }: InputOf<typeof hide>) {
    return this.moderation.hide(caller, params.type, params.id, body);
  }

  @Endpoint(restore)
  restore(@Who() caller: Caller, @Input(restore) { params, body }: InputOf<typeof restore>) {
    return this.moderation.restore(caller, params.type, params.id, body.note);
  }

  @Endpoint(dismiss)
  dismiss(@Who() caller: Caller, @Input(dismiss) { params, body }: InputOf<typeof dismiss>) {
    return this.moderation.dismiss(caller, params.id, body.note);
  }
}
