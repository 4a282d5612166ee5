import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { CouncilsService } from './councils.service';

const { read, write } = contracts.councils;

@Controller()
export class CouncilsController {
  constructor(private readonly councils: CouncilsService) {}

  @Endpoint(read)
  read(@Who() caller: Caller) {
    return this.councils.read(caller.town);
  }

  @Endpoint(write)
  write(@Who() caller: Caller, @Input(write) { body }: InputOf<typeof write>) {
    return this.councils.write(caller, body);
  }
}
