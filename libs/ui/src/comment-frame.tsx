import type { ReactNode } from 'react';
import { classes } from './classes';

export interface CommentFrameProps {
  /** Anchor of the comment, so that a link can lead to it. */
  id: string;
  as?: 'li' | 'div';
  /** Name of the comment for those who listen: "Comment by Amir". */
  label: string;
  avatar?: ReactNode;
  /** Who, when, which language. */
  head?: ReactNode;
  /** The text, or the sentence that stands in its place. */
  children: ReactNode;
  /** Like, reply, report. */
  actions?: ReactNode;
  /** Replies as `CommentFrame as="li"`; wrapped in a list here. */
  replies?: ReactNode;
  /** A comment that was deleted or hidden: a quiet trace that keeps the thread whole. */
  tombstone?: boolean;
  /** Came while one was reading. */
  fresh?: boolean;
  /** Speaks for an office or the council. */
  official?: boolean;
}

/** One comment in its thread. Indentation is quiet and stops growing after three levels. */
export function CommentFrame(props: CommentFrameProps) {
  const { id, as: Element = 'li', label, avatar, head, children, actions, replies } = props;
  const state = [
    props.tombstone && 'z-comment--gone',
    props.fresh && 'z-comment--fresh',
    props.official && 'z-comment--official',
  ];
  return (
    <Element className={classes('z-comment', ...state)}>
      <article className="z-comment__box" id={id} aria-label={label} tabIndex={-1}>
        {(avatar || head) && (
          <header className="z-comment__head">
            {avatar}
            <div>{head}</div>
          </header>
        )}
        <div>{children}</div>
        {actions && <footer className="z-comment__actions">{actions}</footer>}
      </article>
      {replies && <ol className="z-comment__replies">{replies}</ol>}
    </Element>
  );
}

/** The list around the comments of one thread. */
export function Thread({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="z-thread" aria-label={label}>
      {children}
    </ol>
  );
}

export interface OfficialAnswerProps {
  /** Name of the office that answers. */
  office: ReactNode;
  /** What this is: "Official answer". */
  label: string;
  level?: 2 | 3;
  date?: ReactNode;
  /** A seal-like mark; the logo mark unless given. */
  seal: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}

/** The authority's own voice: office, date, a mark like a seal, and its text. */
export function OfficialAnswer({
  office,
  label,
  level = 2,
  date,
  seal,
  children,
  actions,
}: OfficialAnswerProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="z-answer">
      <header className="z-answer__head">
        <span className="z-answer__seal" aria-hidden="true">
          {seal}
        </span>
        <div>
          <Heading className="z-answer__label">{label}</Heading>
          <p className="z-answer__office">{office}</p>
          {date && <p className="z-answer__date">{date}</p>}
        </div>
      </header>
      {children}
      {actions && <footer className="z-cluster">{actions}</footer>}
    </section>
  );
}
