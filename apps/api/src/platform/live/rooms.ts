import { Injectable } from '@nestjs/common';
import type { ThreadType } from '@zbor/contracts';
import type { Caller } from '../http/caller';

export type RoomKind = ThreadType;
type Policy = (id: string, caller: Caller) => Promise<boolean>;

/** Who may stand in which room; each feature brings the policy of its own. */
@Injectable()
export class Rooms {
  private readonly policies = new Map<string, Policy>();

  open(kind: RoomKind, policy: Policy): void {
    this.policies.set(kind, policy);
  }

  async mayEnter(kind: string, id: string, caller: Caller): Promise<boolean> {
    return (await this.policies.get(kind)?.(id, caller)) ?? false;
  }
}
