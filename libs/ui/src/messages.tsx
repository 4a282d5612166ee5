import { type ReactNode, useEffect, useRef } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from './icons';

interface ErrorSummaryProps {
  title: string;
  /** One per field in the order of the page; `href` is `#` and the field's id. Without `href`: of the whole form. */
  errors: readonly { href?: string; text: string }[];
}

/**
 * What went wrong in a form, above it, with a link to each field. It is announced, and takes the focus when it
 * appears; render it only when there are errors.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.text).join();
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  return (
    <div className="z-errors" role="alert" tabIndex={-1} ref={box}>
      <h2 className="z-errors__title">
        <CircleAlert />
        {title}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.href} ${error.text}`}>
            {error.href === undefined ? error.text : <a href={error.href}>{error.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const noticeIcons = { info: Info, success: CircleCheck, warning: TriangleAlert };

interface NoticeProps {
  tone?: 'info' | 'success' | 'warning';
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  /** `false` for a text that is part of the page and need not be announced. */
  announce?: boolean;
}

/** Something to know: what has just happened, or what holds here. */
export function Notice({ tone = 'info', title, children, actions, announce = true }: NoticeProps) {
  const Icon = noticeIcons[tone];
  return (
    <div className={`z-notice z-notice--${tone}`} role={announce ? 'status' : undefined}>
      <Icon />
      <div className="z-notice__words">
        {title && <p className="z-notice__title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="z-cluster">{actions}</div>}
      </div>
    </div>
  );
}

interface EmptyStateProps {
  title: ReactNode;
  level?: 1 | 2 | 3;
  /** A drawing from the illustrations. */
  picture?: ReactNode;
  children?: ReactNode;
  /** The way on: a button or a link. */
  actions?: ReactNode;
}

/** Nothing here yet, or nothing found: says so and invites. Also the body of error pages. */
export function EmptyState({ title, level = 2, picture, children, actions }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="z-empty">
      {picture && <div className="z-empty__picture">{picture}</div>}
      <Heading>{title}</Heading>
      {children && <div className="z-empty__words">{children}</div>}
      {actions && <div className="z-cluster z-cluster--centre">{actions}</div>}
    </div>
  );
}

interface LiveRegionProps {
  /** What is new ("3 new comments"); nothing while there is nothing. */
  message?: string;
  /** Shows what is new; without it the message is only said. */
  onShow?: () => void;
}

/**
 * A polite status region that is always in the page. With `onShow` its message is also a button that one sees; it
 * never moves what one reads nor takes the focus. The caller gathers news to at most one message in five seconds.
 */
export function LiveRegion({ message, onShow }: LiveRegionProps) {
  return (
    <div role="status" className={onShow ? 'z-live' : 'z-hidden'}>
      {message && onShow ? (
        <button type="button" className="z-live__pill" onClick={onShow}>
          {message}
        </button>
      ) : (
        message
      )}
    </div>
  );
}

/** A link to the start of the content, seen once it has the focus; the first thing in the page. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a className="z-skip" href="#main">
      {children}
    </a>
  );
}
