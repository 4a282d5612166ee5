import type { Language } from '@zbor/contracts';

/** A proposal as another portal held it. Ids and names are that portal's own. */
export interface ForeignProposal {
  kind: 'proposal';
  id: string;
  title: string;
  body: string;
  /** Null where the file names none that we know. */
  language: Language | null;
  /** ISO 8601, in the municipality's time where it has no offset; null where the file has none. */
  at: string | null;
  author: string | null;
  category: string | null;
  tags: string[];
  withdrawn: boolean;
  supports: number;
}

export interface ForeignComment {
  kind: 'comment';
  id: string;
  parent: string | null;
  /** The proposal it is about: by its id, or by its title and the tag that tells it from others. */
  about: { id: string } | { title: string; tag: string | null };
  body: string;
  language: Language | null;
  at: string | null;
  author: string | null;
  likes: number;
}

/** What a line could not be read for, in words for the report; a handful of different ones at most. */
export interface Unreadable {
  kind: 'unreadable';
  why: string;
}

/** Reads one line of a file, whatever stands in it; never throws. */
export type Format = (line: string) => ForeignProposal | ForeignComment | Unreadable;
