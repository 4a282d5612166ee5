import { Injectable } from '@nestjs/common';
import type { ModeratedType, ModerationSubject, ReportReason } from '@zbor/contracts';
import type { Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';

/** What a feature offers so that its things can be reported, hidden and restored. */
export interface ModeratedSubject {
  /** As moderators see them; those that do not exist in this municipality are left out. */
  load(town: Town, ids: string[]): Promise<ModerationSubject[]>;
  /** Whether the caller can read it, and it is not their own. */
  mayReport(caller: Caller, id: string): Promise<boolean>;
  /** @returns false when it is hidden already, or gone. */
  hide(
    tx: Transaction,
    town: Town,
    id: string,
    why: { reason: ReportReason; note: string; at: Date },
  ): Promise<boolean>;
  /** @returns false when it is not hidden. */
  restore(tx: Transaction, town: Town, id: string): Promise<boolean>;
}

/** Where features say what of theirs is moderated. */
@Injectable()
export class ModeratedSubjects {
  private readonly subjects = new Map<ModeratedType, ModeratedSubject>();

  register(type: ModeratedType, subject: ModeratedSubject): void {
    this.subjects.set(type, subject);
  }

  of(type: ModeratedType): ModeratedSubject {
    const subject = this.subjects.get(type);
    if (!subject) throw new Error(`Nobody registered ${type} for moderation.`);
    return subject;
  }

  /** Things of several kinds at once, by `type:id`. */
  async load(
    town: Town,
    wanted: { type: ModeratedType; id: string }[],
  ): Promise<Map<string, ModerationSubject>> {
    const found = new Map<string, ModerationSubject>();
    for (const [type, subject] of this.subjects) {
      const ids = [...new Set(wanted.filter((one) => one.type === type).map((one) => one.id))];
      if (ids.length === 0) continue;
      for (const one of await subject.load(town, ids)) found.set(`${type}:${one.id}`, one);
    }
    return found;
  }
}
