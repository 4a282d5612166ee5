import { Injectable } from '@nestjs/common';
import type { ThreadType } from '@zbor/contracts';
import type { Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';

/** What the caller may do with the thread of a subject. */
export interface ThreadAbilities {
  comment: boolean;
  moderate: boolean;
}

/** What a feature offers so that its things can be discussed. */
export interface CommentSubject {
  /** Null when the caller cannot read the subject. */
  abilities(caller: Caller, id: string): Promise<ThreadAbilities | null>;
  /** Told in the same transaction how many comments can be read now. */
  counted(tx: Transaction, id: string, total: number): Promise<void>;
  /** Pages on which these subjects stand, below the municipality, by id. */
  pages(town: Town, ids: string[]): Promise<Map<string, string>>;
}

/** Where features say what of theirs is discussed. */
@Injectable()
export class CommentSubjects {
  private readonly subjects = new Map<ThreadType, CommentSubject>();

  register(type: ThreadType, subject: CommentSubject): void {
    this.subjects.set(type, subject);
  }

  of(type: ThreadType): CommentSubject {
    const subject = this.subjects.get(type);
    if (!subject) throw new Error(`Nobody registered ${type} for comments.`);
    return subject;
  }
}
