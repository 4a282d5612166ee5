import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { Secrets } from '../../platform/secrets';

/** What everybody will read, part by part. */
export type Words = readonly (string | readonly string[] | null)[];

/**
 * What somebody writes with a helper at their side is shown to both, to be read out, before it is sent. Showing it gives
 * a mark of exactly these words in this session, and nothing is sent without its mark. It is kept nowhere: it is computed
 * again.
 */
@Injectable()
export class ReadBack {
  constructor(private readonly secrets: Secrets) {}

  markOf({ person }: Caller, words: Words): string {
    return this.secrets.hash('read back', person.sessionId, JSON.stringify(words)).toString('base64url');
  }

  /** @throws not_read_back where somebody helps and these words were not shown. */
  mustBe(caller: Caller, words: Words, mark: string | undefined): void {
    if (caller.person.assisted && mark !== this.markOf(caller, words))
      throw new ProblemError('not_read_back');
  }
}
