import type { ReactNode } from 'react';
import { ArrowLeft, ArrowRight, ChevronRight, ListFilter } from './icons';
import { Link } from './link';

interface BreadcrumbProps {
  /** "You are here". */
  label: string;
  /** The pages above this one, from the town down. */
  items: readonly { href: string; label: ReactNode }[];
}

/** The way back up. The page itself is not in it: its title follows. */
export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav className="z-crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href}>{item.label}</Link>
            <ChevronRight className="z-points" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PaginationProps {
  /** "Pages of the list". */
  label: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}

/** On to more and back, by cursors; renders nothing where there is neither. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="z-pages" aria-label={label}>
      {previous && (
        <Link className="z-button z-button--secondary" href={previous.href} rel="prev">
          <ArrowLeft className="z-points" />
          <span>{previous.label}</span>
        </Link>
      )}
      {next && (
        <Link className="z-button z-button--secondary z-pages__next" href={next.href} rel="next">
          <span>{next.label}</span>
          <ArrowRight className="z-points" />
        </Link>
      )}
    </nav>
  );
}

interface SortLinksProps {
  /** "Sort by". Read out, and shown before the links. */
  label: string;
  items: readonly { href: string; label: ReactNode; current?: boolean }[];
}

/** Ways to look at the same list: links, one of them current. */
export function SortLinks({ label, items }: SortLinksProps) {
  return (
    <nav className="z-sort" aria-label={label}>
      <span className="z-sort__label" aria-hidden="true">
        {label}
      </span>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link className="z-sort__link" href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SubNavigationProps {
  /** What the pages have in common: "Moderation". */
  label: string;
  items: readonly { href: string; label: ReactNode; current?: boolean }[];
}

/** The pages of one area beside each other: links, one of them the page itself. */
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav className="z-sort" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link className="z-sort__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface FilterBarProps {
  /** "Filter ideas". */
  label: string;
  /** How many filters are on, in words: "2 filters on". */
  active?: string;
  /** Unfolds it on a phone from the start; on a desk it always stands open. */
  open?: boolean;
  /** A form of method GET with the fields. */
  children: ReactNode;
}

/** Filters that fold away on a phone and stand open on a desk, without a script. */
export function FilterBar({ label, active, open, children }: FilterBarProps) {
  return (
    <details className="z-filter" open={open}>
      <summary className="z-filter__summary">
        <ListFilter />
        <span>{label}</span>
        {active && <span className="z-badge z-badge--action">{active}</span>}
      </summary>
      <div className="z-filter__body">{children}</div>
    </details>
  );
}
