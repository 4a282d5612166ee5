import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { IdeasService } from './ideas.service';
import { IdeasListService } from './ideas-list.service';

const { list, mine, read, propose, edit, publish, withdraw, versions, support, unsupport, preview } =
  contracts.ideas;

@Controller()
export class IdeasController {
  constructor(
    private readonly lists: IdeasListService,
    private readonly ideas: IdeasService,
  ) {}

  @Endpoint(list)
  list(@Who() caller: Caller, @Input(list) { query }: InputOf<typeof list>) {
    return this.lists.list(caller.town, query);
  }

  @Endpoint(mine)
  mine(@Who() caller: Caller, @Input(mine) { query }: InputOf<typeof mine>) {
    return this.lists.mine(caller, query.after);
  }

  @Endpoint(read)
  read(@Who() caller: Caller, @Input(read) { params, query }: InputOf<typeof read>) {
    return this.ideas.read(caller, params.id, query);
  }

  @Endpoint(propose)
  propose(@Who() caller: Caller, @Input(propose) { body }: InputOf<typeof propose>) {
    return this.ideas.propose(caller, body);
  }

  @Endpoint(edit)
  edit(@Who() caller: Caller, @Input(edit) { params, body }: InputOf<typeof edit>) {
    return this.ideas.edit(caller, params.id, body);
  }

  @Endpoint(publish)
  publish(@Who() caller: Caller, @Input(publish) { params, body }: InputOf<typeof publish>) {
    return this.ideas.publish(caller, params.id, body.readBack);
  }

  @Endpoint(withdraw)
  withdraw(@Who() caller: Caller, @Input(withdraw) { params, body }: InputOf<typeof withdraw>) {
    return this.ideas.withdraw(caller, params.id, body);
  }

  @Endpoint(versions)
  versions(@Who() caller: Caller, @Input(versions) { params }: InputOf<typeof versions>) {
    return this.ideas.versions(caller, params.id);
  }

  @Endpoint(support)
  support(@Who() caller: Caller, @Input(support) { params }: InputOf<typeof support>) {
    return this.ideas.support(caller, params.id);
  }

  @Endpoint(unsupport)
  unsupport(@Who() caller: Caller, @Input(unsupport) { params }: InputOf<typeof unsupport>) {
    return this.ideas.unsupport(caller, params.id);
  }

  @Endpoint(preview)
  preview(@Who() caller: Caller, @Input(preview) { body }: InputOf<typeof preview>) {
    return this.ideas.preview(caller, body);
  }
}
