import type { ReactNode } from 'react';
import { classes } from './classes';
import { X } from './icons';
import { Link } from './link';

/** A short word on a tinted ground; the word carries the meaning, the tone only supports it. */
export function Badge({ tone, children }: { tone?: 'action'; children: ReactNode }) {
  return <span className={classes('z-badge', tone && `z-badge--${tone}`)}>{children}</span>;
}

/** The states that have a shape of their own. */
type MarkShape = 'draft' | 'published' | 'accepted' | 'withdrawn' | 'hidden';

const shapes: Record<MarkShape, ReactNode> = {
  draft: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.6 2.1" />,
  published: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  accepted: <path d="m2.8 8.6 3.4 3.6 7-8" />,
  withdrawn: <path d="M13 8H4m3.8-4L3.6 8l4.2 4" />,
  hidden: <path d="M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4ZM3 13.5l10-11" />,
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

interface TagProps {
  children: ReactNode;
  /** Leads to everything with this tag, or, with `removeLabel`, to the same list without it. */
  href?: string;
  /** Spoken words for taking the tag off ("Remove filter"); shows a cross. */
  removeLabel?: string;
  lang?: string;
}

/** A category, place or tag; a link if it leads somewhere. */
export function Tag({ children, href, removeLabel, lang }: TagProps) {
  const words = (
    <>
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
    <Link className="z-tag z-tag--link" href={href}>
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
