import type { Locale } from '@zbor/contracts';
import { v5 as uuid } from 'uuid';
import type { Town } from '../../platform/http/caller';
import { recogniseLanguage } from '../../platform/text/language';
import { renderMarkdown } from '../../platform/text/markdown';
import { prepare } from '../ideas/ideas.service';
import { pseudonymOf } from '../identity/pseudonyms';
import type { ForeignComment, ForeignProposal } from './imports.format';
import type { NewAuthor, NewComment, NewIdea } from './imports.repository';

/** Something read, with the id that it has here and the place where it stood. */
export type Read<T> = T & { ourId: string; file: number; line: number };

/**
 * What becomes of another portal's proposals and comments here. Their ids follow from the municipality, the source and
 * the id that they had there (UUIDv5, not v7 as everywhere else), so that an import can be repeated.
 */
export class ForeignRows {
  private readonly locale: Locale;

  constructor(
    private readonly town: Town,
    /** Name of the portal, whose ids are its own. */
    private readonly source: string,
  ) {
    this.locale = town.languages[0] ?? 'en';
  }

  id(kind: 'proposal' | 'comment' | 'author', id: string): string {
    return uuid(JSON.stringify([this.source, kind, id]), this.town.id);
  }

  idea(proposal: Read<ForeignProposal>): NewIdea {
    const { ourId: id, title, body, tags, language, supports, at, withdrawn } = proposal;
    const category = this.category(proposal.category);
    return {
      ...prepare(this.town, { title, body, category, tags, language: language ?? undefined }, this.locale),
      id,
      author: this.author(proposal.author),
      state: withdrawn ? 'withdrawn' : 'published',
      at,
      supports,
    };
  }

  comment(comment: Read<ForeignComment>): NewComment {
    const { ourId: id, parent, about, body, language, author, at, likes, file, line } = comment;
    const title = 'title' in about ? about : { title: null, tag: null };
    return {
      ...title,
      id,
      parent: parent === null ? null : this.id('comment', parent),
      idea: 'id' in about ? this.id('proposal', about.id) : null,
      author: this.author(author),
      body,
      html: renderMarkdown(body),
      language: language ?? recogniseLanguage(body) ?? this.locale,
      at,
      likes,
      file,
      line,
    };
  }

  /** Somebody who cannot sign in, under a friendly name that says nothing about them. */
  private author(name: string | null): NewAuthor | null {
    if (name === null) return null;
    const id = this.id('author', name);
    return { id, name: pseudonymOf(id, this.locale) };
  }

  /** Ours of that key, or of that name in any locale. */
  private category(name: string | null): string | null {
    const wanted = name?.trim().toLowerCase();
    const ours = this.town.categories.find(({ key, names }) =>
      [key, ...Object.values(names)].some((each) => each.toLowerCase() === wanted),
    );
    return ours?.key ?? null;
  }
}
