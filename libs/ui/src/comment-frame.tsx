import type { ReactNode } from 'react';
import { classes } from './classes';

interface CommentFrameProps {
  /** Anchor of the comment, so that a link can lead to it. */
  id: string;
  /** Name of the comment for those who listen: "Comment by Amir". */
  label: string;
  avatar?: ReactNode;
  /** Who, when, which language. */
  head?: ReactNode;
  /** The text, or the sentence that stands in its place. */
  children: ReactNode;
  /** Like, reply, report. */
  actions?: ReactNode;
  /** Replies, each a `CommentFrame`; wrapped in a list here. */
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
  const { id, label, avatar, head, children, actions, replies } = props;
  const state = [
    props.tombstone && 'z-comment--gone',
    props.fresh && 'z-comment--fresh',
    props.official && 'z-comment--official',
  ];
  return (
    <li className={classes('z-comment', ...state)}>
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
    </li>
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
