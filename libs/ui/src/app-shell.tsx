import type { ReactNode } from 'react';
import { classes } from './classes';
import { Link } from './link';
import { SkipLink } from './messages';

/** The accents a municipality may choose from; each is tested in light and dark. */
export const accents = ['teal', 'indigo', 'terracotta', 'forest', 'plum'] as const;
type Accent = (typeof accents)[number];

export interface Destination {
  href: string;
  label: string;
  /** An icon. */
  icon: ReactNode;
  current?: boolean;
}

interface AppShellProps {
  accent?: Accent;
  /** "Skip to content". */
  skipLabel: string;
  /** Name of the town (or of the portal) and where it leads. */
  brand: { name: ReactNode; href: string; mark: ReactNode };
  /** The language switch: always visible. */
  language: ReactNode;
  /** Signing in, or one's own menu. On a narrow phone the navigation's own destination leads there instead. */
  account?: ReactNode;
  /** At most five destinations, the same on every page. */
  navigation?: { label: string; items: readonly Destination[] };
  /** A line above everything: a demo, a read-only hour. */
  banner?: ReactNode;
  /** The quick way out, in reach wherever one is on the page. */
  leave?: ReactNode;
  footer?: ReactNode;
  /** `wide` lets the content reach from edge to edge and set its own widths. */
  children: ReactNode;
}

/** The frame of every page: header, navigation (a bar at the lower edge of a phone, on top of a desk), content, footer. */
export function AppShell(props: AppShellProps) {
  const {
    accent = 'teal',
    skipLabel,
    brand,
    language,
    account,
    navigation,
    banner,
    leave,
    footer,
    children,
  } = props;
  return (
    <div className={classes('z-shell', navigation && 'z-shell--nav')} data-accent={accent}>
      <SkipLink>{skipLabel}</SkipLink>
      {leave && <div className="z-leave">{leave}</div>}
      {banner && <div className="z-shell__banner">{banner}</div>}
      <header className="z-top">
        <div className="z-top__row">
          <Link className="z-brand" href={brand.href}>
            {brand.mark}
            <span>{brand.name}</span>
          </Link>
          {navigation && (
            <nav className="z-nav" aria-label={navigation.label}>
              <ul>
                {navigation.items.slice(0, 5).map((item) => (
                  <li key={item.href}>
                    <Link
                      className="z-nav__link"
                      href={item.href}
                      aria-current={item.current ? 'page' : undefined}
                    >
                      <span className="z-nav__icon">{item.icon}</span>
                      <span className="z-nav__label">{item.label}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="z-top__tools">
            {language}
            {account && <div className="z-top__account">{account}</div>}
          </div>
        </div>
      </header>
      <main className="z-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer className="z-foot">{footer}</footer>}
    </div>
  );
}
