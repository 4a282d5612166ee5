import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { AdminsService } from './admins.service';

const { operatorTowns, operatorAdmins, firstAdmin, operatorResetFactors } = contracts.identity;

/** The operator and the admins of municipalities. */
@Controller()
export class AdminsController {
  constructor(private readonly admins: AdminsService) {}

  @Endpoint(operatorTowns)
  async operatorTowns() {
    return { items: await this.admins.towns() };
  }

  @Endpoint(operatorAdmins)
  async operatorAdmins(@Input(operatorAdmins) { params }: InputOf<typeof operatorAdmins>) {
    return { items: await this.admins.of(params.town) };
  }

  @Endpoint(firstAdmin)
  firstAdmin(@Who() caller: Caller, @Input(firstAdmin) { params, body }: InputOf<typeof firstAdmin>) {
    return this.admins.first(caller, params.town, body);
  }

  @Endpoint(operatorResetFactors)
  operatorResetFactors(
    @Who() caller: Caller,
    @Input(operatorResetFactors) { params }: InputOf<typeof operatorResetFactors>,
  ) {
    return this.admins.resetFactors(caller, params.town, params.id);
  }
}
