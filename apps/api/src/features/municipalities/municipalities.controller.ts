import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { MunicipalitiesService } from './municipalities.service';

const { list, read, change, create } = contracts.municipalities;

@Controller()
export class MunicipalitiesController {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  @Endpoint(list)
  async list() {
    return { items: await this.municipalities.all() };
  }

  @Endpoint(read)
  read(@Who() caller: Caller) {
    return caller.town;
  }

  @Endpoint(change)
  change(@Who() caller: Caller, @Input(change) input: InputOf<typeof change>) {
    return this.municipalities.change(caller, input.body);
  }

  @Endpoint(create)
  create(@Who() caller: Caller, @Input(create) input: InputOf<typeof create>) {
    return this.municipalities.create(input.body, caller.account?.id ?? null);
  }
}
