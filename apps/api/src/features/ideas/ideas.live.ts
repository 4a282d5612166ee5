import { Injectable } from '@nestjs/common';
import type { SupportCount } from '@zbor/contracts';
import { LiveGateway } from '../../platform/live/live.gateway';

/** What happens to an idea itself, told to everybody who has it open. */
@Injectable()
export class IdeasLive {
  constructor(private readonly gateway: LiveGateway) {}

  supported(id: string, count: SupportCount): void {
    this.gateway.tell({ room: `idea:${id}`, kind: 'supports', ...count });
  }

  /** It can no longer be read by everybody: nobody is told anything about it any more. */
  hidden(id: string): void {
    this.gateway.empty(`idea:${id}`);
  }
}
