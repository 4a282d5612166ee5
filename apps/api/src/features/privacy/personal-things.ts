import { Injectable } from '@nestjs/common';
import type { Contributions } from '@zbor/contracts';
import type { FurtherMessages } from '@zbor/i18n';
import type { Transaction } from '../../platform/database/database';

type Sentences = FurtherMessages['privacy']['export'];

/** A part of what a person gets to see of themself. Its name and those of its columns are sentences of `privacy:export`. */
export interface Section {
  name: keyof Sentences['sections'];
  /** The tables that it tells of. Each annotated table stands in one section at least. */
  tables: readonly string[];
  /** SQL after FROM, with a condition that leaves the rows of the account `$1`. */
  from: string;
  /** SQL of what tells its rows apart and puts them in order; a uuid. */
  key: string;
  /** SQL of what is shown. */
  columns: Partial<Record<keyof Sentences['fields'], string>>;
}

/** What a feature holds of persons, and how it lets go of it. */
export interface PersonalThings {
  sections: readonly Section[];
  /**
   * Takes the person out of everything that does not go with the account's row by itself, and empties what they take
   * away. Drafts and what moderators hid are emptied whatever they choose, because nobody else can read them.
   */
  erase?(tx: Transaction, accountId: string, contributions: Contributions): Promise<void>;
}

/** Where features say what they hold of persons. */
@Injectable()
export class PersonalRegister {
  private readonly known = new Set<PersonalThings>();

  register(things: PersonalThings): void {
    this.known.add(things);
  }

  get sections(): Section[] {
    return [...this.known].flatMap(({ sections }) => sections);
  }

  async erase(tx: Transaction, accountId: string, contributions: Contributions): Promise<void> {
    for (const things of this.known) await things.erase?.(tx, accountId, contributions);
  }
}
