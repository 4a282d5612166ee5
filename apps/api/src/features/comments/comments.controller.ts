import { Controller } from '@nestjs/common';
import { contracts } from '@zbor/contracts';
import { type Caller, Who } from '../../platform/http/caller';
import { Endpoint, Input, type InputOf } from '../../platform/http/endpoint';
import { ReadBack } from '../assistance/read-back';
import { CommentsService } from './comments.service';
import { ThreadsService } from './threads.service';

const { thread, replies, changes, preview, write, edit, remove, versions, like, unlike } = contracts.comments;

@Controller()
export class CommentsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
    private readonly readBack: ReadBack,
  ) {}

  @Endpoint(thread)
  thread(@Who() caller: Caller, @Input(thread) { params, query }: InputOf<typeof thread>) {
    return this.threads.thread(caller, { type: params.type, id: params.subject }, query);
  }

  @Endpoint(replies)
  replies(@Who() caller: Caller, @Input(replies) { params, query }: InputOf<typeof replies>) {
    return this.threads.replies(caller, params.id, query.after);
  }

  @Endpoint(changes)
  changes(@Who() caller: Caller, @Input(changes) { params, query }: InputOf<typeof changes>) {
    return this.threads.changes(caller, { type: params.type, id: params.subject }, query.after);
  }

  @Endpoint(preview)
  preview(@Who() caller: Caller, @Input(preview) { body }: InputOf<typeof preview>) {
    return { readBack: this.readBack.markOf(caller, [body.body]) };
  }

  @Endpoint(write)
  write(@Who() caller: Caller, @Input(write) { params, body }: InputOf<typeof write>) {
    return this.comments.write(caller, { type: params.type, id: params.subject }, body);
  }

  @Endpoint(edit)
  edit(@Who() caller: Caller, @Input(edit) { params, body }: InputOf<typeof edit>) {
    return this.comments.edit(caller, params.id, body);
  }

  @Endpoint(remove)
  remove(@Who() caller: Caller, @Input(remove) { params }: InputOf<typeof remove>) {
    return this.comments.remove(caller, params.id);
  }

  @Endpoint(versions)
  versions(@Who() caller: Caller, @Input(versions) { params }: InputOf<typeof versions>) {
    return this.threads.versions(caller, params.id);
  }

  @Endpoint(like)
  like(@Who() caller: Caller, @Input(like) { params }: InputOf<typeof like>) {
    return this.comments.like(caller, params.id);
  }

  @Endpoint(unlike)
  unlike(@Who() caller: Caller, @Input(unlike) { params }: InputOf<typeof unlike>) {
    return this.comments.unlike(caller, params.id);
  }
}
