import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { AuditService } from './audit.service';

const { log, verify, operatorLog, operatorVerify } = contracts.audit;

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Endpoint(log)
  log(@Who() caller: Caller, @Input(log) { query }: InputOf<typeof log>) {
    return this.audit.page(caller.town.id, query);
  }

  @Endpoint(verify)
  verify(@Who() caller: Caller) {
    return this.audit.verify(caller.town.id);
  }

  @Endpoint(operatorLog)
  operatorLog(@Input(operatorLog) { query }: InputOf<typeof operatorLog>) {
    return this.audit.page(null, query);
  }

  @Endpoint(operatorVerify)
  operatorVerify() {
    return this.audit.verify(null);
  }
}
