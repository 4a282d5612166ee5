import type { ReactNode } from 'react';
import { classes } from './classes';
import { X } from './icons';
import { Link } from './link';

export type Tone = 'neutral' | 'action' | 'saffron' | 'success' | 'danger' | 'info';

/** A short word on a tinted ground; the word carries the meaning, the tone only supports it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes('z-badge', `z-badge--${tone}`)}>{children}</span>;
}

/** The states that have a shape of their own. */
export type MarkShape =
  | 'draft'
  | 'published'
  | 'review'
  | 'accepted'
  | 'declined'
  | 'progress'
  | 'done'
  | 'withdrawn'
  | 'hidden'
  | 'info';

const shapes: Record<MarkShape, ReactNode> = {
  draft: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.6 2.1" />,
  published: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  review: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  accepted: <path d="m2.8 8.6 3.4 3.6 7-8" />,
  declined: <path d="M3.5 3.5l9 9m0-9-9 9" />,
  progress: <path d="M3 4.2 6.8 8 3 11.8M8.6 4.2 12.4 8l-3.8 3.8" />,
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.8 8.3 2.2 2.3 4.2-4.8" className="z-mark__cut" />
    </>
  ),
  withdrawn: <path d="M13 8H4m3.8-4L3.6 8l4.2 4" />,
  hidden: <path d="M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4ZM3 13.5l10-11" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.8M8 4.6v.4" />
    </>
  ),
};

/** A state as word and shape, never by colour alone. */
export function StateMark({ state, children }: { state: MarkShape; children: ReactNode }) {
  return (
    <span className={classes('z-mark', `z-mark--${state}`)}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className="z-mark__shape">
        {shapes[state]}
      </svg>
      {children}
    </span>
  );
}

export interface TagProps {
  children: ReactNode;
  /** Leads to everything with this tag, or, with `removeLabel`, to the same list without it. */
  href?: string;
  /** Marks the tag one has filtered by. */
  current?: boolean;
  /** Spoken words for taking the tag off ("Remove filter"); shows a cross. */
  removeLabel?: string;
  icon?: ReactNode;
  lang?: string;
}

/** A category, place or tag; a link if it leads somewhere. */
export function Tag({ children, href, current, removeLabel, icon, lang }: TagProps) {
  const words = (
    <>
      {icon}
      <bdi lang={lang}>{children}</bdi>
      {removeLabel && (
        <>
          <span className="z-hidden"> {removeLabel}</span>
          <X />
        </>
      )}
    </>
  );
  if (href === undefined) return <span className="z-tag">{words}</span>;
  return (
    <Link className="z-tag z-tag--link" href={href} aria-current={current ? 'true' : undefined}>
      {words}
    </Link>
  );
}

/** A number with its word ("12 comments"); the caller writes both for the locale. */
export function Count({ value, word, icon }: { value: string; word: string; icon?: ReactNode }) {
  return (
    <span className="z-count">
      {icon}
      <span>
        <b>{value}</b> {word}
      </span>
    </span>
  );
}
