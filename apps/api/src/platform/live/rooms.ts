import { Injectable } from '@nestjs/common';
import { roomRights, type ThreadType } from '@zbor/contracts';
import { isAdmitted } from '../http/access.guard';
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
    const policy = this.policies.get(kind);
    if (!policy || !isAdmitted(roomRights[kind as RoomKind], caller)) return false;
    return policy(id, caller);
  }

  /** Every kind of room that anybody can ask for. */
  get kinds(): string[] {
    return [...this.policies.keys()];
  }
}
